import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { Means } from './means';

const mean = (key: string, text: string, value: number) => ({
  key,
  text,
  scale: 5,
  mean: value,
  agree: { count: 9, of: 12, low: 0.47, high: 0.91 },
});

export const Statements: Story = () => {
  const { title, text } = useSample();
  return (
    <OnPage>
      <Means
        means={[mean('one', title, 4.2), mean('two', text, 1), mean('three', title, 5)]}
        answered={12}
        respondents={16}
      />
    </OnPage>
  );
};

export const Long: Story = () => {
  const { longTitle, longText } = useSample();
  return (
    <OnPage>
      <Means means={[mean('one', longTitle, 4.2), mean('two', longText, 3)]} answered={128} respondents={512} />
    </OnPage>
  );
};

export default {
  title: 'surveys/Means',
  component: Means,
  states: { ...TOLD, empty: 'too few answers are said in its place', long: Long },
} satisfies Stories;
