import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { Fact, Facts } from './facts';

function Known({ name, value }: { name: string; value: string }) {
  return (
    <OnPage>
      <Facts>
        <Fact name={name}>{value}</Fact>
        <Fact name={name}>
          <strong>{value}</strong>
        </Fact>
      </Facts>
    </OnPage>
  );
}

export const Two: Story = () => {
  const { title, person } = useSample();
  return <Known name={person} value={title} />;
};

export const Long: Story = () => {
  const { longTitle, longText } = useSample();
  return <Known name={longTitle} value={longText} />;
};

export default {
  title: 'ui/Facts',
  component: Facts,
  subcomponents: { Fact },
  states: { ...TOLD, long: Long },
} satisfies Stories;
