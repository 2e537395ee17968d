import type { Verdict } from '@/gql/graphql';
import { type Stories, type Story, TOLD } from '@/workbench/story';
import { OnPage, Row } from '@/workbench/surroundings';
import type { Phase } from './phase';
import { PhaseSign } from './phase-sign';
import { VerdictSign } from './verdict-sign';

const PHASES: readonly Phase[] = ['designed', 'running', 'due', 'analysed', 'stopped', 'cancelled'];
const VERDICTS = Object.keys({
  ASSOCIATED_ONLY: true,
  BETTER_MEANINGFUL: true,
  BETTER_TESTED: true,
  EQUIVALENT: true,
  EXPLORATORY: true,
  INCONCLUSIVE: true,
  NOT_COMPARABLE: true,
  TOO_FEW: true,
  WORSE_MEANINGFUL: true,
  WORSE_TESTED: true,
} satisfies Record<Verdict, true>) as Verdict[];

export const Every: Story = () => (
  <OnPage>
    {PHASES.map((phase) => (
      <Row key={phase}>
        <PhaseSign phase={phase} />
      </Row>
    ))}
    {VERDICTS.map((verdict) => (
      <Row key={verdict}>
        <VerdictSign verdict={verdict} />
      </Row>
    ))}
  </OnPage>
);

export default {
  title: 'experiments/Signs',
  component: VerdictSign,
  subcomponents: { PhaseSign },
  states: { ...TOLD, empty: 'before a verdict nothing is said', long: 'their words are ours; every one is shown' },
} satisfies Stories;
