import type { FormField } from '@planwright/schema/settings';
import { fieldsDrawn } from './fields-drawn';
import { recordIn, type Values, variantOf } from './form-values';

export type FieldError = 'required' | 'number' | 'whole' | 'range' | 'pattern' | 'tooMany' | 'tooFew' | 'nameless';

function patternHolds(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    // A pattern that this browser cannot read is the server's to judge.
    return true;
  }
}

const size = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one branch for each rule of a field
function errorOf(field: FormField, value: unknown): FieldError | undefined {
  // An entry that was added and left empty is null once it was kept.
  const isEmpty =
    value === undefined ||
    value === null ||
    value === '' ||
    (field.kind !== 'list' && Array.isArray(value) && !value.length);
  if (isEmpty)
    return field.required && field.kind !== 'secret' && field.kind !== 'group' && field.fallback === undefined
      ? 'required'
      : undefined;
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
      return field.max !== undefined && size(value) > field.max ? 'tooMany' : undefined;
    case 'list':
      if (field.min !== undefined && size(value) < field.min) return 'tooFew';
      return field.max !== undefined && size(value) > field.max ? 'tooMany' : undefined;
    case 'map':
      return '' in recordIn(value) ? 'nameless' : undefined;
    case 'choice':
      return field.options.some((option) => option.value === String(value)) ? undefined : 'pattern';
    case 'variants':
      return variantOf(field, value) ? undefined : 'required';
    default:
      return undefined;
  }
}

/** What is wrong before the server is asked: path of the field (`auth.user`) → kind of error. */
export function errorsIn(fields: readonly FormField[], values: Values): Map<string, FieldError> {
  const errors = new Map<string, FieldError>();
  for (const { path, field, value } of fieldsDrawn(fields, values, 'without')) {
    const error = errorOf(field, value);
    if (error) errors.set(path, error);
  }
  return errors;
}
