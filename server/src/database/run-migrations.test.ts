import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type ClusterUrls, cloneDatabase, testCluster } from '../testing/cluster.js';
import { connect } from './connect.js';
import { Database } from './database.js';
import { migrations } from './migrations/index.js';
import { runMigrations } from './run-migrations.js';

let urls: ClusterUrls;
let empty: ClusterUrls;
const APP = 'planwright_app';

async function admin(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = await connect(url);
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows as Record<string, unknown>[];
    return rows;
  } finally {
    await client.end();
  }
}
const at = (url: string, name: string, login?: [string, string]) => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  if (login) [changed.username, changed.password] = login;
  return changed.toString();
};

beforeAll(async () => {
  urls = await testCluster();
});
let made = 0;
const names: string[] = [];
beforeEach(async () => {
  const name = `empty_${process.pid}_${made++}`;
  names.push(name);
  await admin(urls.adminUrl, `create database ${name} owner planwright_owner`);
  empty = { adminUrl: at(urls.adminUrl, name), appUrl: at(urls.appUrl, name), ownerUrl: at(urls.ownerUrl, name) };
});
afterAll(async () => {
  for (const name of names) await admin(urls.adminUrl, `drop database if exists ${name} with (force)`);
  await admin(
    urls.adminUrl,
    'drop role if exists bad_super',
    'drop role if exists bad_bypass',
    'drop role if exists bad_plain',
    'drop role if exists bad_inherits',
  );
});

describe('migrations', () => {
  test('run once, in order, and then have nothing to do', async () => {
    expect(await runMigrations(empty.ownerUrl, APP)).toEqual({
      applied: migrations.map(({ name }) => name),
      policyChanged: true,
    });
    expect(await runMigrations(empty.ownerUrl, APP)).toEqual({ applied: [], policyChanged: false });
  });

  test('of several servers that start at once run once', async () => {
    const results = await Promise.all(Array.from({ length: 4 }, () => runMigrations(empty.ownerUrl, APP)));
    expect(results.flatMap(({ applied }) => applied)).toEqual(migrations.map(({ name }) => name));
    expect(results.filter(({ policyChanged }) => policyChanged)).toHaveLength(1);
  });

  test('that fail half-way leave nothing of their own, and go on the next time', async () => {
    // A table in the way of the third one.
    await admin(empty.ownerUrl, 'create table progress_event (a int)');
    await expect(runMigrations(empty.ownerUrl, APP)).rejects.toThrow('progress_event');
    const [half] = await admin(
      empty.ownerUrl,
      `select to_regclass('plan') is not null as before, to_regclass('cohort') is not null as half`,
    );
    expect(half).toEqual({ before: true, half: false });
    await admin(empty.ownerUrl, 'drop table progress_event');
    const { applied } = await runMigrations(empty.ownerUrl, APP);
    expect(applied).toEqual(migrations.slice(2).map(({ name }) => name));
  });

  test('give the later of two workspaces of one name another one, and say so', async () => {
    await runMigrations(empty.ownerUrl, APP);
    await admin(
      empty.ownerUrl,
      'drop index workspace_live_name',
      'drop function name_key(text)',
      `delete from schema_migration where name = '20261130u1-workspace-names'`,
      `insert into workspace (name, created_at) values ('测试公司', '2026-01-01'), ('测试 公司', '2026-01-02'), ('测试公司 (2)', '2026-01-03'),
         ('测试公司', '2026-01-04'), ('ＡＣＭＥ', '2026-01-01'), ('Acme.', '2026-02-01'), ('Other', '2026-01-01')`,
      `insert into workspace (name, kind, created_at) values ('Other', 'SANDBOX', '2026-01-05')`,
    );
    const { applied, notes } = await runMigrations(empty.ownerUrl, APP);
    expect(applied).toEqual(['20261130u1-workspace-names']);
    const names = await admin(empty.ownerUrl, 'select name from workspace order by created_at, name');
    expect(names.map(({ name }) => name).toSorted()).toEqual(
      [
        '测试公司',
        '测试 公司 (3)',
        '测试公司 (2)',
        '测试公司 (4)',
        'ＡＣＭＥ',
        'Acme. (2)',
        'Other',
        'Other',
      ].toSorted(),
    );
    expect(notes).toHaveLength(3);
    expect(notes?.join(' ')).toContain('called “Acme. (2)” now');
    await expect(admin(empty.ownerUrl, `insert into workspace (name) values ('acme')`)).rejects.toThrow(
      'workspace_live_name',
    );
  });

  test('replace the policies when somebody has changed the file, and only then', async () => {
    await runMigrations(empty.ownerUrl, APP);
    await admin(empty.ownerUrl, `update schema_policy set hash = 'other'`, 'drop policy reader on person');
    expect((await runMigrations(empty.ownerUrl, APP)).policyChanged).toBe(true);
    const rows = await admin(
      empty.ownerUrl,
      `select policyname from pg_policies where tablename = 'person' order by 1`,
    );
    expect(rows.map(({ policyname }) => policyname)).toEqual(['owner', 'reader', 'worker']);
  });

  test('refuse a table that no policy names', async () => {
    await runMigrations(empty.ownerUrl, APP);
    await admin(empty.ownerUrl, 'create table forgotten (a int)');
    await expect(runMigrations(empty.ownerUrl, APP)).rejects.toThrow('No access policy names the table forgotten');
  });

  test('say which login is missing', async () => {
    await expect(runMigrations(empty.ownerUrl, 'somebody_else')).rejects.toThrow(
      'The database has no role somebody_else',
    );
  });

  test('every foreign key has an index, so that deleting and joining stay fast', async () => {
    await runMigrations(empty.ownerUrl, APP);
    const bare = await admin(
      empty.ownerUrl,
      // The columns of the key but the workspace come first in some index, in any order, or right behind the workspace.
      `select k.relation::regclass::text as "table", k.name as "key" from (
         select c.conrelid as relation, c.conname as name, w.attnum as workspace,
           array(select a from unnest(c.conkey) a where a is distinct from w.attnum order by a) as columns
         from pg_constraint c
         left join pg_attribute w on w.attrelid = c.conrelid and w.attname = 'workspace_id'
         where c.contype = 'f') k
       where cardinality(k.columns) > 0 and not exists (
         select 1 from pg_index i cross join lateral (select i.indkey::int2[] as key, case when i.indkey[0] = k.workspace then 1 else 0 end as skip) x
         where i.indrelid = k.relation
           and array(select a from unnest(x.key[x.skip : x.skip + cardinality(k.columns) - 1]) a order by a) = k.columns)`,
    );
    expect(bare).toEqual([]);
  });

  test('every table has the workspace first: its column, its key, forced row-level security', async () => {
    // The code of plugins is of the whole installation: a release is one for all workspaces, so it has none. Nobody reads it
    // but the worker, and it has row-level security like the others.
    const ofTheInstallation = ['plugin_release'];
    await runMigrations(empty.ownerUrl, APP);
    const tables = await admin(
      empty.ownerUrl,
      `select c.relname as "table", c.relrowsecurity and c.relforcerowsecurity as secured,
         exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'workspace_id') as own
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('schema_migration', 'schema_policy')`,
    );
    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter(({ secured }) => !secured)).toEqual([]);
    expect(tables.filter(({ own }) => !own).map(({ table }) => table)).toEqual(ofTheInstallation);
  });
});

describe('opening the database', () => {
  const refusal = (url: string) =>
    Database.open({ url }).then(
      async (database) => {
        await database.close();
        return 'opened';
      },
      (error: Error) => `${error.name}: ${error.message}`,
    );

  test('as the API role works', async () => {
    await runMigrations(empty.ownerUrl, APP);
    expect(await refusal(empty.appUrl)).toBe('opened');
  });

  test('as a superuser, the owner, one with BYPASSRLS, one who inherits the worker or is no member is refused, each in a sentence', async () => {
    await runMigrations(empty.ownerUrl, APP);
    await admin(
      empty.adminUrl,
      `create role bad_super login superuser password 'x'`,
      `create role bad_bypass login bypassrls noinherit password 'x'`,
      `create role bad_plain login noinherit password 'x'`,
      `create role bad_inherits login inherit password 'x'`,
      'grant planwright_worker to bad_bypass, bad_inherits',
    );
    const name = new URL(empty.adminUrl).pathname.slice(1);
    expect(await refusal(at(urls.adminUrl, name, ['bad_super', 'x']))).toMatch(
      /^StartupError: The database role bad_super is a superuser and .+\.$/,
    );
    expect(await refusal(at(urls.adminUrl, name, ['bad_bypass', 'x']))).toMatch(
      /^StartupError: The database role bad_bypass has BYPASSRLS; .+\.$/,
    );
    expect(await refusal(at(urls.adminUrl, name, ['bad_plain', 'x']))).toMatch(
      /^StartupError: The database role bad_plain is no member of .+\.$/,
    );
    expect(await refusal(at(urls.adminUrl, name, ['bad_inherits', 'x']))).toMatch(
      /^StartupError: The database role bad_inherits inherits .+\.$/,
    );
    expect(await refusal(empty.ownerUrl)).toMatch(/^StartupError: The database role planwright_owner owns .+\.$/);
  });

  test('before the migrations, after some of them, and at an address without a database is refused, each in a sentence', async () => {
    expect(await refusal(empty.appUrl)).toMatch(
      /^StartupError: The database lacks \d+ migration\(s\), from 20261123a-people on; .+\.$/,
    );
    await runMigrations(empty.ownerUrl, APP);
    await admin(empty.ownerUrl, `delete from schema_migration where name = '20261123d-boards'`);
    expect(await refusal(empty.appUrl)).toMatch(
      /^StartupError: The database lacks 1 migration\(s\), from 20261123d-boards on; .+\.$/,
    );
    expect(await refusal('postgresql://a:secret@127.0.0.1:9/none')).toMatch(
      /^StartupError: Cannot reach the database at 127\.0\.0\.1:9\/none \(.*ECONNREFUSED.*\); .+\.$/,
    );
    expect(await refusal('postgresql://a:secret@127.0.0.1:9/none')).not.toContain('secret');
    expect(await refusal(at(urls.appUrl, 'no_such_database'))).toMatch(
      /^StartupError: Cannot reach the database .+does not exist.+\.$/,
    );
  });

  test('a statement that takes too long is ended by the database', async () => {
    const copy = await cloneDatabase();
    const database = await Database.open({ url: copy.appUrl, statementTimeoutMs: 100 });
    await expect(database.work((tx) => tx.rows('select pg_sleep(5)'))).rejects.toThrow('statement timeout');
    await database.close();
    await expect(database.work((tx) => tx.rows('select 1'))).rejects.toThrow('closed');
    await copy.drop();
  });

  test('a notice reaches who listens, also after its connection was lost', async () => {
    const copy = await cloneDatabase();
    const database = await Database.open({ url: copy.appUrl });
    const heard: string[] = [];
    let wake: () => void = () => undefined;
    const next = () =>
      new Promise<void>((resolve) => {
        wake = resolve;
      });
    let gaps = 0;
    const listener = await database.listen(
      'test',
      (payload) => {
        heard.push(payload);
        wake();
      },
      () => {
        gaps += 1;
        wake();
      },
    );
    let change = next();
    await database.notify('test', 'one');
    await change;
    change = next();
    await admin(
      copy.adminUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen "test"' and datname = current_database()`,
    );
    await change;
    change = next();
    await database.notify('test', 'two');
    await change;
    expect([heard, gaps]).toEqual([['one', 'two'], 1]);
    await listener.close();
    await database.close();
    await copy.drop();
  });
});
