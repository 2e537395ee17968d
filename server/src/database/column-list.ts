import { type EntitySchema, type InferEntity, Type, types } from '@mikro-orm/core';
import { columnName } from './column-name.js';
import { instantOfJson, instantSql } from './sql-instant.js';

/**
 * Columns of a table that hand-written statements name, taken from its entity: what is written and what is read cannot come
 * apart, and values that come without names are named by the list. Statements are made once, when their module is loaded.
 */
interface Columns {
  /** Of properties, in the order of the entity. */
  names: readonly string[];
  /** Types of PostgreSQL, in the same order. */
  types: readonly string[];
}

export interface ColumnList<Row> extends Columns {
  names: readonly (keyof Row & string)[];
  /** Never set: for the compiler alone. */
  row?: Row;
}

/** A row as statements answer it: a column without a value is null. */
export type TableRow<Entity> = {
  -readonly [Key in keyof InferEntity<Entity> as Key extends string ? Key : never]-?: Exclude<
    InferEntity<Entity>[Key],
    undefined
  >;
};

/** All columns of an entity but those named. */
export function columnsBut<Entity extends EntitySchema, Left extends keyof TableRow<Entity> & string>(
  { meta }: Entity,
  ...left: Left[]
): ColumnList<Omit<TableRow<Entity>, Left>> {
  const named = Object.entries(meta.properties).filter(([name]) => !(left as string[]).includes(name));
  return {
    names: named.map(([name]) => name) as (keyof Omit<TableRow<Entity>, Left> & string)[],
    types: named.map(([name, { type }]) => typeInSql(type, `${meta.tableName}.${name}`)),
  };
}

const SQL_TYPES = new Map<unknown, string>([
  [types.uuid, 'uuid'],
  [types.text, 'text'],
  [types.integer, 'int'],
  [types.double, 'float8'],
  [types.boolean, 'boolean'],
  [types.json, 'jsonb'],
]);

function typeInSql(type: unknown, column: string): string {
  const known = type instanceof Type ? type.getColumnType({} as never, {} as never) : SQL_TYPES.get(type);
  if (known === undefined) throw new Error(`no list of columns knows the type of ${column}`);
  return known;
}

/** `done, on_time` */
export const columnNames = (properties: readonly string[]): string => properties.map(columnName).join(', ');

/** `"done", "onTime"`: as a record set names them. */
export const quotedNames = (properties: readonly string[]): string => properties.map((name) => `"${name}"`).join(', ');

/** `s.done as "done", s.on_time as "onTime"`, instants as text. */
export const selectedColumns = ({ names, types: kinds }: Columns, table: string): string =>
  names
    .map((name, at) => {
      const column = `${table}.${columnName(name)}`;
      return `${kinds[at] === 'timestamptz' ? instantSql(column) : column} as "${name}"`;
    })
    .join(', ');

/** `"done" int, "onTime" int`: for `jsonb_to_recordset`. */
export const recordColumns = ({
  names,
  types: kinds,
}: Pick<ColumnList<never>, 'types'> & { names: readonly string[] }) =>
  names.map((name, at) => `"${name}" ${kinds[at]}`).join(', ');

/** `done = excluded.done, on_time = excluded.on_time` */
export const overwritten = (properties: readonly string[]): string =>
  properties.map((name) => `${columnName(name)} = excluded.${columnName(name)}`).join(', ');

/** `json_build_array(s.done, s.on_time)`: without names, and instants as PostgreSQL writes them in JSON. */
export const listedValues = ({ names }: Columns, table: string): string =>
  `json_build_array(${names.map((name) => `${table}.${columnName(name)}`).join(', ')})`;

/** Names the values of `listedValues`. */
export function rowReader<Row>({ names, types: kinds }: ColumnList<Row>): (values: readonly unknown[]) => Row {
  const isInstant = kinds.map((kind) => kind === 'timestamptz');
  return (values) => {
    const row: Record<string, unknown> = {};
    names.forEach((name, at) => {
      const value = values[at];
      row[name] = isInstant[at] && typeof value === 'string' ? instantOfJson(value) : value;
    });
    return row as Row;
  };
}

/**
 * Writes the rows of a JSON parameter, the workspace being `$1`. Where the key is there already, all columns are replaced but the
 * key's and those that never change.
 */
export function upsertRows<Row>(
  table: string,
  list: ColumnList<Row>,
  key: readonly (keyof Row & string)[],
  fixed: readonly (keyof Row & string)[] = [],
): (rows: string) => string {
  const { names } = list;
  const replaced = names.filter((name) => !key.includes(name) && !fixed.includes(name));
  return (rows) => `insert into ${table} (workspace_id, ${columnNames(names)})
  select $1::uuid, ${quotedNames(names)} from jsonb_to_recordset(${rows}) as r(${recordColumns(list)})
  on conflict (${columnNames(key)}) do update set ${overwritten(replaced)}`;
}
