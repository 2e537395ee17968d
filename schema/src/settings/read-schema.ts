import type { Language } from '../text/index.js';
import type { Option } from './form-field.js';
import { textOf } from './text-of.js';

export type Schema = Record<string, unknown>;

export const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first of these keywords that holds a number. */
export const numberIn = (schema: Schema, ...names: string[]): number | undefined =>
  names.map((name) => schema[name]).find((value): value is number => typeof value === 'number');

/** Bounds that zod writes for every whole number say nothing to a person. */
export const meant = (bound: number | undefined): number | undefined =>
  bound === undefined || Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? undefined : bound;

export const orNothing = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [key in Name]?: Value };

/** The forms that a schema may take; undefined where it has one. */
export const waysOf = (schema: Schema): unknown[] | undefined =>
  Array.isArray(schema.oneOf) ? schema.oneOf : Array.isArray(schema.anyOf) ? schema.anyOf : undefined;

/** A schema that may be null, without the null: `anyOf: [X, null]` and `type: ['string', 'null']`. */
export function withoutNull(schema: Schema): { schema: Schema; isNullable: boolean } {
  const ways = waysOf(schema);
  const others = ways?.filter((way) => !(isSchema(way) && way.type === 'null'));
  if (ways && others && others.length < ways.length) {
    const { oneOf: _, anyOf: __, ...marks } = schema;
    const [only] = others;
    const rest = others.length === 1 && isSchema(only) ? { ...only, ...marks } : { ...marks, anyOf: others };
    return { schema: rest, isNullable: true };
  }
  if (Array.isArray(schema.type) && schema.type.includes('null')) {
    const types = schema.type.filter((type) => type !== 'null');
    return { schema: { ...schema, type: types.length === 1 ? types[0] : types }, isNullable: true };
  }
  return { schema, isNullable: false };
}

/** The values that may be chosen, by an enum or by constants; undefined where it is no choice of texts or numbers. */
export function optionsOf(schema: Schema, language: Language): { options: Option[]; isNumeric: boolean } | undefined {
  const labels = isSchema(schema.labels) ? schema.labels : isSchema(schema['x-labels']) ? schema['x-labels'] : {};
  const given = Array.isArray(schema.enum)
    ? schema.enum.map((value: unknown) => ({ value, title: undefined as unknown }))
    : waysOf(schema)?.map((way) => (isSchema(way) ? { value: way.const, title: way.title } : undefined));
  const isOf = (type: 'string' | 'number') => given?.every((each) => typeof each?.value === type) ?? false;
  if (!given || given.length === 0 || (!isOf('string') && !isOf('number'))) return undefined;
  const options = given.map((each) => {
    const value = String(each?.value);
    return { value, label: textOf(labels[value], language) ?? textOf(each?.title, language) ?? value };
  });
  return { options, isNumeric: isOf('number') };
}
