import type { FormField } from '@planwright/schema/settings';

export type Values = Record<string, unknown>;

/** A secret is left as it is, replaced, or erased; what is stored never comes back to the form. */
export type SecretEdit = { do: 'keep' } | { do: 'replace'; text: string } | { do: 'erase' };

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Settings within a setting: of a group, a map, or one of several forms. */
export const recordIn = (value: unknown): Values => (isRecord(value) ? value : {});

/** The entries of a list. */
export const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The field of one entry: it is named by its place in the list or map. */
export const entryAt = ({ entry }: Extract<FormField, { kind: 'list' | 'map' }>, name: string): FormField => ({
  ...entry,
  name,
});

/** The form that a setting with several has now; undefined until one is chosen. */
export const variantOf = (field: Extract<FormField, { kind: 'variants' }>, value: unknown) =>
  field.variants.find((variant) => isRecord(value) && value[field.tag] === variant.value);

/** What a field begins with; undefined = nothing. */
export function startValue(field: FormField): unknown {
  if (field.kind === 'group') {
    const inner = startValues(field.fields);
    return Object.keys(inner).length > 0 || field.required ? inner : undefined;
  }
  if (field.fallback !== undefined) return structuredClone(field.fallback);
  if (!field.required) return undefined;
  switch (field.kind) {
    case 'flag':
      return false;
    case 'choice':
      return field.options[0] && chosenValue(field, field.options[0].value);
    case 'list':
      return [];
    case 'map':
      return {};
    case 'variants':
      return field.variants[0] && startOfVariant(field, field.variants[0]);
    default:
      return undefined;
  }
}

/** What a form of several begins with: its tag, and the defaults of its fields. */
export const startOfVariant = (
  field: Extract<FormField, { kind: 'variants' }>,
  variant: (typeof field.variants)[number],
): Values => ({ [field.tag]: variant.value, ...startValues(variant.fields) });

/** What a form begins with: each default that the schema names. */
export function startValues(fields: readonly FormField[]): Values {
  const values: Values = {};
  for (const field of fields) {
    const value = startValue(field);
    if (value !== undefined) values[field.name] = value;
  }
  return values;
}

/** A choice as it stands in the settings. */
export const chosenValue = (field: Extract<FormField, { kind: 'choice' }>, value: string): string | number =>
  field.numeric ? Number(value) : value;

/** The values with one changed; an emptied field is left out, so that the plugin's own default holds. */
export function withValue(values: Values, path: readonly string[], value: unknown): Values {
  const [name, ...rest] = path;
  if (name === undefined || (value === undefined && !(name in values))) return values;
  const next = rest.length > 0 ? withValue(recordIn(values[name]), rest, value) : value;
  const { [name]: _, ...others } = values;
  if (next === undefined || next === '') return others;
  return name in values
    ? Object.fromEntries(Object.entries(values).map(([key, old]) => [key, key === name ? next : old]))
    : { ...others, [name]: next };
}

/** Paths of all secret fields. */
export function secretsIn(fields: readonly FormField[], at: readonly string[] = []): string[] {
  return fields.flatMap((field) => {
    const path = [...at, field.name];
    if (field.kind === 'group') return secretsIn(field.fields, path);
    return field.kind === 'secret' ? [path.join('.')] : [];
  });
}

/** What is sent: settings without secrets, then each secret that was changed; absent = unchanged, null = erased. */
export function configToSend(
  fields: readonly FormField[],
  values: Values,
  secrets: ReadonlyMap<string, SecretEdit>,
): Values {
  let config: Values = values;
  for (const path of secretsIn(fields)) {
    const names = path.split('.');
    config = withValue(config, names, undefined);
    const edit = secrets.get(path);
    if (edit?.do === 'erase') config = withValue(config, names, null);
    if (edit?.do === 'replace' && edit.text !== '') config = withValue(config, names, edit.text);
  }
  return config;
}
