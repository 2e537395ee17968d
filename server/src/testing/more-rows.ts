import type { Sql } from '../database/sql.js';

interface Column {
  name: string;
  type: string;
  nullable: boolean;
  /** It names a row of another table, or is a text of which only some are allowed. */
  bound: boolean;
  generated: boolean;
}

const COLUMNS = `
select a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable, a.attgenerated <> '' or a.attidentity <> '' as generated,
  exists (select 1 from pg_constraint c where c.conrelid = a.attrelid and a.attnum = any(c.conkey)
    and (c.contype = 'f' or c.contype = 'c' and a.atttypid = 'text'::regtype)) as bound
from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`;

const UNIQUE = `
select array(select a.attname::text from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey)) as columns
from pg_index i where i.indrelid = $1::regclass and i.indisunique`;

/** Another value of that type, for the `n`th copy of a row. */
function another({ name, type }: Column, n: number): string | undefined {
  if (type === 'text') return `"${name}" || '-${n}'`;
  if (type === 'integer' || type === 'bigint') return `"${name}" + ${n * 1000}`;
  if (type === 'date') return `"${name}" + ${n}`;
  if (type.startsWith('timestamp')) return `"${name}" + interval '${n} minutes'`;
  if (type === 'bytea') return `"${name}" || '\\x0${n}'::bytea`;
  if (type === 'uuid') return 'gen_random_uuid()';
  return undefined;
}

/**
 * Copies every row of these tables of a workspace `copies` times, beside the first one: what hangs on it is not copied. Answers
 * which tables have grown; a row that is one of a kind, by what it belongs to, stays alone.
 */
export async function multiplyRows(
  sql: Sql,
  workspaceId: string,
  tables: readonly string[],
  copies: number,
): Promise<string[]> {
  const grown: string[] = [];
  for (const table of tables) {
    const columns = (await sql.rows<Column>(COLUMNS, [table])).filter(({ generated }) => !generated);
    const byName = new Map(columns.map((column) => [column.name, column]));
    const uniques = (await sql.rows<{ columns: string[] }>(UNIQUE, [table])).map((index) => index.columns);
    const first = (
      await sql.rows<{ id: string }>(`select id from ${table} where workspace_id = $1 order by id limit 20`, [
        workspaceId,
      ])
    ).map(({ id }) => id);
    for (let n = 1; n <= copies; n += 1) {
      const values = new Map(columns.map(({ name }) => [name, `"${name}"`]));
      if (byName.has('id') && !byName.get('id')?.bound) values.set('id', 'gen_random_uuid()');
      for (const names of uniques.filter((index) => !index.includes('id'))) {
        const [free] = names.flatMap((name) => {
          const column = byName.get(name);
          return column && !column.bound ? [column] : [];
        });
        const value = free && another(free, n);
        if (free && value) values.set(free.name, value);
        else
          for (const name of names) if (name !== 'workspace_id' && byName.get(name)?.nullable) values.set(name, 'null');
      }
      const made = await sql.rows(
        `insert into ${table} (${[...values.keys()].map((name) => `"${name}"`).join(', ')})
         select ${[...values.values()].join(', ')} from ${table} where workspace_id = $1 and id = any($2::uuid[])
         on conflict do nothing returning 1`,
        [workspaceId, first],
      );
      if (made.length > 0 && !grown.includes(table)) grown.push(table);
    }
  }
  return grown;
}
