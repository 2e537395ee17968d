import { useSample } from '@/workbench/sample';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage } from '@/workbench/surroundings';
import { EffectRuler } from './effect-ruler';
import { Panel } from './panel';

export const Enough: Story = () => {
  const { title, text } = useSample();
  return (
    <OnPage>
      <Panel title={title} lead={text}>
        <EffectRuler effect={4.2} smallest={6} unit="分" />
      </Panel>
    </OnPage>
  );
};

export const TooFewPeople: Story = () => (
  <OnPage>
    <EffectRuler effect={12} smallest={3} unit="%" />
  </OnPage>
);

/** Nobody said yet which difference matters. */
export const NotSaidYet: Story = () => (
  <OnPage>
    <EffectRuler effect={6.4} smallest={Number.NaN} unit={null} />
  </OnPage>
);

export const Long: Story = () => {
  const { longTitle, longText, person } = useSample();
  return (
    <OnPage>
      <Panel title={longTitle} lead={longText}>
        <EffectRuler effect={1286.4} smallest={900} unit={person} />
      </Panel>
    </OnPage>
  );
};

export default {
  title: 'experiments/EffectRuler',
  component: EffectRuler,
  subcomponents: { Panel },
  states: { ...TOLD, empty: NotSaidYet, long: Long },
} satisfies Stories;
