import type { Language } from '@planwright/schema/text';
import { textOf, titleOfName } from './text-of';

interface Base {
  name: string;
  title: string;
  description?: string;
  required: boolean;
  /** What holds while nothing is entered. */
  fallback?: unknown;
}

export interface Option {
  value: string;
  label: string;
}

/** One field of a form that is drawn from a plugin's JSON Schema. */
export type FormField =
  | (Base & { kind: 'text'; look: 'line' | 'lines' | 'url' | 'email' | 'time'; maxLength?: number; pattern?: string })
  | (Base & { kind: 'number'; whole: boolean; min?: number; max?: number })
  | (Base & { kind: 'flag' })
  | (Base & { kind: 'choice'; options: Option[] })
  | (Base & { kind: 'words'; max?: number })
  | (Base & { kind: 'choices'; options: Option[] })
  /** Write only: it is set, replaced or erased, and never comes back. */
  | (Base & { kind: 'secret' })
  | (Base & { kind: 'group'; fields: FormField[] })
  /** What the form does not draw is written as JSON. */
  | (Base & { kind: 'json' });

type Schema = Record<string, unknown>;
const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const numberIn = (schema: Schema, ...names: string[]): number | undefined =>
  names.map((name) => schema[name]).find((value): value is number => typeof value === 'number');

/** Bounds that zod writes for every whole number say nothing to a person. */
const meant = (bound: number | undefined): number | undefined =>
  bound === undefined || Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? undefined : bound;

function optionsOf(schema: Schema, language: Language): Option[] | undefined {
  const labels = isSchema(schema.labels) ? schema.labels : isSchema(schema['x-labels']) ? schema['x-labels'] : {};
  const named = (value: string, title: unknown): Option => ({
    value,
    label: textOf(labels[value], language) ?? textOf(title, language) ?? value,
  });
  if (Array.isArray(schema.enum)) {
    return schema.enum.filter((each) => typeof each === 'string').map((each) => named(each, undefined));
  }
  const ways = Array.isArray(schema.oneOf) ? schema.oneOf : Array.isArray(schema.anyOf) ? schema.anyOf : undefined;
  if (ways?.every((way): way is Schema => isSchema(way) && typeof way.const === 'string')) {
    return ways.map((way) => named(String(way.const), way.title));
  }
  return undefined;
}

function lookOf(schema: Schema): 'line' | 'lines' | 'url' | 'email' | 'time' {
  if (schema.format === 'uri' || schema.format === 'url') return 'url';
  if (schema.format === 'email') return 'email';
  if (schema.format === 'time' || (typeof schema.pattern === 'string' && schema.pattern.includes(':[0-5]')))
    return 'time';
  return schema.multiline === true || schema['x-multiline'] === true ? 'lines' : 'line';
}

const orNothing = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [key in Name]?: Value };

function fieldOf(name: string, schema: Schema, required: boolean, language: Language, deep: boolean): FormField {
  const description = textOf(schema['x-description'] ?? schema.description, language);
  const base: Base = {
    name,
    title: textOf(schema['x-title'] ?? schema.title, language) ?? titleOfName(name),
    required,
    ...orNothing('description', description),
    ...orNothing('fallback', schema.default),
  };
  if (schema.secret === true) return { ...base, kind: 'secret' };
  const options = optionsOf(schema, language);
  if (options) return { ...base, kind: 'choice', options };
  switch (schema.type) {
    case 'string':
      return {
        ...base,
        kind: 'text',
        look: lookOf(schema),
        ...orNothing('maxLength', numberIn(schema, 'maxLength')),
        ...orNothing('pattern', typeof schema.pattern === 'string' ? schema.pattern : undefined),
      };
    case 'number':
    case 'integer':
      return {
        ...base,
        kind: 'number',
        whole: schema.type === 'integer',
        ...orNothing('min', meant(numberIn(schema, 'minimum', 'exclusiveMinimum'))),
        ...orNothing('max', meant(numberIn(schema, 'maximum', 'exclusiveMaximum'))),
      };
    case 'boolean':
      return { ...base, kind: 'flag' };
    case 'array': {
      const items = isSchema(schema.items) ? schema.items : {};
      const several = optionsOf(items, language);
      if (several) return { ...base, kind: 'choices', options: several };
      return items.type === 'string'
        ? { ...base, kind: 'words', ...orNothing('max', numberIn(schema, 'maxItems')) }
        : { ...base, kind: 'json' };
    }
    case 'object':
      return deep && isSchema(schema.properties) && Object.keys(schema.properties).length > 0
        ? { ...base, kind: 'group', fields: fieldsIn(schema, language, false) }
        : { ...base, kind: 'json' };
    default:
      return { ...base, kind: 'json' };
  }
}

function fieldsIn(schema: Schema, language: Language, deep: boolean): FormField[] {
  if (!isSchema(schema.properties)) return [];
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  return Object.entries(schema.properties).flatMap(([name, each]) =>
    isSchema(each) ? [fieldOf(name, each, required.has(name), language, deep)] : [],
  );
}

/** The fields of a plugin's settings, in the order of its author; objects one level deep. */
export function fieldsOfSchema(schema: unknown, language: Language): FormField[] {
  return isSchema(schema) ? fieldsIn(schema, language, true) : [];
}
