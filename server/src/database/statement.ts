import type { EntitySchemaWithMeta } from '@mikro-orm/core';
import { columnName } from './column-name.js';

/** How a column of each type arrives. */
interface Arriving {
  uuid: string;
  text: string;
  boolean: boolean;
  int: number;
  double: number;
  bigint: string;
  numeric: string;
  /** An Instant. */
  timestamptz: string;
  /** A PlainDate. */
  date: string;
  bytea: Buffer;
  'uuid[]': string[];
  'text[]': string[];
  'int[]': number[];
  'double[]': number[];
  'boolean[]': boolean[];
  'timestamptz[]': string[];
  'date[]': string[];
}

export type ColumnType = keyof Arriving | 'json';

/** A column whose TypeScript type says more than its type in PostgreSQL. */
export interface TypedColumn<T> {
  /** Of a table's column: where its type stands. */
  readonly of?: { entity: EntitySchemaWithMeta; property: string };
  readonly type?: ColumnType;
  readonly nullable: boolean;
  /** Not null here, although the table allows it: the statement sees to that. */
  readonly present?: boolean;
  /** Never there at run time. */
  readonly '~value'?: T;
}

/**
 * A column of a result: its type, with `?` where it may be null, and with `!` where the table's column may be null but the
 * statement leaves those rows out.
 */
export type Column = keyof Arriving | `${keyof Arriving}${'?' | '!'}` | TypedColumn<unknown>;

type ValueOf<C> =
  C extends TypedColumn<infer T>
    ? T
    : C extends keyof Arriving
      ? Arriving[C]
      : C extends `${infer Name extends keyof Arriving}?`
        ? Arriving[Name] | null
        : C extends `${infer Name extends keyof Arriving}!`
          ? Arriving[Name]
          : never;

export type RowOf<Columns> = { -readonly [Name in keyof Columns]: ValueOf<Columns[Name]> };

type PropertiesOf<Entity> = Entity extends { readonly properties: infer Properties } ? Properties : never;
type PropertyValue<Property> = Property extends { '~type'?: { value: infer Value }; '~options': infer Options }
  ? Options extends { nullable: true }
    ? Value | null
    : Value
  : never;

/** A column of a table, as its entity declares it. */
export function column<Entity extends EntitySchemaWithMeta, Name extends keyof PropertiesOf<Entity> & string>(
  entity: Entity,
  property: Name,
): TypedColumn<PropertyValue<PropertiesOf<Entity>[Name]>> {
  const declared = (entity.properties as Record<string, { nullable?: boolean }>)[property];
  return { of: { entity, property }, nullable: declared?.nullable === true };
}

/** Several columns of a table under the names of their properties. */
export function columns<Entity extends EntitySchemaWithMeta, Name extends keyof PropertiesOf<Entity> & string>(
  entity: Entity,
  ...properties: Name[]
): { [Property in Name]: TypedColumn<PropertyValue<PropertiesOf<Entity>[Property]>> } {
  return Object.fromEntries(properties.map((property) => [property, column(entity, property)])) as {
    [Property in Name]: TypedColumn<PropertyValue<PropertiesOf<Entity>[Property]>>;
  };
}

/**
 * Columns of one table as a select list, each under the name of its property: `p.id, p.job_role as "jobRole"`. So the name of a
 * column stands in its entity alone.
 */
export function listOf(columns: Readonly<Record<string, TypedColumn<unknown>>>, alias: string): string {
  return Object.entries(columns)
    .map(([name, { of }]) => {
      if (!of) throw new Error(`${name} is no column of a table`);
      const field = `${alias}.${columnName(of.property)}`;
      return field === `${alias}.${name}` ? field : `${field} as "${name}"`;
    })
    .join(', ');
}

/** JSON that the statement itself puts together: its shape is what we say it is. */
export const json = <T>(): TypedColumn<T> => ({ type: 'json', nullable: false });

/** A text of which the statement itself says what it can be. */
export const oneOf = <const T extends string>(..._values: T[]): TypedColumn<T> => ({ type: 'text', nullable: false });

/** The same column where the statement leaves out the rows in which it is null. */
export const present = <T>(typed: TypedColumn<T>): TypedColumn<NonNullable<T>> => ({
  ...(typed as TypedColumn<NonNullable<T>>),
  nullable: false,
  present: true,
});

/** A statement written by hand, with the columns of the rows it answers. */
export interface Statement<Row extends object = object> {
  readonly text: string;
  readonly columns: Readonly<Record<string, Column>>;
  readonly '~row'?: Row;
}

const registered: Statement[] = [];

/**
 * Declares a statement. Its row type comes from `columns`, and `statements.test.ts` holds those to what PostgreSQL answers: names,
 * types, and nulls where they can be derived. Declared once, when its module is loaded.
 */
export function statement<const Columns extends Readonly<Record<string, Column>>>(
  columns: Columns,
  text: string,
): Statement<RowOf<Columns>> {
  const declared: Statement<RowOf<Columns>> = { text, columns };
  registered.push(declared);
  return declared;
}

/** Every statement of the modules that are loaded. */
export const registeredStatements = (): readonly Statement[] => registered;
