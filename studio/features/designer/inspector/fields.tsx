'use client';
import type { Problem } from '@planwright/schema/definition';
import { textIn } from '@planwright/schema/text';
import { CircleAlert, Plus, TriangleAlert, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { keptBy } from '@/features/device/kept-text';
import { LongText } from '@/features/device/long-text';
import { ChoicePicker } from '@/features/pickers/choice-picker';
import { Button } from '@/features/ui/button';
import { Field } from '@/features/ui/field';
import { useDesigner, useDesignerStore } from '../store/use-designer';
import { useLanguage } from '../words/use-canvas-words';
import styles from './inspector.module.css';

/** Focuses the control when the problem list or the canvas asks for this field. */
function useFocusWhenAsked<Element extends HTMLElement>(name: string | undefined, alias?: string) {
  const element = useRef<Element>(null);
  const asked = useDesigner(({ focusField, selection }) =>
    focusField !== undefined && (focusField === name || focusField === alias) ? selection : undefined,
  );
  useEffect(() => {
    if (!asked) return;
    element.current?.focus();
    if (element.current instanceof HTMLInputElement) element.current.select();
  }, [asked]);
  return element;
}

interface Labelled {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** Path of the field below its target, for the problem list to jump to. */
  name?: string;
  /** Another path that leads here: `title` leads to the title in the person's language. */
  alias?: string | undefined;
}

/** A line of text. Each letter is an edit, all letters until the field is left are one step to undo. */
export function TextField({
  value,
  onChange,
  placeholder,
  multiline = false,
  type = 'text',
  alias,
  ...labelled
}: Labelled & {
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  multiline?: boolean;
  type?: 'text' | 'url' | 'time' | 'datetime-local' | 'date';
}) {
  const store = useDesignerStore();
  const readOnly = useDesigner((state) => state.readOnly);
  const input = useFocusWhenAsked<HTMLInputElement & HTMLTextAreaElement>(labelled.name, alias);
  return (
    <Field {...labelled}>
      {(control) => {
        const shared = {
          ...control,
          placeholder,
          readOnly,
          'data-field': labelled.name,
          onBlur: () => store.getState().endGesture(),
        };
        return multiline ? (
          <LongText {...shared} ref={input} rows={3} kept={keptBy('journal', { value, set: onChange })} />
        ) : (
          <input {...shared} ref={input} type={type} value={value} onChange={(event) => onChange(event.target.value)} />
        );
      }}
    </Field>
  );
}

/** A number, or nothing where nothing is allowed. What is not yet a number is kept while it is typed. */
export function NumberField({
  value,
  onChange,
  min,
  max,
  step = 1,
  optional = false,
  ...labelled
}: Labelled & {
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  min?: number;
  max?: number;
  step?: number | 'any';
  optional?: boolean;
}) {
  const store = useDesignerStore();
  const readOnly = useDesigner((state) => state.readOnly);
  const input = useFocusWhenAsked<HTMLInputElement>(labelled.name);
  const [typed, setTyped] = useState<string>();
  const isWanted = (number: number): boolean =>
    Number.isFinite(number) &&
    (step === 'any' || Number.isInteger(number)) &&
    (min === undefined || number >= min) &&
    (max === undefined || number <= max);
  return (
    <Field {...labelled}>
      {(control) => (
        <input
          {...control}
          ref={input}
          type="number"
          inputMode="numeric"
          data-field={labelled.name}
          readOnly={readOnly}
          min={min}
          max={max}
          step={step}
          value={typed ?? value ?? ''}
          aria-invalid={(typed !== undefined && typed !== '' && !isWanted(Number(typed))) || undefined}
          onChange={(event) => {
            const text = event.target.value;
            setTyped(text);
            if (text === '' && optional) onChange(undefined);
            else if (text !== '' && isWanted(Number(text))) onChange(Number(text));
          }}
          onBlur={() => {
            setTyped(undefined);
            store.getState().endGesture();
          }}
        />
      )}
    </Field>
  );
}

export interface Choice<Value extends string> {
  value: Value;
  label: string;
}

/** One of several; a native select, so it works by keyboard and on a phone as everywhere. */
export function SelectField<Value extends string>({
  value,
  options,
  onChange,
  ...labelled
}: Labelled & { value: Value; options: readonly Choice<Value>[]; onChange: (value: Value) => void }) {
  const input = useFocusWhenAsked<HTMLSelectElement>(labelled.name);
  return (
    <Field {...labelled}>
      {(control) => (
        <select
          {...control}
          ref={input}
          data-field={labelled.name}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** One of many by name, with a search: items, metrics, departments, job roles. */
export function PickField({
  value,
  options,
  onChange,
  placeholder,
  clearable,
  ...labelled
}: Labelled & {
  /** '' = none is chosen. */
  value: string;
  /** undefined while they are read. */
  options: readonly (Choice<string> & { about?: string | undefined })[] | undefined;
  onChange: (value: string) => void;
  placeholder?: string;
  clearable?: boolean;
}) {
  const readOnly = useDesigner((state) => state.readOnly);
  const input = useFocusWhenAsked<HTMLInputElement>(labelled.name);
  const { name, alias: _, ...field } = labelled;
  return (
    <ChoicePicker
      {...field}
      fieldName={name}
      inputRef={input}
      readOnly={readOnly}
      choices={options}
      value={value}
      onChange={onChange}
      placeholder={placeholder}
      {...(clearable === undefined ? {} : { clearable })}
    />
  );
}

/** Yes or no. */
export function CheckField({
  label,
  checked,
  onChange,
}: {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

/** What is wrong with a field, in sentences. */
export function FieldProblems({ problems }: { problems: readonly Problem[] }) {
  const language = useLanguage();
  return problems.map((problem) => (
    <p key={`${problem.code} ${problem.path.join('.')}`} className={styles.problem} data-severity={problem.severity}>
      {problem.severity === 'ERROR' ? <CircleAlert size={14} aria-hidden /> : <TriangleAlert size={14} aria-hidden />}
      {textIn(problem.message, language)}
    </p>
  ));
}

export function AddButton({
  children,
  onClick,
  testId,
}: {
  children: ReactNode;
  onClick: () => void;
  testId?: string;
}) {
  return (
    <span>
      <Button look="quiet" icon={<Plus size={16} aria-hidden />} onClick={onClick} data-testid={testId}>
        {children}
      </Button>
    </span>
  );
}

export function RemoveButton({ label, onClick }: { label: string; onClick: () => void }) {
  return <Button look="quiet" icon={<X size={16} aria-hidden />} aria-label={label} title={label} onClick={onClick} />;
}
