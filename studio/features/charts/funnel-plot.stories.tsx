import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { FunnelPlot, type FunnelPoint } from './funnel-plot';
import { SHARES, scaleOver } from './scale';

const LIMITS = [5, 10, 20, 30, 40].map((of) => ({
  of,
  warnLow: Math.max(0, 0.8 - 0.8 / Math.sqrt(of)),
  warnHigh: Math.min(1, 0.8 + 0.8 / Math.sqrt(of)),
  alarmLow: Math.max(0, 0.8 - 1.3 / Math.sqrt(of)),
  alarmHigh: Math.min(1, 0.8 + 1.3 / Math.sqrt(of)),
}));

function Plot({ names }: { names: readonly string[] }) {
  const points = names.map(
    (name, at): FunnelPoint => ({
      key: String(at),
      name,
      of: 8 + at * 9,
      share: at % 2 === 1 ? 0.25 : 0.82,
      alarming: at % 2 === 1,
    }),
  );
  return (
    <OnPage>
      <FunnelPlot
        points={points}
        limits={LIMITS}
        rate={0.8}
        across={scaleOver([0, 40])}
        upward={SHARES}
        label={useSample().title}
      />
    </OnPage>
  );
}

export const Mentors: Story = () => {
  const { person } = useSample();
  return <Plot names={[person, person, person, person]} />;
};

export const Nobody: Story = () => <Plot names={[]} />;

export const Long: Story = () => {
  const { longPerson } = useSample();
  return <Plot names={[longPerson, longPerson, longPerson, longPerson]} />;
};

export default {
  title: 'charts/FunnelPlot',
  component: FunnelPlot,
  states: { ...TOLD, empty: Nobody, long: Long },
} satisfies Stories;
