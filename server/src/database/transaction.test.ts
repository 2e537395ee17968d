import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cloneDatabase } from '../testing/cluster.js';
import { Database } from './database.js';
import { emptyScope } from './scope.js';

let copy: Awaited<ReturnType<typeof cloneDatabase>>;
let database: Database;
beforeAll(async () => {
  copy = await cloneDatabase();
  // One connection: whatever a transaction leaves behind, the next one finds.
  database = await Database.open({ url: copy.appUrl, poolSize: 1 });
});
afterAll(async () => {
  await database.close();
  await copy.drop();
});

const scope = emptyScope('7d5e2b7e-0000-4000-8000-000000000000');
const WHO = `select current_user as "user", current_setting('app.workspace', true) as workspace`;

test('the connection is the API role without a scope again after a worker, a reader and a failure', async () => {
  const clean = { user: 'planwright_worker', workspace: '' };
  await database.read(scope, async (tx) => {
    expect(await tx.row(WHO)).toEqual({ user: 'planwright_app', workspace: scope.workspace });
  });
  expect(await database.lookUp(WHO, [])).toEqual([clean]);
  await expect(database.work((tx) => tx.rows('select 1/0'))).rejects.toThrow('division by zero');
  expect(await database.work((tx) => tx.row(WHO))).toEqual(clean);
});

test('a reader cannot write, and what a failed statement left is not called done', async () => {
  const write = `insert into workspace (name) values ('x')`;
  await expect(database.look((tx) => tx.rows(write))).rejects.toThrow('read-only');
  await expect(database.lookUp(write, [])).rejects.toThrow('read-only');
  const swallowed = database.work((tx) => tx.rows('select 1/0').catch(() => []));
  await expect(swallowed).rejects.toThrow('rolled back');
  expect(await database.look((tx) => tx.row('select count(*)::int as count from workspace'))).toEqual({ count: 0 });
});

test('statements sent together are answered in their order, as the role of their moment', async () => {
  await database.command(scope, async (tx) => {
    const before = tx.row(WHO);
    await tx.becomeWorker();
    expect(await Promise.all([before, tx.row(WHO)])).toMatchObject([
      { user: 'planwright_app' },
      { user: 'planwright_worker' },
    ]);
  });
});

test('an act keeps its plans: whatever the parameters, a statement is planned once a connection', async () => {
  const STATEMENT = 'select id from workspace where id = any($1::uuid[])';
  const PLANS = `select generic_plans::int as kept, custom_plans::int as made from pg_prepared_statements where statement = $1`;
  const planned = async (keptPlans: boolean) => {
    for (let time = 0; time < 3; time += 1) {
      await database.command(scope, (tx) => tx.rows(STATEMENT, [[scope.workspace]]), { keptPlans });
    }
    // The only connection of the pool is the one that has planned.
    return database.look((tx) => tx.row(PLANS, [STATEMENT]));
  };
  expect(await planned(true)).toEqual({ kept: 3, made: 0 });
  expect(await planned(false)).toEqual({ kept: 3, made: 3 });
});

test('of statements sent together everybody is told why the first failed, not that it had', async () => {
  const reasons: unknown[] = [];
  const keep = (error: unknown) => void reasons.push(error);
  await database
    .work(async (tx) => {
      const deep = async () => await (async () => tx.rows('select 1/0'))();
      await Promise.all([deep().catch(keep), tx.rows('select 2').catch(keep), tx.rows('select 3').catch(keep)]);
    })
    .catch(() => undefined);
  expect(reasons.map(String)).toEqual(Array.from({ length: 3 }, () => 'error: division by zero'));
});
