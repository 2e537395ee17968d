import { CombinedError } from 'urql';
import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { CommandErrors } from './command-errors';
import { Field } from './field';
import { FormDialog } from './form-dialog';

const nothing = () => undefined;
const QUIET = { pending: false, userErrors: [], failure: undefined };

export const ToFillIn: Story = () => {
  const { title, text, action, person } = useSample();
  return (
    <FormDialog title={title} action={action} onSubmit={nothing} onClose={nothing} byEnter>
      <p>{text}</p>
      <Field label={person} hint={text}>
        {(control) => <input {...control} />}
      </Field>
    </FormDialog>
  );
};

/** It was sent: it cannot be sent again meanwhile. */
export const Pending: Story = () => {
  const { title, text, action } = useSample();
  return (
    <FormDialog
      title={title}
      action={action}
      command={{ ...QUIET, pending: true }}
      onSubmit={nothing}
      onClose={nothing}
    >
      <p>{text}</p>
    </FormDialog>
  );
};

/** One thing at its field, one below; the other way to fail is a request that did not arrive. */
export const Refused: Story = () => {
  const { title, text, action, person } = useSample();
  const command = {
    ...QUIET,
    userErrors: [
      { code: 'INVALID', message: text, path: ['name'] },
      { code: 'NOT_NOW', message: text, path: [] },
    ],
  };
  return (
    <FormDialog
      title={title}
      action={action}
      command={command}
      shownAt={['name']}
      onSubmit={nothing}
      onClose={nothing}
      byEnter
    >
      <Field label={person} error={text}>
        {(control) => <input {...control} />}
      </Field>
    </FormDialog>
  );
};

export const Failing: Story = () => {
  const { title, text, action } = useSample();
  const failure = new CombinedError({ networkError: new Error('offline') });
  return (
    <FormDialog
      title={title}
      action={action}
      command={{ ...QUIET, failure }}
      safe={text}
      look="danger"
      onSubmit={nothing}
      onClose={nothing}
    >
      <p>{text}</p>
    </FormDialog>
  );
};

/** Something is still missing. */
export const NotYet: Story = () => {
  const { title, text, action } = useSample();
  return (
    <FormDialog title={title} action={action} canSubmit={false} onSubmit={nothing} onClose={nothing}>
      <p>{text}</p>
    </FormDialog>
  );
};

export const Long: Story = () => {
  const { longTitle, longText, longAction } = useSample();
  const command = { ...QUIET, userErrors: [{ code: 'INVALID', message: longText, path: [] }] };
  return (
    <FormDialog title={longTitle} action={longAction} command={command} onSubmit={nothing} onClose={nothing}>
      <p>{longText}</p>
    </FormDialog>
  );
};

export default {
  title: 'ui/FormDialog',
  component: FormDialog,
  subcomponents: { CommandErrors },
  states: { ...TOLD, empty: ToFillIn, loading: Pending, error: Failing, readOnly: NotYet, long: Long },
} satisfies Stories;
