import type { Language } from '../text/index.js';
import type { FormField, Variant } from './form-field.js';
import { isSchema, meant, numberIn, optionsOf, orNothing, type Schema, waysOf, withoutNull } from './read-schema.js';
import { textOf, titleOfName } from './text-of.js';
import type { Undrawable, WhyUndrawable } from './why-undrawable.js';

/** How a schema is read. */
export interface Reading {
  language: Language;
  /** Secrets are sealed by the names that lead to them; an entry of a list has none. */
  isSealable: boolean;
  /** Hears of each setting that no field is drawn for. */
  refuse: (one: Undrawable) => void;
}

/** The fields of a plugin's settings, in the order of its author. What cannot be drawn is left out: see `undrawableSettings`. */
export function fieldsOfSchema(schema: unknown, language: Language): FormField[] {
  return isSchema(schema) ? fieldsIn(schema, { language, isSealable: true, refuse: () => undefined }, []) : [];
}

/** The fields of an object's schema. */
export function fieldsIn(schema: Schema, reading: Reading, at: readonly string[]): FormField[] {
  if (!isSchema(schema.properties)) return [];
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  return Object.entries(schema.properties).flatMap(([name, each]) => {
    const path = [...at, name];
    if (!isSchema(each)) {
      reading.refuse({ path, why: 'anything' });
      return [];
    }
    const field = fieldOf(name, each, required.has(name), reading, path);
    return field ? [field] : [];
  });
}

function lookOf(schema: Schema): 'line' | 'lines' | 'url' | 'email' | 'time' {
  if (schema.format === 'uri' || schema.format === 'url') return 'url';
  if (schema.format === 'email') return 'email';
  if (schema.format === 'time' || (typeof schema.pattern === 'string' && schema.pattern.includes(':[0-5]')))
    return 'time';
  return schema.multiline === true || schema['x-multiline'] === true ? 'lines' : 'line';
}

// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one branch for each kind of field that a schema can ask for
function fieldOf(
  name: string,
  given: Schema,
  required: boolean,
  reading: Reading,
  path: string[],
): FormField | undefined {
  const { language } = reading;
  const refused = (why: WhyUndrawable): undefined => {
    reading.refuse({ path, why });
  };
  const { schema, isNullable } = withoutNull(given);
  if (isNullable && required) return refused('empty');
  const base = {
    name,
    title: textOf(schema['x-title'] ?? schema.title, language) ?? titleOfName(name),
    required,
    ...orNothing('description', textOf(schema['x-description'] ?? schema.description, language)),
    ...orNothing('fallback', schema.default ?? undefined),
  };
  if (schema.secret === true) return reading.isSealable ? { ...base, kind: 'secret' } : refused('secret');
  if (typeof schema.$ref === 'string') return refused('reference');
  if ('allOf' in schema || 'if' in schema || 'not' in schema) return refused('conditions');
  if ('const' in schema) return { ...base, kind: 'fixed', fallback: schema.const };
  const choice = optionsOf(schema, language);
  if (choice)
    return { ...base, kind: 'choice', options: choice.options, ...(choice.isNumeric ? { numeric: true } : {}) };
  const ways = waysOf(schema);
  if (ways || Array.isArray(schema.enum)) {
    const tagged = ways && taggedWays(ways);
    if (!tagged) return refused('mixed');
    return { ...base, kind: 'variants', tag: tagged.tag, variants: variantsOf(tagged, schema, reading, path) };
  }
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
      if ('prefixItems' in schema) return refused('places');
      if (!isSchema(schema.items)) return refused('anything');
      const several = optionsOf(schema.items, language);
      if (several && !several.isNumeric) return { ...base, kind: 'choices', options: several.options };
      const max = orNothing('max', numberIn(schema, 'maxItems'));
      if (!several && schema.items.type === 'string' && !('const' in schema.items))
        return { ...base, kind: 'words', ...max };
      const entry = entryOf(schema.items, base.title, reading, path);
      return entry && { ...base, kind: 'list', entry, ...orNothing('min', numberIn(schema, 'minItems')), ...max };
    }
    case 'object': {
      if (isSchema(schema.properties) && Object.keys(schema.properties).length > 0)
        return { ...base, kind: 'group', fields: fieldsIn(schema, reading, path) };
      if (!isSchema(schema.additionalProperties) || Object.keys(schema.additionalProperties).length === 0)
        return refused('anything');
      const entry = entryOf(schema.additionalProperties, base.title, reading, path);
      return entry && { ...base, kind: 'map', entry };
    }
    default:
      return refused(Array.isArray(schema.type) ? 'mixed' : 'anything');
  }
}

/** What is drawn for each entry; it has the title of its list unless it has its own. */
function entryOf(schema: Schema, title: string, reading: Reading, path: string[]): FormField | undefined {
  const entry = fieldOf('*', schema, true, { ...reading, isSealable: false }, [...path, '*']);
  if (!entry) return undefined;
  const ownTitle = textOf(schema['x-title'] ?? schema.title, reading.language);
  return { ...entry, title: ownTitle ?? title };
}

interface Tagged {
  tag: string;
  ways: { value: string; schema: Schema; properties: Schema }[];
}

/** The forms of a setting when they are objects that differ in one text: the tag. */
function taggedWays(ways: readonly unknown[]): Tagged | undefined {
  const objects = ways.flatMap((way) =>
    isSchema(way) && isSchema(way.properties) ? [{ schema: way, properties: way.properties }] : [],
  );
  if (objects.length < ways.length) return undefined;
  const valueAt = (properties: Schema, name: string): string | undefined => {
    const property = properties[name];
    return isSchema(property) && typeof property.const === 'string' ? property.const : undefined;
  };
  const tag = Object.keys(objects[0]?.properties ?? {}).find((name) => {
    const values = objects.map(({ properties }) => valueAt(properties, name));
    return values.every((value) => value !== undefined) && new Set(values).size === values.length;
  });
  if (tag === undefined) return undefined;
  return { tag, ways: objects.map((each) => ({ ...each, value: valueAt(each.properties, tag) ?? '' })) };
}

function variantsOf({ tag, ways }: Tagged, schema: Schema, reading: Reading, path: string[]): Variant[] {
  const labels = isSchema(schema.labels) ? schema.labels : {};
  return ways.map(({ value, schema: way, properties }) => {
    const { [tag]: mark, ...others } = properties;
    const ownTitle = isSchema(mark) ? mark.title : undefined;
    return {
      value,
      label: textOf(labels[value] ?? way.title ?? ownTitle, reading.language) ?? value,
      fields: fieldsIn({ ...way, properties: others }, { ...reading, isSealable: false }, path),
    };
  });
}
