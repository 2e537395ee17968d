import { useState } from 'react';
import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { Check } from './check';

function Box({ text, disabled = false }: { text: string; disabled?: boolean }) {
  const [checked, setChecked] = useState(true);
  return (
    <OnPage width={320}>
      <Check checked={checked} disabled={disabled} onCheck={setChecked}>
        {text}
      </Check>
    </OnPage>
  );
}

export const Ticked: Story = () => <Box text={useSample().title} />;
export const Fixed: Story = () => <Box text={useSample().title} disabled />;
export const Long: Story = () => <Box text={useSample().longText} />;

export default {
  title: 'ui/Check',
  component: Check,
  states: { ...TOLD, readOnly: Fixed, long: Long },
} satisfies Stories;
