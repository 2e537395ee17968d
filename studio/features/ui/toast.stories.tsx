import { useEffect } from 'react';
import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { type ToastMessage, ToastProvider, useToast } from './toast';

function Told(message: ToastMessage) {
  const toast = useToast();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is told once
  useEffect(() => toast(message), []);
  return (
    <OnPage>
      <p>{useSample().text}</p>
    </OnPage>
  );
}

const undo = () => undefined;

export const Done: Story = () => <Told tone="ok" text={useSample().title} />;

export const Undoable: Story = () => {
  const { title, action } = useSample();
  return <Told tone="info" text={title} action={{ label: action, run: undo }} />;
};

export const Failed: Story = () => <Told tone="danger" text={useSample().title} />;

export const Long: Story = () => {
  const { longText, longAction } = useSample();
  return <Told tone="warn" text={longText} action={{ label: longAction, run: undo }} />;
};

export default {
  title: 'ui/Toast',
  component: ToastProvider,
  states: { ...TOLD, empty: 'nothing is shown where nothing was done', error: Failed, long: Long },
} satisfies Stories;
