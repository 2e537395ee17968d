import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { percent, tickText } from './figures';
import { Axis, RangeBar } from './range-bar';
import { SHARES, scaleOver } from './scale';

const differences = scaleOver([-8, 12]);

export const Shares: Story = () => {
  const { title } = useSample();
  return (
    <OnPage>
      <RangeBar range={{ low: 0.41, high: 0.78, middle: 0.62 }} scale={SHARES} target={0.8} label={title} />
      <RangeBar range={{ low: 0, high: 0.12, middle: 0.02 }} scale={SHARES} target={0.8} label={title} />
      <Axis scale={SHARES} text={percent} />
    </OnPage>
  );
};

export const Differences: Story = () => {
  const { title } = useSample();
  const band = { from: -3, to: 3 };
  return (
    <OnPage>
      <RangeBar range={{ low: 1.2, high: 9.8, middle: 5.5 }} scale={differences} mark={0} band={band} label={title} />
      <RangeBar
        range={{ low: -4, high: 6, middle: 1 }}
        scale={differences}
        mark={0}
        band={band}
        shape="square"
        label={title}
      />
      <RangeBar
        range={{ low: -1, high: 5, middle: 2 }}
        scale={differences}
        mark={0}
        band={band}
        shape="diamond"
        size={7}
        label={title}
      />
      <Axis scale={differences} text={tickText} />
    </OnPage>
  );
};

/** Too few people for an interval, and none at all. */
export const NoFigures: Story = () => {
  const { title } = useSample();
  return (
    <OnPage>
      <RangeBar range={{ low: null, high: null, middle: 0.5 }} scale={SHARES} label={title} />
      <RangeBar range={{ low: null, high: null, middle: null }} scale={SHARES} label={title} />
      <Axis scale={SHARES} text={percent} />
    </OnPage>
  );
};

export default {
  title: 'charts/RangeBar',
  component: RangeBar,
  subcomponents: { Axis },
  states: { ...TOLD, empty: NoFigures, long: 'its label is heard, not seen' },
} satisfies Stories;
