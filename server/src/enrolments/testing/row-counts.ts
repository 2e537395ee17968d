import { expect } from '@jest/globals';
import type { Sql } from '../../database/sql.js';

/** Tables that may grow without anything having changed: sessions, and the trail of what was refused. */
const NOT_COUNTED = ['session', 'audit_entry', 'sign_in_failure', 'schema_migration', 'mikro_orm_migrations'];

/** Rows in every table, with a hash of what they say. */
export async function contentOf(sql: Sql): Promise<Record<string, string>> {
  const tables = await sql.rows<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const content: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !NOT_COUNTED.includes(table.name))) {
    const row = await sql.row<{ content: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as content from "${name}" t`,
    );
    content[name] = row?.content ?? '';
  }
  return content;
}

/** Whatever `work` answers, every table holds afterwards what it held before. */
export async function changesNothing<T>(sql: Sql, work: () => Promise<T>): Promise<T> {
  const before = await contentOf(sql);
  const answer = await work();
  expect(await contentOf(sql)).toEqual(before);
  return answer;
}
