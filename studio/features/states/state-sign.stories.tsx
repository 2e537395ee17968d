import type { StateLook } from '@/features/tokens/tokens';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage, Row } from '@/workbench/surroundings';
import { STATE_ICONS, StateSign, StateTag } from './state-sign';

const LOOKS = Object.keys(STATE_ICONS) as StateLook[];

export const Every: Story = () => (
  <OnPage>
    <Row>
      {LOOKS.map((look) => (
        <StateTag key={look} look={look} />
      ))}
    </Row>
    <Row>
      {LOOKS.map((look) => (
        <StateSign key={look} look={look} />
      ))}
    </Row>
    <Row>
      {LOOKS.map((look) => (
        <StateSign key={look} look={look} size={20} />
      ))}
    </Row>
  </OnPage>
);

export default {
  title: 'states/State',
  component: StateTag,
  subcomponents: { StateSign },
  states: {
    ...TOLD,
    empty: 'an item that a version does not have is left blank',
    long: 'its words are ours; every one is shown',
  },
} satisfies Stories;
