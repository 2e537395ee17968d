'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { keptBy } from '@/features/device/kept-text';
import { LongText } from '@/features/device/long-text';
import { Field } from '@/features/ui/field';
import type { FormField } from './fields-of-schema';
import { type FieldError, groupIn, type SecretEdit, type Values } from './form-values';
import styles from './schema-form.module.css';
import { SecretField } from './secret-field';

export interface FormContext {
  values: Values;
  /** One setting changed; the path holds the group's name first where it is in one. */
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

/** A plugin's settings as native fields. The page holds the values; this only draws and reports. */
export function SchemaForm({
  fields,
  spacing = 'narrow',
  ...context
}: { fields: readonly FormField[]; spacing?: 'narrow' | 'page' } & FormContext) {
  return (
    <div className={styles.form} data-spacing={spacing}>
      {fields.map((field) => (
        <OneField key={field.name} field={field} at={[]} {...context} />
      ))}
    </div>
  );
}

function OneField({ field, at, ...context }: { field: FormField; at: string[] } & FormContext) {
  const path = [...at, field.name];
  const key = path.join('.');
  const shared = {
    'data-field': context.name ? `${context.name}.${key}` : key,
    onBlur: context.onBlur,
    keeper: context.keeper,
  };
  const { keeper, ...plain } = shared;
  const value = context.values[field.name];
  const set = (next: unknown) => context.onChange(path, next);
  const labelled = { label: field.title, hint: field.description, error: context.errorAt(key) };
  const disabled = context.readOnly ?? false;

  switch (field.kind) {
    case 'group':
      return (
        <fieldset className={styles.group}>
          <legend>{field.title}</legend>
          {field.description && <span className={styles.hint}>{field.description}</span>}
          {field.fields.map((inner) => (
            <OneField
              key={inner.name}
              field={inner}
              at={path}
              {...context}
              values={groupIn(context.values, field.name)}
            />
          ))}
        </fieldset>
      );
    case 'secret':
      return <SecretField field={field} path={key} {...context} />;
    case 'flag':
      return (
        <div className={styles.flag}>
          <label className={styles.check}>
            <input
              {...plain}
              type="checkbox"
              disabled={disabled}
              checked={value === true || (value === undefined && field.fallback === true)}
              onChange={(event) => set(event.target.checked)}
            />
            {field.title}
          </label>
          {field.description && <span className={styles.hint}>{field.description}</span>}
          {labelled.error && <span className={styles.error}>{labelled.error}</span>}
        </div>
      );
    case 'choices': {
      const chosen: unknown[] = Array.isArray(value) ? value : [];
      return (
        <fieldset className={styles.checks} disabled={disabled}>
          <legend>{field.title}</legend>
          {field.options.map((option) => (
            <label key={option.value} className={styles.check}>
              <input
                type="checkbox"
                checked={chosen.includes(option.value)}
                onChange={(event) =>
                  set(
                    field.options
                      .map((each) => each.value)
                      .filter((each) => (each === option.value ? event.target.checked : chosen.includes(each))),
                  )
                }
              />
              {option.label}
            </label>
          ))}
          {labelled.error && <span className={styles.error}>{labelled.error}</span>}
        </fieldset>
      );
    }
    case 'choice':
      return (
        <Field {...labelled}>
          {(control) => (
            <select
              {...control}
              {...plain}
              disabled={disabled}
              value={typeof value === 'string' ? value : String(field.fallback ?? '')}
              onChange={(event) => set(event.target.value === '' ? undefined : event.target.value)}
            >
              {(!field.required || value === undefined) && field.fallback === undefined && <option value="">–</option>}
              {field.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          )}
        </Field>
      );
    case 'number':
      return <NumberInput field={field} value={value} set={set} shared={shared} labelled={labelled} off={disabled} />;
    case 'words':
      return <WordsInput value={value} set={set} shared={shared} labelled={labelled} off={disabled} />;
    case 'json':
      return <JsonInput value={value} set={set} shared={shared} labelled={labelled} off={disabled} />;
    case 'text': {
      const text = typeof value === 'string' ? value : '';
      const placeholder =
        typeof field.fallback === 'string' ? field.fallback : field.look === 'time' ? '09:00' : undefined;
      return (
        <Field {...labelled}>
          {(control) =>
            field.look === 'lines' ? (
              <LongText
                {...control}
                {...plain}
                readOnly={disabled}
                maxLength={field.maxLength}
                kept={keptBy(keeper, { value: text, set })}
              />
            ) : (
              <input
                {...control}
                {...plain}
                type={field.look === 'url' ? 'url' : field.look === 'email' ? 'email' : 'text'}
                autoComplete="off"
                spellCheck={false}
                readOnly={disabled}
                required={field.required}
                placeholder={placeholder}
                value={text}
                maxLength={field.maxLength}
                onChange={(event) => set(event.target.value)}
              />
            )
          }
        </Field>
      );
    }
    default:
      return field satisfies never;
  }
}

interface InputProps {
  value: unknown;
  set: (value: unknown) => void;
  shared: { 'data-field': string; onBlur: (() => void) | undefined; keeper: FormContext['keeper'] };
  labelled: { label: string; hint: string | undefined; error: string | undefined };
  off: boolean;
}

/** What is not yet a number is kept while it is typed, and reported as it stands. */
function NumberInput({
  field,
  value,
  set,
  shared,
  labelled,
  off,
}: InputProps & { field: Extract<FormField, { kind: 'number' }> }) {
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (typeof value === 'number' ? String(value) : '');
  return (
    <Field {...labelled}>
      {(control) => (
        <input
          {...control}
          data-field={shared['data-field']}
          type="number"
          inputMode={field.whole ? 'numeric' : 'decimal'}
          step={field.whole ? 1 : 'any'}
          min={field.min}
          max={field.max}
          readOnly={off}
          placeholder={typeof field.fallback === 'number' ? String(field.fallback) : undefined}
          value={shown}
          onChange={(event) => {
            setTyped(event.target.value);
            set(event.target.value === '' ? undefined : Number(event.target.value));
          }}
          onBlur={() => {
            setTyped(undefined);
            shared.onBlur?.();
          }}
        />
      )}
    </Field>
  );
}

function WordsInput({ value, set, shared, labelled, off }: InputProps) {
  const t = useTranslations('integrations.form');
  const [typed, setTyped] = useState<string>();
  const words: unknown[] = Array.isArray(value) ? value : [];
  return (
    <Field {...labelled} hint={labelled.hint ?? t('onePerLine')}>
      {(control) => (
        <LongText
          {...control}
          data-field={shared['data-field']}
          readOnly={off}
          kept={keptBy(shared.keeper, {
            value: typed ?? words.map(String).join('\n'),
            set: (text) => {
              setTyped(text);
              const lines = text
                .split('\n')
                .map((line) => line.trim())
                .filter(Boolean);
              set(lines.length > 0 ? lines : undefined);
            },
          })}
          onBlur={() => {
            setTyped(undefined);
            shared.onBlur?.();
          }}
        />
      )}
    </Field>
  );
}

/** A setting that no field draws; kept to the letter, and changed only while it is JSON. */
function JsonInput({ value, set, shared, labelled, off }: InputProps) {
  const t = useTranslations('integrations.form');
  const [typed, setTyped] = useState<string>();
  const wrong = typed !== undefined && parsed(typed) === NOT_JSON ? t('errors.json') : undefined;
  return (
    <div className={styles.code}>
      <Field {...labelled} error={wrong ?? labelled.error}>
        {(control) => (
          <LongText
            {...control}
            data-field={shared['data-field']}
            readOnly={off}
            spellCheck={false}
            kept={keptBy(shared.keeper, {
              value: typed ?? (value === undefined ? '' : JSON.stringify(value, null, 2)),
              set: (text) => {
                setTyped(text);
                const next = parsed(text);
                if (next !== NOT_JSON) set(next);
              },
            })}
            onBlur={() => {
              if (!wrong) setTyped(undefined);
              shared.onBlur?.();
            }}
          />
        )}
      </Field>
    </div>
  );
}

const NOT_JSON = Symbol('not JSON');

/** Nothing written is no setting. */
function parsed(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return NOT_JSON;
  }
}
