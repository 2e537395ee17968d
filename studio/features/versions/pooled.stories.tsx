import { mask } from '@/features/api/fragments';
import type { PooledFieldsFragment } from '@/gql/graphql';
import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { Pooled } from './pooled';

function Together({ cohort, sentence }: { cohort: string; sentence: string }) {
  return (
    <OnPage>
      <Pooled
        unit="%"
        pooled={mask<PooledFieldsFragment>({
          sentence,
          estimate: 4.2,
          low: 1.1,
          high: 7.3,
          predictionLow: -2.4,
          predictionHigh: 10.8,
          heterogeneity: 0.31,
          cohorts: [
            { title: `${cohort} 1`, estimate: 5.5, low: 1.2, high: 9.8, people: 48 },
            { title: `${cohort} 2`, estimate: 2.1, low: -4, high: 8.2, people: 12 },
          ],
        })}
      />
    </OnPage>
  );
}

export const Cohorts: Story = () => {
  const { person, text } = useSample();
  return <Together cohort={person} sentence={text} />;
};

export const Long: Story = () => {
  const { longTitle, longText } = useSample();
  return <Together cohort={longTitle} sentence={longText} />;
};

export default {
  title: 'versions/Pooled',
  component: Pooled,
  states: { ...TOLD, empty: 'it is shown once there are two cohorts to pool', long: Long },
} satisfies Stories;
