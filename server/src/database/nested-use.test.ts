import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cloneDatabase } from '../testing/cluster.js';
import { Database } from './database.js';
import { NestedDatabaseUse } from './nested-use.js';
import { emptyScope } from './scope.js';

let copy: Awaited<ReturnType<typeof cloneDatabase>>;
let database: Database;
beforeAll(async () => {
  copy = await cloneDatabase();
  // One connection: whoever asked for a second one would wait for ever.
  database = await Database.open({ url: copy.appUrl, poolSize: 1 });
});
afterAll(async () => {
  await database.close();
  await copy.drop();
});

const scope = emptyScope('7d5e2b7e-0000-4000-8000-000000000000');
const TRANSACTION = `select pg_current_xact_id()::text as id`;
const NAMES = 'select name from workspace order by name';

test('a use within a use of the same reader joins its transaction', async () => {
  const ids = await database.work(async (tx) => {
    const own = await tx.row(TRANSACTION);
    const within = await database.work((inner) => inner.row(TRANSACTION));
    const deeper = await database.work(() => database.work((inner) => inner.row(TRANSACTION)));
    return [own, within, deeper];
  });
  expect(new Set(ids.map((id) => JSON.stringify(id))).size).toBe(1);
  await database.read(scope, () =>
    Promise.all(Array.from({ length: 5 }, () => database.read({ ...scope }, (tx) => tx.rows(NAMES)))),
  );
});

test('what a joined use wrote is undone with the transaction around it', async () => {
  const failed = database.work(async () => {
    await database.work((tx) => tx.rows(`insert into workspace (name) values ('within')`));
    throw new Error('afterwards');
  });
  await expect(failed).rejects.toThrow('afterwards');
  expect(await database.look((tx) => tx.rows(NAMES))).toEqual([]);
});

test.each<[string, () => Promise<unknown>]>([
  ['a worker within a reader', () => database.read(scope, () => database.work((tx) => tx.rows(NAMES)))],
  ['a writer within one who only looks', () => database.look(() => database.work((tx) => tx.rows(NAMES)))],
  [
    'another reader',
    () => database.read(scope, () => database.read({ ...scope, reach: 'all' }, (tx) => tx.rows(NAMES))),
  ],
  [
    'a viewer within a command of theirs that has become the worker',
    () =>
      database.command(scope, async (tx) => {
        await tx.becomeWorker();
        return database.command(scope, (inner) => inner.rows(NAMES));
      }),
  ],
  ['a look-up of one statement', () => database.work(() => database.lookUp(NAMES, []))],
  ['entities', () => database.look(() => database.work(async ({ em }) => em.flush()))],
  ['NOTIFY', () => database.work(() => database.notify('some', 'thing'))],
])('%s is refused at once, and the connection is free again', async (_who, use) => {
  await expect(use()).rejects.toThrow(NestedDatabaseUse);
  expect(await database.look((tx) => tx.rows(NAMES))).toEqual([]);
});

test('what outlives the transaction that started it has one of its own', async () => {
  let later: Promise<unknown> | undefined;
  let go: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    go = resolve;
  });
  await database.look(async (tx) => {
    await tx.rows(NAMES);
    later = ended.then(() => database.work((inner) => inner.rows(NAMES)));
  });
  go();
  expect(await later).toEqual([]);
});
