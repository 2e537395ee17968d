import type { FormField } from '@planwright/schema/settings';
import { entryAt, listIn, recordIn, type Values, variantOf } from './form-values';

/** A field that is drawn now, with the value that it shows. */
export interface Drawn {
  /** `auth.user`, `headers.0.name`: the same path as in the settings. */
  path: string;
  field: FormField;
  value: unknown;
}

/**
 * Each field of the form as it stands: entries of lists and maps one by one, of several forms the chosen one.
 * @param untouched `without`: an optional group that nobody touched stays away as a whole
 */
export function fieldsDrawn(
  fields: readonly FormField[],
  values: Values,
  untouched: 'with' | 'without' = 'with',
  at: readonly string[] = [],
): Drawn[] {
  const within = (inner: readonly FormField[], of: Values, path: readonly string[]) =>
    fieldsDrawn(inner, of, untouched, path);
  const below = (field: FormField, value: unknown, path: readonly string[]): Drawn[] => {
    switch (field.kind) {
      case 'group':
        if (untouched === 'without' && !field.required && value === undefined) return [];
        return within(field.fields, recordIn(value), path);
      case 'list':
        return listIn(value).flatMap((entry, index) =>
          within([entryAt(field, String(index))], { [index]: entry }, path),
        );
      case 'map':
        return Object.entries(recordIn(value)).flatMap(([name, entry]) =>
          within([entryAt(field, name)], { [name]: entry }, path),
        );
      case 'variants':
        return within(variantOf(field, value)?.fields ?? [], recordIn(value), path);
      default:
        return [];
    }
  };
  return fields.flatMap((field) => {
    const path = [...at, field.name];
    const value = values[field.name];
    return [{ path: path.join('.'), field, value }, ...below(field, value, path)];
  });
}
