import type { Json } from '@planwright/plugin-sdk';

/** A JSON Schema as manifests carry it. */
export type Schema = Record<string, unknown>;
export type Config = Record<string, Json>;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields of an object's schema. */
export function propertiesOf(schema: unknown): [string, Schema][] {
  const properties = isObject(schema) ? schema.properties : undefined;
  return isObject(properties)
    ? Object.entries(properties).flatMap(([name, field]): [string, Schema][] =>
        isObject(field) ? [[name, field]] : [],
      )
    : [];
}

const isSecret = (field: Schema): boolean => field.secret === true;

/** Paths of the secret fields: `['password']`, `['smtp', 'password']`. */
export function secretPaths(schema: Schema): string[][] {
  return propertiesOf(schema).flatMap(([name, field]) =>
    isSecret(field) ? [[name]] : secretPaths(field).map((path) => [name, ...path]),
  );
}

/** Name of a secret in the database and in references. */
export const secretName = (path: readonly string[]): string => path.join('.');

export function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (isObject(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined),
    value,
  );
}

/** A copy in which the field of that path has another value; undefined takes it away. */
export function withValueAt(
  value: unknown,
  [name, ...rest]: readonly string[],
  leaf: unknown,
): Record<string, unknown> {
  const object = isObject(value) ? { ...value } : {};
  if (name === undefined) return object;
  const inner = rest.length === 0 ? leaf : withValueAt(object[name], rest, leaf);
  if (inner === undefined) delete object[name];
  else object[name] = inner;
  return object;
}

/** The schema as it is checked: no unknown fields at any level, and of secrets only that they are text. */
export function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (!isObject(schema)) return schema;
  if (isSecret(schema)) return { type: 'string' };
  const copy = Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => keyword !== '$schema' && keyword !== '$id')
      .map(([keyword, value]) => {
        if (keyword === 'default' || keyword === 'enum' || keyword === 'const' || keyword === 'examples')
          return [keyword, value];
        if (keyword === 'properties' && isObject(value))
          return [keyword, Object.fromEntries(Object.entries(value).map(([name, field]) => [name, strict(field)]))];
        return [keyword, strict(value)];
      }),
  );
  return 'properties' in copy && !('additionalProperties' in copy) ? { ...copy, additionalProperties: false } : copy;
}

/** What is not said and has a default is that. */
export function withDefaults(schema: Schema, value: Record<string, unknown>): Record<string, unknown> {
  const filled = { ...value };
  for (const [name, field] of propertiesOf(schema)) {
    if (isSecret(field)) continue;
    if (filled[name] === undefined && field.default !== undefined) filled[name] = field.default;
    if (isObject(filled[name])) filled[name] = withDefaults(field, filled[name]);
  }
  return filled;
}
