import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { CreateSandboxDialog } from './create-sandbox-dialog';

const noop = () => undefined;

export const First: Story = () => <CreateSandboxDialog taken={[]} onClose={noop} />;
export const Another: Story = () => <CreateSandboxDialog taken={[useSample().title]} onClose={noop} />;

export default {
  title: 'sandbox/CreateSandboxDialog',
  component: CreateSandboxDialog,
  states: { ...TOLD, empty: First, readOnly: 'only those who may make one are offered it', long: 'its words are ours' },
} satisfies Stories;
