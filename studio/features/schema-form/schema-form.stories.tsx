import type { FormField } from '@planwright/schema/settings';
import { useState } from 'react';
import { type Sample, useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { type SecretEdit, type Values, withValue } from './form-values';
import { SchemaForm } from './schema-form';
import { SecretField } from './secret-field';

const secret = (title: string): Extract<FormField, { kind: 'secret' }> => ({
  kind: 'secret',
  name: 'key',
  title,
  required: true,
});

const fieldsOf = ({
  title,
  text,
  person,
  action,
}: Pick<Sample, 'title' | 'text' | 'person' | 'action'>): FormField[] => [
  { kind: 'text', look: 'line', name: 'line', title, description: text, required: true },
  { kind: 'text', look: 'url', name: 'url', title, required: false, fallback: 'https://planwright.example' },
  { kind: 'text', look: 'lines', name: 'lines', title, required: false },
  { kind: 'number', whole: true, name: 'number', title, required: false, min: 1, max: 60 },
  { kind: 'flag', name: 'flag', title, description: text, required: false },
  {
    kind: 'choice',
    name: 'choice',
    title,
    required: true,
    options: [
      { value: 'a', label: person },
      { value: 'b', label: action },
    ],
  },
  {
    kind: 'choices',
    name: 'choices',
    title,
    required: false,
    options: [
      { value: 'a', label: person },
      { value: 'b', label: action },
    ],
  },
  { kind: 'words', name: 'words', title, required: false },
  secret(title),
  {
    kind: 'group',
    name: 'group',
    title,
    description: text,
    required: false,
    fields: [{ kind: 'text', look: 'time', name: 'time', title, required: false, fallback: '09:00' }],
  },
  {
    kind: 'list',
    name: 'list',
    title,
    description: text,
    required: false,
    entry: {
      kind: 'group',
      name: '*',
      title: action,
      required: true,
      fields: [
        { kind: 'text', look: 'line', name: 'to', title, required: true },
        { kind: 'number', whole: true, name: 'times', title: person, required: false },
      ],
    },
  },
  {
    kind: 'map',
    name: 'map',
    title,
    required: false,
    entry: { kind: 'number', whole: false, name: '*', title, required: true },
  },
  {
    kind: 'variants',
    name: 'variants',
    title,
    description: text,
    required: false,
    tag: 'by',
    variants: [
      { value: 'NONE', label: person, fields: [] },
      { value: 'KEY', label: action, fields: [{ kind: 'text', look: 'line', name: 'id', title, required: true }] },
    ],
  },
];

const FILLED: Values = {
  line: 'smtp',
  number: 12,
  flag: true,
  choice: 'a',
  choices: ['b'],
  words: ['HR'],
  list: [{ to: 'a', times: 2 }, {}],
  map: { first: 60, second: 40 },
  variants: { by: 'KEY' },
};

function Form({
  fields,
  start = {},
  readOnly = false,
  error,
}: {
  fields: FormField[];
  start?: Values;
  readOnly?: boolean;
  error?: string;
}) {
  const [values, setValues] = useState(start);
  const [edits, setEdits] = useState<ReadonlyMap<string, SecretEdit>>(new Map());
  return (
    <OnPage width={520}>
      <SchemaForm
        fields={fields}
        spacing="page"
        values={values}
        onChange={(path, value) => setValues((before) => withValue(before, path, value))}
        errorAt={() => error}
        readOnly={readOnly}
        keeper="device"
        secrets={{
          set: new Set(start.line ? ['key'] : []),
          edits,
          onEdit: (path, edit) => setEdits((before) => new Map(before).set(path, edit)),
        }}
      />
    </OnPage>
  );
}

export const Every: Story = () => <Form fields={fieldsOf(useSample())} start={FILLED} />;
export const Untouched: Story = () => <Form fields={fieldsOf(useSample())} />;
export const Wrong: Story = () => <Form fields={fieldsOf(useSample())} start={FILLED} error={useSample().text} />;
export const ReadOnly: Story = () => <Form fields={fieldsOf(useSample())} start={FILLED} readOnly />;

export const Long: Story = () => {
  const { longTitle, longText, longPerson, longAction } = useSample();
  const fields = fieldsOf({ title: longTitle, text: longText, person: longPerson, action: longAction });
  return (
    <Form fields={fields} start={{ ...FILLED, line: longText, words: [longTitle, longPerson] }} error={longText} />
  );
};

export default {
  title: 'schema-form/SchemaForm',
  component: SchemaForm,
  subcomponents: { SecretField },
  states: { ...TOLD, empty: Untouched, error: Wrong, readOnly: ReadOnly, long: Long },
} satisfies Stories;
