import { type Platform, p, Type } from '@mikro-orm/core';
import type { Instant, PlainDate } from '@planwright/schema/time';

/** What the driver has made of a column (`column-types.ts`) is what the program works with: nothing is converted again. */
class AsItComes<T> extends Type<T, T> {
  constructor(private readonly column: string) {
    super();
  }
  override getColumnType(): string {
    return this.column;
  }
  override compareAsType(): string {
    return 'string';
  }
}

/** The id of a row; PostgreSQL makes one where none is given. */
export const id = () => p.uuid().primary().defaultRaw('gen_random_uuid()');

/** An id that is derived from what the row is about. */
export const givenId = () => p.uuid().primary();

/** timestamptz as Instant. */
export const instant = () => p.type(new AsItComes<Instant>('timestamptz'));

/** date as PlainDate. */
export const plainDate = () => p.type(new AsItComes<PlainDate>('date'));

/** A list is read as the driver has it, and written as PostgreSQL writes it: `{a,b}`. */
class List<T extends string> extends Type<T[], string> {
  constructor(private readonly of: string) {
    super();
  }
  override getColumnType(): string {
    return `${this.of}[]`;
  }
  override convertToDatabaseValue(list: T[], platform: Platform): string {
    return platform.marshallArray(list);
  }
}

/** A list of one type. */
export const arrayOf = <T extends string = string>(column: 'uuid' | 'text' | 'date' | 'timestamptz') =>
  p.type(new List<T>(column));

/** double precision. */
export const double = () => p.double().$type<number>();

/** bytea. */
export const bytes = () => p.type(new AsItComes<Buffer>('bytea'));
