'use client';
import type { FormField } from '@planwright/schema/settings';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { keptBy } from '@/features/device/kept-text';
import { LongText } from '@/features/device/long-text';
import { Check } from '@/features/ui/check';
import { Field } from '@/features/ui/field';
import type { InputProps } from './form-context';
import { chosenValue } from './form-values';
import styles from './schema-form.module.css';

type Of<Kind extends FormField['kind']> = InputProps & { field: Extract<FormField, { kind: Kind }> };

/** Yes or no. */
export function FlagInput({ field, value, set, shared, labelled, off }: Of<'flag'>) {
  const { keeper: _, ...plain } = shared;
  return (
    <div className={styles.flag}>
      <Check
        {...plain}
        disabled={off}
        checked={value === true || (value === undefined && field.fallback === true)}
        onCheck={set}
      >
        {field.title}
      </Check>
      {field.description && <span className={styles.hint}>{field.description}</span>}
      {labelled.error && <span className={styles.error}>{labelled.error}</span>}
    </div>
  );
}

/** Several of a few. */
export function ChoicesInput({ field, value, set, labelled, off }: Of<'choices'>) {
  const chosen: unknown[] = Array.isArray(value) ? value : [];
  return (
    <fieldset className={styles.checks} disabled={off}>
      <legend>{field.title}</legend>
      {field.options.map((option) => (
        <Check
          key={option.value}
          checked={chosen.includes(option.value)}
          onCheck={(checked) =>
            set(
              field.options
                .map((each) => each.value)
                .filter((each) => (each === option.value ? checked : chosen.includes(each))),
            )
          }
        >
          {option.label}
        </Check>
      ))}
      {labelled.error && <span className={styles.error}>{labelled.error}</span>}
    </fieldset>
  );
}

/** One of several. */
export function ChoiceInput({ field, value, set, shared, labelled, off }: Of<'choice'>) {
  const { keeper: _, ...plain } = shared;
  const isEmptyOffered = (!field.required || value === undefined) && field.fallback === undefined;
  return (
    <Field {...labelled}>
      {(control) => (
        <select
          {...control}
          {...plain}
          disabled={off}
          value={String(typeof value === 'string' || typeof value === 'number' ? value : (field.fallback ?? ''))}
          onChange={(event) => set(event.target.value === '' ? undefined : chosenValue(field, event.target.value))}
        >
          {isEmptyOffered && <option value="">–</option>}
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function TextInput({ field, value, set, shared, labelled, off }: Of<'text'>) {
  const { keeper, ...plain } = shared;
  const text = typeof value === 'string' ? value : '';
  const placeholder = typeof field.fallback === 'string' ? field.fallback : field.look === 'time' ? '09:00' : undefined;
  return (
    <Field {...labelled}>
      {(control) =>
        field.look === 'lines' ? (
          <LongText
            {...control}
            {...plain}
            readOnly={off}
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
            readOnly={off}
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

/** What is not yet a number is kept while it is typed, and reported as it stands. */
export function NumberInput({ field, value, set, shared, labelled, off }: Of<'number'>) {
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

/** Texts, one a line. */
export function WordsInput({ value, set, shared, labelled, off }: InputProps) {
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
