import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { Field } from './field';

export const Controls: Story = () => {
  const { title, text, person } = useSample();
  return (
    <OnPage width={420}>
      <Field label={title} hint={text}>
        {(control) => <input {...control} defaultValue={person} />}
      </Field>
      <Field label={title}>
        {(control) => (
          <select {...control}>
            <option>{person}</option>
          </select>
        )}
      </Field>
      <Field label={title}>{(control) => <input {...control} type="date" defaultValue="2026-03-12" />}</Field>
      <Field label={title}>{(control) => <input {...control} type="number" defaultValue={12} />}</Field>
    </OnPage>
  );
};

export const Untouched: Story = () => (
  <OnPage width={420}>
    <Field label={useSample().title}>{(control) => <input {...control} placeholder="09:00" />}</Field>
  </OnPage>
);

export const Wrong: Story = () => {
  const { title, text, person } = useSample();
  return (
    <OnPage width={420}>
      <Field label={title} hint={text} error={text}>
        {(control) => <input {...control} defaultValue={person} />}
      </Field>
    </OnPage>
  );
};

export const ReadOnly: Story = () => {
  const { title, person } = useSample();
  return (
    <OnPage width={420}>
      <Field label={title}>{(control) => <input {...control} readOnly defaultValue={person} />}</Field>
      <Field label={title}>
        {(control) => (
          <select {...control} disabled>
            <option>{person}</option>
          </select>
        )}
      </Field>
    </OnPage>
  );
};

export const Long: Story = () => {
  const { longTitle, longText } = useSample();
  return (
    <OnPage width={420}>
      <Field label={longTitle} hint={longText} error={longText}>
        {(control) => (
          <select {...control}>
            <option>{longTitle}</option>
          </select>
        )}
      </Field>
    </OnPage>
  );
};

export default {
  title: 'ui/Field',
  component: Field,
  states: { ...TOLD, empty: Untouched, error: Wrong, readOnly: ReadOnly, long: Long },
} satisfies Stories;
