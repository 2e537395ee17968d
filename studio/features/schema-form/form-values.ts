import type { FormField } from './fields-of-schema';

export type Values = Record<string, unknown>;

/** A secret is left as it is, replaced, or erased; what is stored never comes back to the form. */
export type SecretEdit = { do: 'keep' } | { do: 'replace'; text: string } | { do: 'erase' };

export type FieldError = 'required' | 'number' | 'whole' | 'range' | 'pattern' | 'json' | 'tooMany';

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The settings below one name, as a record. */
export const groupIn = (values: Values, name: string): Values => {
  const value = values[name];
  return isRecord(value) ? value : {};
};

/** What a form begins with: each default that the schema names. */
export function startValues(fields: readonly FormField[]): Values {
  const values: Values = {};
  for (const field of fields) {
    if (field.kind === 'group') {
      const inner = startValues(field.fields);
      if (Object.keys(inner).length > 0 || field.required) values[field.name] = inner;
    } else if (field.fallback !== undefined) {
      values[field.name] = structuredClone(field.fallback);
    } else if (field.required && field.kind === 'flag') {
      values[field.name] = false;
    } else if (field.required && field.kind === 'choice' && field.options[0]) {
      values[field.name] = field.options[0].value;
    }
  }
  return values;
}

/** The values with one changed; an emptied field is left out, so that the plugin's own default holds. */
export function withValue(values: Values, path: readonly string[], value: unknown): Values {
  const [name, ...rest] = path;
  if (name === undefined || (value === undefined && !(name in values))) return values;
  const next = rest.length > 0 ? withValue(groupIn(values, name), rest, value) : value;
  const { [name]: _, ...others } = values;
  if (next === undefined || next === '') return others;
  return name in values
    ? Object.fromEntries(Object.entries(values).map(([key, old]) => [key, key === name ? next : old]))
    : { ...others, [name]: next };
}

function patternHolds(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    // A pattern that this browser cannot read is the server's to judge.
    return true;
  }
}

function errorOf(field: FormField, value: unknown): FieldError | undefined {
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (isEmpty)
    return field.required && field.kind !== 'secret' && field.fallback === undefined ? 'required' : undefined;
  switch (field.kind) {
    case 'text':
      return typeof value !== 'string' || (field.pattern && !patternHolds(field.pattern, value))
        ? 'pattern'
        : undefined;
    case 'number': {
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'number';
      if (field.whole && !Number.isInteger(value)) return 'whole';
      const isInside =
        (field.min === undefined || value >= field.min) && (field.max === undefined || value <= field.max);
      return isInside ? undefined : 'range';
    }
    case 'words':
      return field.max !== undefined && Array.isArray(value) && value.length > field.max ? 'tooMany' : undefined;
    case 'choice':
      return field.options.some((option) => option.value === value) ? undefined : 'pattern';
    default:
      return undefined;
  }
}

/** What is wrong before the server is asked: path of the field (`auth.user`) → kind of error. */
export function errorsIn(
  fields: readonly FormField[],
  values: Values,
  at: readonly string[] = [],
): Map<string, FieldError> {
  const errors = new Map<string, FieldError>();
  for (const field of fields) {
    const path = [...at, field.name];
    if (field.kind === 'group') {
      // An optional group that nobody touched stays away as a whole.
      if (!field.required && !(field.name in values)) continue;
      for (const [key, error] of errorsIn(field.fields, groupIn(values, field.name), path)) errors.set(key, error);
      continue;
    }
    const error = errorOf(field, values[field.name]);
    if (error) errors.set(path.join('.'), error);
  }
  return errors;
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
