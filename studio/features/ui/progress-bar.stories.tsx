import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { ProgressBar } from './progress-bar';

export const Shares: Story = () => {
  const { title } = useSample();
  return (
    <OnPage>
      {[0.004, 0.4, 0.996, 1].map((share) => (
        <ProgressBar key={share} share={share} label={title} />
      ))}
      <ProgressBar share={0.4} label={title} height={12} />
    </OnPage>
  );
};

export const NotBegun: Story = () => (
  <OnPage>
    <ProgressBar share={0} label={useSample().title} />
  </OnPage>
);

export default {
  title: 'ui/ProgressBar',
  component: ProgressBar,
  states: { ...TOLD, empty: NotBegun, long: 'its label is heard, not seen' },
} satisfies Stories;
