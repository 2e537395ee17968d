import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defineEntity, type EntitySchema, p } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/postgresql';
import { entities } from './entities.js';
import { cloneDatabase } from './testing/cluster.js';

/** What migrations alone say: keys, indexes and checks, by the names that PostgreSQL gives them. */
const ONLY_IN_MIGRATIONS = [
  /^drop index "\w+_idx\d*"$/,
  /^alter table "\w+" drop constraint "\w+_(key|fkey|check)\d*"$/,
  /^drop index "workspace_live_name"$/,
  /^alter table "workspace" drop constraint "only_sandboxes_move"$/,
  /^alter table "session" drop constraint "entered_as_somebody"$/,
  // An identity counts as a default when the table is read, and not when the entity is.
  /^alter table "submission" alter column "ordinal" drop default$/,
];

let database: Awaited<ReturnType<typeof cloneDatabase>>;

/** What would have to change in the migrated database for it to be as these entities say. */
async function differences(declared: readonly EntitySchema[]): Promise<string[]> {
  const orm = await MikroORM.init({
    clientUrl: database.ownerUrl,
    entities: [...declared],
    ensureDatabase: false,
    schemaGenerator: {
      // Policies are the policy file's (`access-policy.ts`), triggers and functions the migrations'.
      ignorePolicies: true,
      ignoreTriggers: true,
      ignoreRoutines: true,
      ignoreSchema: ['pgboss'],
      skipTables: ['schema_migration', 'schema_policy'],
    },
  });
  try {
    const statements = (await orm.schema.getUpdateSchemaSQL({ wrap: false })).split(/;\s*/);
    return statements.filter((sql) => sql !== '' && !ONLY_IN_MIGRATIONS.some((known) => known.test(sql)));
  } finally {
    await orm.close(true);
  }
}

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database?.drop());

describe('entities and migrations', () => {
  test('agree in every table: names, types, nullability, defaults, generated columns and closed lists of values', async () => {
    expect(await differences(entities)).toEqual([]);
  });

  test('disagree as soon as a column, a type, a null, a value or a table does', async () => {
    const wrong = defineEntity({
      name: 'Department',
      tableName: 'department',
      properties: {
        id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
        workspaceId: p.uuid(),
        key: p.integer(),
        title: p.text(),
        parentId: p.uuid(),
      },
    });
    const found = await differences([...entities.filter(({ meta }) => meta.tableName !== 'department'), wrong]);
    expect(found.join('\n')).toMatch(/alter column "key" type int/);
    expect(found.join('\n')).toMatch(/"title"/);
    expect(found.join('\n')).toMatch(/alter column "parent_id" set not null/);
    expect(await differences(entities.filter(({ meta }) => meta.tableName !== 'plan'))).toContain(
      'drop table if exists "plan" cascade',
    );
  });
});
