import 'reflect-metadata';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from 'pg';
import { connect } from './database/connect.js';
import { registeredStatements, type Statement, statement } from './database/statement.js';
import { PersonEntity } from './people/entities.js';
import { checkStatement, readTables, type Tables } from './testing/check-statement.js';
import { cloneDatabase } from './testing/cluster.js';

const here = path.dirname(fileURLToPath(import.meta.url));
const isSource = (file: string) => !/\.test\.ts$|(^|\/)testing\//.test(file) && file !== 'database/statement.ts';
const sources = globSync('**/*.ts', { cwd: here }).filter(isSource);
const textOf = (file: string) => readFileSync(path.join(here, file), 'utf8');

/** A call that says itself what comes back, or that sends text as it stands: unchecked. */
const ASSERTED = /\b(rows|row|lookUp)(<|\(\s*[`'])/;
/** Rooms whose statements are not declared yet. No other file asserts a row. */
const NOT_DECLARED_YET = ['boards/', 'reminders/'];

let database: Awaited<ReturnType<typeof cloneDatabase>>;
let client: Client;
let tables: Tables;
let declared: readonly Statement[];

beforeAll(async () => {
  for (const file of sources) if (/\bstatement\(/.test(textOf(file))) await import(path.join(here, file));
  declared = [...registeredStatements()];
  database = await cloneDatabase();
  client = await connect(database.ownerUrl);
  tables = await readTables(client);
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

describe('statements written by hand', () => {
  test('answer the columns that they declare: names, types, and nulls where PostgreSQL tells', async () => {
    expect(declared.length).toBeGreaterThan(250);
    const wrong: string[] = [];
    for (const each of declared)
      wrong.push(...(await checkStatement(client, tables, each)).map((fault) => `${fault}\n  ${each.text.trim()}`));
    expect(wrong).toEqual([]);
  });

  test('are declared wherever rows are read', () => {
    const asserting = sources.filter((file) => !file.startsWith('database/') && ASSERTED.test(textOf(file)));
    expect(asserting.filter((file) => !NOT_DECLARED_YET.some((room) => file.startsWith(room)))).toEqual([]);
  });

  test('are refused when a name, a type, a null or the table says something else', async () => {
    const from = 'from person p left join department d on d.id = p.department_id';
    const faults = (columns: Statement['columns'], text: string) =>
      checkStatement(client, tables, statement(columns, text));
    expect(await faults({ id: 'uuid', name: 'text' }, 'select id, name from person')).toEqual([]);
    expect(await faults({ id: 'uuid', named: 'text' }, 'select id, name from person')).toEqual([
      'named is declared but not answered',
      'name is answered but not declared',
    ]);
    expect(await faults({ id: 'text' }, 'select id from person')).toEqual(['id is uuid, not text']);
    expect(await faults({ email: 'text' }, 'select email from person')).toEqual(['email may be null']);
    expect(await faults({ name: 'text?' }, 'select name from person')).toEqual(['name is never null']);
    expect(await faults({ name: 'text?' }, `select d.name ${from}`)).toEqual([]);
    expect(await faults({ facts: { type: 'json', nullable: false } }, 'select facts from person')).toEqual([
      'facts is person.facts: take its type from the entity',
    ]);
    expect(
      await faults(
        { name: { of: { entity: PersonEntity, property: 'email' }, nullable: false } },
        'select name from person',
      ),
    ).toEqual(['name is person.name, not person.email']);
    expect(await faults({}, 'update person set nickname = $1')).toEqual([
      expect.stringContaining('column "nickname" of relation "person" does not exist'),
    ]);
  });
});
