import { useState } from 'react';
import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { Segmented } from './segmented';

type Side = 'left' | 'middle' | 'right';

function Tried({ start, isLong = false }: { start?: Side; isLong?: boolean }) {
  const { title, person, action, longTitle, longPerson, longAction } = useSample();
  const [value, setValue] = useState<Side | undefined>(start);
  return (
    <OnPage width={480}>
      <Segmented<Side>
        label={isLong ? longTitle : title}
        value={value}
        onChange={setValue}
        options={[
          { value: 'left', label: isLong ? longAction : action },
          { value: 'middle', label: isLong ? longPerson : person },
          { value: 'right', label: isLong ? longTitle : action },
        ]}
      />
    </OnPage>
  );
}

export const Chosen: Story = () => <Tried start="left" />;
export const NoneChosen: Story = () => <Tried />;
export const Long: Story = () => <Tried start="middle" isLong />;

export default {
  title: 'ui/Segmented',
  component: Segmented,
  states: { ...TOLD, empty: NoneChosen, readOnly: 'pages that cannot be changed show the choice as text', long: Long },
} satisfies Stories;
