import { CombinedError } from 'urql';
import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { Button } from './button';
import { Dialog } from './dialog';
import { FailureNote } from './failure-note';
import { Field } from './field';
import { SkeletonRows } from './skeleton';

const close = () => undefined;

export const WithForm: Story = () => {
  const { title, text, action, person } = useSample();
  return (
    <Dialog title={title} onClose={close} footer={<Button look="primary">{action}</Button>}>
      <Field label={person} hint={text}>
        {(control) => <input {...control} />}
      </Field>
      <Field label={action} error={text}>
        {(control) => <input {...control} />}
      </Field>
    </Dialog>
  );
};

export const Loading: Story = () => {
  const { title, action } = useSample();
  return (
    <Dialog
      title={title}
      onClose={close}
      footer={
        <Button look="primary" disabled>
          {action}
        </Button>
      }
    >
      <SkeletonRows count={4} label={title} />
    </Dialog>
  );
};

export const Failing: Story = () => {
  const { title } = useSample();
  return (
    <Dialog title={title} onClose={close}>
      <FailureNote error={new CombinedError({ networkError: new Error('offline') })} retry={close} />
    </Dialog>
  );
};

/** While it is at work it cannot be closed. */
export const Undismissable: Story = () => {
  const { title, text, action } = useSample();
  return (
    <Dialog
      title={title}
      footer={
        <Button look="primary" busy>
          {action}
        </Button>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
};

export const Long: Story = () => {
  const { longTitle, longText, longAction, action, title } = useSample();
  return (
    <Dialog
      title={longTitle}
      onClose={close}
      footer={
        <>
          <Button>{title}</Button>
          <Button look="danger">{action}</Button>
          <Button look="primary">{longAction}</Button>
        </>
      }
    >
      {[1, 2, 3, 4].map((each) => (
        <p key={each}>{longText}</p>
      ))}
    </Dialog>
  );
};

export default {
  title: 'ui/Dialog',
  component: Dialog,
  states: { ...TOLD, loading: Loading, error: Failing, readOnly: Undismissable, long: Long },
} satisfies Stories;
