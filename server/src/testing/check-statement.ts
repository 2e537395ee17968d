import type { EntitySchemaWithMeta } from '@mikro-orm/core';
import type { Client } from 'pg';
import { columnName } from '../database/column-name.js';
import type { Column, ColumnType, Statement, TypedColumn } from '../database/statement.js';
import { type DescribedColumn, describeStatement } from './describe-statement.js';

/** PostgreSQL's types as the driver hands them on. */
const TYPES = new Map<number, ColumnType>([
  [16, 'boolean'],
  [17, 'bytea'],
  [20, 'bigint'],
  [21, 'int'],
  [23, 'int'],
  [25, 'text'],
  [114, 'json'],
  [701, 'double'],
  [1000, 'boolean[]'],
  [1007, 'int[]'],
  [1009, 'text[]'],
  [1022, 'double[]'],
  [1043, 'text'],
  [1082, 'date'],
  [1182, 'date[]'],
  [1184, 'timestamptz'],
  [1185, 'timestamptz[]'],
  [1700, 'numeric'],
  // `void`: what a function answers that answers nothing.
  [2278, 'text'],
  [2950, 'uuid'],
  [2951, 'uuid[]'],
  [3802, 'json'],
]);

interface TableColumn {
  table: string;
  name: string;
  type: number;
  nullable: boolean;
}

/** Columns of all tables, by the numbers that row descriptions name them with (`16412.3`) and by name (`person.email`). */
export type Tables = ReadonlyMap<string, TableColumn>;

export async function readTables(client: Client): Promise<Tables> {
  const { rows } = await client.query<TableColumn & { key: string }>(
    `select a.attrelid::int || '.' || a.attnum as key, c.relname as table, a.attname as name, a.atttypid::int as type, not a.attnotnull as nullable
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and a.attnum > 0`,
  );
  return new Map(
    rows.flatMap(({ key, ...column }) => [[key, column] as const, [`${column.table}.${column.name}`, column] as const]),
  );
}

/** What a statement declares otherwise than PostgreSQL answers, a sentence each. */
export async function checkStatement(client: Client, tables: Tables, { text, columns }: Statement): Promise<string[]> {
  let answered: DescribedColumn[];
  try {
    answered = await describeStatement(client, text);
  } catch (error) {
    return [String(error)];
  }
  const byName = new Map(answered.map((column) => [column.name, column]));
  // Beyond an outer join a column may be null that its table never leaves empty.
  const outer = /\b(left|right|full) (outer )?join\b|\bgrouping sets|\brollup\b/i.test(text);
  return [
    ...Object.keys(columns).flatMap((name) => (byName.has(name) ? [] : [`${name} is declared but not answered`])),
    ...answered.flatMap((column) => {
      const declared = columns[column.name];
      if (declared === undefined) return [`${column.name} is answered but not declared`];
      return faultsOf(column, normal(declared), tables, outer);
    }),
  ];
}

interface Declared {
  type: ColumnType | undefined;
  nullable: boolean;
  /** The statement leaves out the rows in which it is null. */
  present: boolean;
  of: TypedColumn<unknown>['of'];
}

function normal(column: Column): Declared {
  if (typeof column !== 'string')
    return { type: column.type, nullable: column.nullable, present: column.present === true, of: column.of };
  const last = column.at(-1);
  const type = (last === '?' || last === '!' ? column.slice(0, -1) : column) as ColumnType;
  return { type, nullable: last === '?', present: last === '!', of: undefined };
}

function faultsOf(
  { name, type: oid, table, column }: DescribedColumn,
  declared: Declared,
  tables: Tables,
  outer: boolean,
): string[] {
  const type = TYPES.get(oid);
  const source = tables.get(`${table}.${column}`);
  const faults: string[] = [];
  if (type === undefined) faults.push(`${name} has a type that no row declares (oid ${oid})`);
  if (declared.of) {
    const meant = fieldOf(declared.of.entity, declared.of.property);
    const field = tables.get(meant);
    if (!field) faults.push(`${name} is declared as ${meant}, which is no column`);
    else if (source && source !== field) faults.push(`${name} is ${source.table}.${source.name}, not ${meant}`);
    else if (type !== TYPES.get(field.type)) faults.push(`${name} is ${type}, not ${TYPES.get(field.type)}`);
  } else if (type !== undefined && type !== declared.type) {
    faults.push(`${name} is ${type}, not ${declared.type}`);
  } else if (declared.type === 'json' && source) {
    faults.push(`${name} is ${source.table}.${source.name}: take its type from the entity`);
  }
  if (!source) return faults;
  if (source.nullable && !declared.nullable && !declared.present) faults.push(`${name} may be null`);
  if (!source.nullable && (declared.present || (declared.nullable && !outer))) faults.push(`${name} is never null`);
  return faults;
}

/** The table's column that a property stands for. */
const fieldOf = ({ tableName }: EntitySchemaWithMeta, property: string): string =>
  `${tableName}.${columnName(property)}`;
