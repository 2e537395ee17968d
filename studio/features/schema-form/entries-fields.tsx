'use client';
import type { FormField } from '@planwright/schema/settings';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '@/features/ui/button';
import { Field } from '@/features/ui/field';
import type { InputProps } from './form-context';
import { entryAt, listIn, recordIn, startValue } from './form-values';
import styles from './schema-form.module.css';

type Of<Kind extends FormField['kind']> = Omit<InputProps, 'labelled'> & {
  field: Extract<FormField, { kind: Kind }>;
  /** Said at the list itself. */
  error: string | undefined;
  /** Draws one entry by the field of entries; `set` takes what it becomes. */
  draw: (entry: FormField, value: unknown, set: (value: unknown) => void) => ReactNode;
};

/** Entries of one shape, one below the other. */
export function ListField({ field, value, set, shared, error, off, draw }: Of<'list'>) {
  const t = useTranslations('integrations.form');
  const entries = listIn(value);
  const change = (next: unknown[]) => set(next.length > 0 || field.required ? next : undefined);
  return (
    <Entries field={field} name={shared['data-field']} error={error}>
      {entries.map((entry, index) => {
        const number = index + 1;
        const own = { ...entryAt(field, String(index)), title: t('entry', { title: field.entry.title, number }) };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry is named by its place alone
          <li key={index} className={styles.entry}>
            {draw(own, entry, (next) => change(entries.with(index, next)))}
            {!off && (
              <Button
                look="quiet"
                icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden />}
                aria-label={t('removeEntry', { title: field.entry.title, number })}
                onClick={() => change(entries.toSpliced(index, 1))}
              />
            )}
          </li>
        );
      })}
      {!off && (field.max === undefined || entries.length < field.max) && (
        <li>
          <Button
            icon={<Plus size={16} strokeWidth={1.75} aria-hidden />}
            onClick={() => change([...entries, startValue(field.entry)])}
          >
            {t('addEntry')}
          </Button>
        </li>
      )}
    </Entries>
  );
}

/** Entries under names that the person gives. A new one has no name until it is typed, and must get one. */
export function MapField({ field, value, set, shared, error, off, draw }: Of<'map'>) {
  const t = useTranslations('integrations.form');
  const entries = Object.entries(recordIn(value));
  const change = (next: [string, unknown][]) =>
    set(next.length > 0 || field.required ? Object.fromEntries(next) : undefined);
  return (
    <Entries field={field} name={shared['data-field']} error={error}>
      {entries.map(([name, entry], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name is what is edited here
        <li key={index} className={styles.entry}>
          <NameInput
            name={name}
            taken={entries.map(([each]) => each)}
            off={off}
            onBlur={shared.onBlur}
            onChange={(next) => change(entries.with(index, [next, entry]))}
          />
          {draw(entryAt(field, name), entry, (next) => change(entries.with(index, [name, next])))}
          {!off && (
            <Button
              look="quiet"
              icon={<Trash2 size={16} strokeWidth={1.75} aria-hidden />}
              aria-label={t('removeEntry', { title: field.title, number: index + 1 })}
              onClick={() => change(entries.toSpliced(index, 1))}
            />
          )}
        </li>
      ))}
      {!off && !entries.some(([name]) => name === '') && (
        <li>
          <Button
            icon={<Plus size={16} strokeWidth={1.75} aria-hidden />}
            onClick={() => change([...entries, ['', startValue(field.entry)]])}
          >
            {t('addEntry')}
          </Button>
        </li>
      )}
    </Entries>
  );
}

/** A name that another entry has is not taken over: it would swallow that entry. */
function NameInput({
  name,
  taken,
  off,
  onBlur,
  onChange,
}: {
  name: string;
  taken: readonly string[];
  off: boolean;
  onBlur: (() => void) | undefined;
  onChange: (name: string) => void;
}) {
  const t = useTranslations('integrations.form');
  const [typed, setTyped] = useState<string>();
  const isTaken = typed !== undefined && typed !== name && taken.includes(typed);
  return (
    <Field label={t('entryName')} error={isTaken ? t('errors.twice') : undefined}>
      {(control) => (
        <input
          {...control}
          type="text"
          autoComplete="off"
          spellCheck={false}
          readOnly={off}
          value={typed ?? name}
          onChange={(event) => {
            setTyped(event.target.value);
            if (!taken.includes(event.target.value)) onChange(event.target.value);
          }}
          onBlur={() => {
            setTyped(undefined);
            onBlur?.();
          }}
        />
      )}
    </Field>
  );
}

function Entries({
  field,
  name,
  error,
  children,
}: {
  field: FormField;
  name: string;
  error: string | undefined;
  children: ReactNode;
}) {
  return (
    // The problem list may lead to the list as a whole.
    <fieldset className={styles.group} data-field={name} tabIndex={-1}>
      <legend>{field.title}</legend>
      {field.description && <span className={styles.hint}>{field.description}</span>}
      <ul className={styles.entries}>{children}</ul>
      {error && (
        <span className={styles.error} role="alert">
          {error}
        </span>
      )}
    </fieldset>
  );
}
