import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { type Answer, Answered } from '@/workbench/stub-api';
import { OnPage } from '@/workbench/surroundings';
import { VersionFigures } from './version-figures';

const version = (number: number, metric: string | undefined) => ({
  people: 24 * number,
  quality: number === 1 ? null : 82.4,
  qualityOf: 20,
  outcomeOf: 18,
  version: { id: `version-${number}`, number, status: 'PUBLISHED' },
  completion: { count: 18, of: 24, share: 0.75, low: 0.55, high: 0.88 },
  onTime:
    number === 1
      ? { count: 0, of: 0, share: null, low: null, high: null }
      : { count: 20, of: 24, share: 0.83, low: 0.64, high: 0.93 },
  outcomeMetric: metric === undefined ? null : { key: 'performance', title: metric, unit: '分' },
  outcome: metric === undefined ? null : { method: 'CI', estimate: 5.5, low: 1.2, high: 9.8, note: null },
});

function Figures({ by }: { by: Answer }) {
  return (
    <Answered by={{ VersionFigures: by }}>
      <OnPage>
        <VersionFigures planKey="retail-new-manager" />
      </OnPage>
    </Answered>
  );
}

export const Versions: Story = () => {
  const { title } = useSample();
  return <Figures by={{ data: { versionFigures: [version(3, title), version(2, title), version(1, undefined)] } }} />;
};

export const NoneYet: Story = () => <Figures by={{ data: { versionFigures: [] } }} />;
export const Loading: Story = () => <Figures by="waits" />;
export const Failing: Story = () => <Figures by="offline" />;

export const Long: Story = () => {
  const { longTitle } = useSample();
  return <Figures by={{ data: { versionFigures: [version(12, longTitle), version(11, longTitle)] } }} />;
};

export default {
  title: 'versions/VersionFigures',
  component: VersionFigures,
  states: { ...TOLD, empty: NoneYet, loading: Loading, error: Failing, long: Long },
} satisfies Stories;
