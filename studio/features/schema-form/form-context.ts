import type { FormField } from '@planwright/schema/settings';
import { useTranslations } from 'next-intl';
import type { FieldError } from './field-errors';
import type { SecretEdit, Values } from './form-values';

export interface FormContext {
  values: Values;
  /** One setting changed; the path holds the names of the groups it is in first. */
  onChange: (path: string[], value: unknown) => void;
  /** What is wrong with a field, in a sentence. */
  errorAt: (path: string) => string | undefined;
  /** Names fields for focus: `data-field="reminders.monday.with.at"`. */
  name?: string;
  readOnly?: boolean;
  /** Who keeps what is typed: the page that holds the values. */
  keeper: 'journal' | 'device';
  onBlur?: () => void;
  secrets?: {
    /** Paths of the secrets that are stored. */
    set: ReadonlySet<string>;
    edits: ReadonlyMap<string, SecretEdit>;
    onEdit: (path: string, edit: SecretEdit) => void;
  };
}

/** What a single field needs: its value, what is said beside it, and where a change goes. */
export interface InputProps {
  value: unknown;
  set: (value: unknown) => void;
  shared: { 'data-field': string; onBlur: (() => void) | undefined; keeper: FormContext['keeper'] };
  labelled: { label: string; hint: string | undefined; error: string | undefined };
  off: boolean;
}

/** Sentences for what is wrong before the server is asked. */
export function useFieldErrors(): (error: FieldError | undefined, field?: FormField) => string | undefined {
  const t = useTranslations('integrations.form');
  return (error, field) => {
    if (!error) return undefined;
    if (error === 'range' && field?.kind === 'number') {
      if (field.min === undefined) return t('errors.atMost', { max: field.max ?? 0 });
      if (field.max === undefined) return t('errors.atLeast', { min: field.min });
      return t('errors.between', { min: field.min, max: field.max });
    }
    return t(`errors.${error === 'range' ? 'number' : error}`);
  };
}
