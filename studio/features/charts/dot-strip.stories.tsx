import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { DotStrip } from './dot-strip';
import { tickText } from './figures';
import { Axis } from './range-bar';
import { scaleOver } from './scale';

const CHANGES = [-6, -4, -3, -3, -1, 0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 5, 6, 7, 7, 9, 12];
const scale = scaleOver(CHANGES);

export const People: Story = () => (
  <OnPage>
    <DotStrip values={CHANGES} scale={scale} mean={2.5} mark={0} label={useSample().title} />
    <Axis scale={scale} text={tickText} />
  </OnPage>
);

export const Nobody: Story = () => (
  <OnPage>
    <DotStrip values={[]} scale={scale} label={useSample().title} />
    <Axis scale={scale} text={tickText} />
  </OnPage>
);

/** As many people as a large cohort has, most of them alike. */
export const Crowd: Story = () => (
  <OnPage>
    <DotStrip
      values={Array.from({ length: 200 }, (_, at) => CHANGES[at % CHANGES.length] ?? 0)}
      scale={scale}
      mean={2.5}
      mark={0}
      label={useSample().title}
    />
    <Axis scale={scale} text={tickText} />
  </OnPage>
);

export default {
  title: 'charts/DotStrip',
  component: DotStrip,
  states: { ...TOLD, empty: Nobody, long: Crowd },
} satisfies Stories;
