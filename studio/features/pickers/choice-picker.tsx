'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, type Ref, useState } from 'react';
import type { CombinedError } from 'urql';
import { FailureNote } from '@/features/ui/failure-note';
import { Field } from '@/features/ui/field';
import { type Choice, matching } from './choice';
import { Combobox } from './combobox';
import styles from './pickers.module.css';

export interface PickerProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  placeholder?: string | undefined;
  readOnly?: boolean;
  /** Name of the field within a form. */
  name?: string | undefined;
  /** Path by which the designer finds its fields. */
  fieldName?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
}

/** What is known of the choices: undefined while they are read, or why they could not be. */
export interface Choices<One extends Choice> {
  choices: readonly One[] | undefined;
  failure?: CombinedError | undefined;
  retry?: (() => void) | undefined;
}

/** One of many by name: all of them are known here, typing narrows them. */
export function ChoicePicker<One extends Choice>({
  label,
  hint,
  error,
  choices,
  failure,
  retry,
  value,
  onChange,
  clearable = false,
  ...rest
}: PickerProps &
  Choices<One> & {
    /** '' = none. A value that is not among the choices is shown as it stands. */
    value: string;
    onChange: (value: One['value'] | '') => void;
    clearable?: boolean;
  }) {
  const t = useTranslations('ui.picker');
  const [asked, setAsked] = useState('');
  const found = matching(choices ?? [], asked);
  const known: Choice | undefined = choices?.find((choice) => choice.value === value);
  const chosen = known ?? (value === '' ? undefined : { value, label: choices ? t('unknown', { name: value }) : '…' });
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <>
          <Combobox<Choice>
            {...rest}
            control={control}
            chosen={chosen}
            choices={found}
            onAsk={setAsked}
            onChoose={(choice) => onChange(choices?.find((each) => each.value === choice?.value)?.value ?? '')}
            clearable={clearable}
            note={noteOf(t, { choices, found, asked })}
          />
          {failure && !choices && <FailureNote error={failure} {...(retry ? { retry } : {})} />}
        </>
      )}
    </Field>
  );
}

/** Several of many by name: those that are chosen stand above the field that adds another. */
export function ChoicesPicker<One extends Choice>({
  label,
  hint,
  error,
  choices,
  failure,
  retry,
  values,
  onChange,
  ...rest
}: PickerProps &
  Choices<One> & {
    values: readonly string[];
    onChange: (values: string[]) => void;
  }) {
  const t = useTranslations('ui.picker');
  const [asked, setAsked] = useState('');
  const left = choices?.filter(({ value }) => !values.includes(value));
  const found = matching(left ?? [], asked);
  const nameOf = (value: string) =>
    choices ? (choices.find((choice) => choice.value === value)?.label ?? t('unknown', { name: value })) : '…';
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div className={styles.several}>
          {values.length > 0 && (
            <ul className={styles.chosen}>
              {values.map((value) => (
                <li key={value} className={styles.chip}>
                  <span>{nameOf(value)}</span>
                  {!rest.readOnly && (
                    <button
                      type="button"
                      aria-label={t('remove', { name: nameOf(value) })}
                      onClick={() => onChange(values.filter((each) => each !== value))}
                    >
                      <X size={14} aria-hidden />
                    </button>
                  )}
                </li>
              ))}
            </ul>
          )}
          <Combobox<Choice>
            {...rest}
            control={control}
            chosen={undefined}
            choices={found}
            onAsk={setAsked}
            onChoose={(choice) => choice && onChange([...values, choice.value])}
            adds
            note={noteOf(t, { choices: left, found, asked })}
          />
          {failure && !choices && <FailureNote error={failure} {...(retry ? { retry } : {})} />}
        </div>
      )}
    </Field>
  );
}

/** What is said where nothing is offered. */
function noteOf(
  t: ReturnType<typeof useTranslations<'ui.picker'>>,
  { choices, found, asked }: { choices: readonly Choice[] | undefined; found: readonly Choice[]; asked: string },
): string | undefined {
  if (!choices) return t('reading');
  if (found.length > 0) return undefined;
  return asked.trim() === '' ? t('nothing') : t('none', { search: asked.trim() });
}
