import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessPolicy, type TablePolicy } from '../database/access-policy.js';
import { instantTypes } from '../database/column-types.js';
import { connect } from '../database/connect.js';
import { Database } from '../database/database.js';
import { policySql } from '../database/policy-sql.js';
import { emptyScope, permissionClass, type Scope } from '../database/scope.js';
import type { Sql, Tx } from '../database/sql.js';
import { loadReach } from '../people/reach.js';
import { cloneDatabase } from '../testing/cluster.js';
import { oracleSees } from '../testing/policy-oracle.js';
import { makePolicyWorld, type PolicyWorld } from '../testing/policy-world.js';

type Visible = Record<string, string[]>;

let database: Database;
let owner: Sql;
let world: PolicyWorld;
let foreign: PolicyWorld;
const scopes = new Map<string, Scope>();
const closing: (() => Promise<unknown>)[] = [];

/** Tables that the API role may read at all. */
const readable = Object.entries(accessPolicy)
  .filter(([, { clauses }]) => Object.keys(clauses).length > 0)
  .map(([table]) => table);
const ALL_IDS = readable.map((table) => `select '${table}' as "table", id::text from ${table}`).join(' union all ');
const ALL_COUNTS = readable
  .map((table) => `select '${table}' as "table", count(*)::int as count from ${table}`)
  .join(' union all ');

beforeAll(async () => {
  const copy = await cloneDatabase();
  closing.push(copy.drop);
  const client = await connect(copy.ownerUrl, { types: instantTypes });
  closing.push(() => client.end());
  owner = {
    rows: async <Row extends object>(statement: string, parameters: readonly unknown[] = []) =>
      (await client.query(statement, [...parameters])).rows as Row[],
    row: async <Row extends object>(statement: string, parameters: readonly unknown[] = []) =>
      ((await client.query(statement, [...parameters])).rows as Row[])[0],
  };
  database = await Database.open({ url: copy.appUrl, poolSize: 3 });
  closing.push(() => database.close());
  world = await makePolicyWorld(owner, 'Home');
  foreign = await makePolicyWorld(owner, 'Abroad');
  for (const [key, person] of Object.entries(world.people)) {
    const reach = await database.work((tx) => loadReach(tx, person.id));
    if (reach) scopes.set(key, reach.scope);
  }
});
afterAll(async () => {
  for (const close of closing.reverse()) await close();
});

const sorted = (visible: Map<string, string[]>): Visible =>
  Object.fromEntries([...visible].map(([table, ids]) => [table, ids.sort()]));

async function seen(tx: Tx): Promise<Visible> {
  const visible = new Map(readable.map((table) => [table, [] as string[]]));
  for (const { table, id } of await tx.rows<{ table: string; id: string }>(ALL_IDS)) visible.get(table)?.push(id);
  return sorted(visible);
}

function expected(key: string): Visible {
  const visible = new Map(readable.map((table) => [table, [] as string[]]));
  for (const row of [...world.rows, ...foreign.rows]) {
    if (oracleSees(world, key, row)) visible.get(row.table)?.push(row.id);
  }
  return sorted(visible);
}

const scopeOf = (key: string) => {
  const scope = scopes.get(key);
  if (!scope) throw new Error(`${key} has no scope`);
  return scope;
};
const READERS = [
  'admin',
  'hr',
  'hrOfSales',
  'hrOfMarketing',
  'designer',
  'lead',
  'managerWithoutRole',
  'mentor',
  'partner',
  'standIn',
  'nobody',
  'eastOne',
  'eastTwo',
  'salesOne',
  'market',
];

describe('row-level security against an independent oracle', () => {
  test('the world has rows of every table, so that nothing is right by being empty', () => {
    const tables = new Set(world.rows.map(({ table }) => table));
    expect(Object.keys(accessPolicy).filter((table) => !tables.has(table))).toEqual(['session', 'plugin_release']);
  });

  test.each(READERS)('%s sees exactly the rows they should, in lists', async (key) => {
    expect(await database.read(scopeOf(key), seen)).toEqual(expected(key));
  });

  test.each(READERS)('%s: counts are those of the lists', async (key) => {
    const counts = await database.read(scopeOf(key), (tx) => tx.rows<{ table: string; count: number }>(ALL_COUNTS));
    expect(Object.fromEntries(counts.map(({ table, count }) => [table, count]))).toEqual(
      Object.fromEntries(Object.entries(expected(key)).map(([table, ids]) => [table, ids.length])),
    );
  });

  test.each(READERS)('%s: a row asked for by its id is there exactly when it is in the list', async (key) => {
    const rows = [...world.rows, ...foreign.rows].filter(({ table }) => readable.includes(table));
    await database.read(scopeOf(key), async (tx) => {
      for (const row of rows) {
        const found = await tx.rows(`select 1 from ${row.table} where id = $1`, [row.id]);
        expect([row.table, row.id, found.length === 1]).toEqual([row.table, row.id, oracleSees(world, key, row)]);
      }
    });
  });

  test('somebody who left has no scope at all', () => {
    expect(scopes.has('gone')).toBe(false);
  });

  test('a permission class sees what its members see; one that is nobody has no messages and files of its own', async () => {
    const ofNobody = { inbox_message: [], people_import: [], people_import_row: [] };
    for (const key of READERS) {
      const { scope } = permissionClass(scopeOf(key));
      const own = scope.person === undefined ? ofNobody : {};
      expect(await database.read(scope, seen)).toEqual({ ...expected(key), ...own });
    }
    expect(permissionClass(scopeOf('hr')).key).not.toBe(permissionClass(scopeOf('admin')).key);
    expect(permissionClass({ ...scopeOf('hr'), person: 'x' }).key).toBe(
      permissionClass({ ...scopeOf('hr'), person: 'y' }).key,
    );
  });
});

describe('without a scope', () => {
  const nothing = () => Object.fromEntries(readable.map((table) => [table, []]));

  test('an empty scope sees the company, its departments and calendar, and no person', async () => {
    const visible = await database.read(emptyScope(world.workspace), seen);
    const open = ['workspace', 'department', 'department_alias', 'job_role', 'calendar_year'];
    for (const table of readable)
      expect([table, (visible[table] ?? []).length > 0]).toEqual([table, open.includes(table)]);
  });

  test('a workspace that does not exist, or none at all, is empty', async () => {
    expect(await database.read(emptyScope('00000000-0000-4000-8000-000000000000'), seen)).toEqual(nothing());
    expect(await database.read({ ...emptyScope(''), reach: 'all', admin: true, plans: true }, seen)).toEqual(nothing());
  });

  test('tables of the system are closed to the API role, whoever asks', async () => {
    for (const table of ['account', 'session', 'access_link', 'account_letter', 'second_factor', 'sign_in_failure']) {
      await expect(database.read(scopeOf('admin'), (tx) => tx.rows(`select * from ${table}`))).rejects.toThrow(
        'permission denied',
      );
    }
  });

  test('the API role writes nothing, in a command neither before it becomes the worker', async () => {
    for (const [table] of Object.entries(accessPolicy)) {
      await expect(database.command(scopeOf('admin'), (tx) => tx.rows(`delete from ${table}`))).rejects.toThrow(
        'permission denied',
      );
    }
  });

  test('a read stays a read for the worker too', async () => {
    const write = database.read(scopeOf('admin'), async (tx) => {
      await tx.rows('set local role planwright_worker');
      await tx.rows(`update person set name = 'x'`);
    });
    await expect(write).rejects.toThrow('read-only transaction');
  });
});

describe('what is written once', () => {
  test.each(['progress_event', 'audit_entry', 'plan_version_pin'])(
    '%s is neither changed nor deleted, by the worker or the owner',
    async (table) => {
      await expect(database.work((tx) => tx.rows(`update ${table} set id = id`))).rejects.toThrow('permission denied');
      await expect(database.work((tx) => tx.rows(`delete from ${table}`))).rejects.toThrow('permission denied');
      await expect(owner.rows(`update ${table} set id = id`)).rejects.toThrow('written once');
      await expect(owner.rows(`delete from ${table}`)).rejects.toThrow('written once');
      await expect(owner.rows(`truncate ${table}`)).rejects.toThrow('written once');
    },
  );

  test('of a published version only the status changes', async () => {
    const id = world.rows.find(({ table }) => table === 'plan_version')?.id;
    await database.work((tx) => tx.rows(`update plan_version set status = 'RETIRED' where id = $1`, [id]));
    for (const change of [`definition = '{"a":1}'`, `content_hash = 'y'`, 'number = 9', `change_note = 'x'`]) {
      await expect(
        database.work((tx) => tx.rows(`update plan_version set ${change} where id = $1`, [id])),
      ).rejects.toThrow('does not change');
    }
    await expect(database.work((tx) => tx.rows('delete from plan_version where id = $1', [id]))).rejects.toThrow(
      'does not change',
    );
  });
});

describe('names', () => {
  test('of people who are mentioned are known within the workspace, and no further', async () => {
    const ids = [...Object.values(world.people), ...Object.values(foreign.people)].map(({ id }) => id);
    const cards = await database.read(scopeOf('nobody'), (tx) =>
      tx.rows<{ id: string }>('select * from person_cards($1::uuid[])', [ids]),
    );
    expect(cards.map(({ id }) => id).sort()).toEqual(
      Object.values(world.people)
        .map(({ id }) => id)
        .sort(),
    );
    expect(Object.keys(cards[0] ?? {}).sort()).toEqual(['id', 'name']);
  });
});

describe('the pool', () => {
  test('never carries the scope of one reader to the next', async () => {
    const keys = Array.from({ length: 300 }, (_, index) => READERS[(index * 7) % READERS.length] ?? 'nobody');
    const statement = 'select id::text from enrolment order by id';
    const truth = new Map(READERS.map((key) => [key, expected(key).enrolment]));
    const answers = await Promise.all(
      keys.map(async (key, index) => {
        // Every tenth transaction fails in the middle, as the worker: its role must not survive either.
        if (index % 10 === 0) {
          await database
            .command(scopeOf('admin'), async (tx) => {
              await tx.becomeWorker();
              await tx.rows('select 1/0');
            })
            .catch(() => undefined);
        }
        const rows = await database.read(scopeOf(key), (tx) => tx.rows<{ id: string }>(statement));
        return { key, ids: rows.map(({ id }) => id) };
      }),
    );
    for (const { key, ids } of answers) expect([key, ids]).toEqual([key, truth.get(key)]);
  });
});

describe('the policy itself', () => {
  const apply = async (policy: Record<string, TablePolicy>) => {
    for (const statement of policySql('planwright_app', policy)) await owner.rows(statement);
  };
  const clauses = Object.entries(accessPolicy).flatMap(([table, policy]) =>
    Object.keys(policy.clauses).map((clause) => [table, clause] as const),
  );

  /** Whether at least one reader now sees something else than the oracle allows. */
  async function noticed(): Promise<boolean> {
    for (const key of READERS) {
      const visible = await database.read(scopeOf(key), seen).catch(() => undefined);
      if (!visible || JSON.stringify(visible) !== JSON.stringify(expected(key))) return true;
    }
    return false;
  }

  test('nothing is noticed while nothing is changed', async () => {
    expect(await noticed()).toBe(false);
  });

  test.each(clauses)('%s without its clause "%s" is noticed', async (table, clause) => {
    const { [clause]: _removed, ...rest } = accessPolicy[table]?.clauses ?? {};
    const policy = { ...accessPolicy[table], clauses: rest };
    await apply({ [table]: policy });
    const found = await noticed();
    await apply({ [table]: accessPolicy[table] ?? policy });
    expect(found).toBe(true);
  });

  test.each(readable)('%s open to everybody of the workspace is noticed, unless it is meant to be', async (table) => {
    await apply({ [table]: { clauses: { workspace: 'true' } } });
    const found = await noticed();
    await apply({ [table]: accessPolicy[table] ?? { clauses: {} } });
    expect(found).toBe(!['workspace', 'department', 'department_alias', 'job_role', 'calendar_year'].includes(table));
  });

  test.each(readable)('%s open to other workspaces is noticed', async (table) => {
    const statements = policySql('planwright_app', { [table]: accessPolicy[table] ?? { clauses: {} } });
    for (const statement of statements)
      await owner.rows(statement.replace(/using \(workspace_id = .*?::uuid\) and /, 'using ('));
    const found = await noticed();
    await apply({ [table]: accessPolicy[table] ?? { clauses: {} } });
    // Where a row is reached by ids of people or enrolments, the workspace is a second lock: no scope holds ids of another one.
    const wide = Object.keys(accessPolicy[table]?.clauses ?? {}).some((clause) =>
      ['reach', 'plans', 'admin', 'workspace'].includes(clause),
    );
    expect(found).toBe(wide);
  });
});
