import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { List } from './list';

function Rows({ texts, ordered = false }: { texts: readonly string[]; ordered?: boolean }) {
  return (
    <OnPage>
      <List ordered={ordered}>
        {texts.map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the samples never change places
          <li key={at} style={{ padding: '8px 16px' }}>
            {text}
          </li>
        ))}
      </List>
    </OnPage>
  );
}

export const Several: Story = () => {
  const { title, text, person } = useSample();
  return <Rows texts={[title, text, person]} />;
};

export const InOrder: Story = () => <Rows ordered texts={[useSample().title, useSample().title]} />;

export const Long: Story = () => {
  const { longTitle, longText } = useSample();
  return <Rows texts={[longTitle, longText, longTitle]} />;
};

export default {
  title: 'ui/List',
  component: List,
  states: { ...TOLD, long: Long },
} satisfies Stories;
