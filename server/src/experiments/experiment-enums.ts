import { enumOf } from '../access/graphql/index.js';
import type { Verdict } from '../statistics/index.js';
import type { AllocationUnit, GuardrailState } from './analysis/experiment-data.js';
import type { DecisionKind, ExperimentStatus, Stratum } from './experiment-records.js';

export const StratumEnum = enumOf<Stratum>('Stratum', 'What a draw is balanced by.', {
  DEPARTMENT: 'Each version gets its part of every department.',
  JOB_ROLE: 'Each version gets its part of every job role.',
  MENTOR: "Each version gets its part of every mentor's people.",
  BASELINE: 'Each version gets its part of high and of low values from before the plan.',
});

export const AllocationUnitEnum = enumOf<AllocationUnit>('AllocationUnit', 'What is drawn for a version.', {
  PERSON: 'Each person.',
  MENTOR: 'Everybody with the same mentor together.',
  DEPARTMENT: 'Everybody in the same department together.',
});

export const ExperimentStatusEnum = enumOf<ExperimentStatus>('ExperimentStatus', 'Where an experiment stands.', {
  DESIGNED: 'Registered and drawn, and not started.',
  RUNNING: 'People run their versions; the results are closed.',
  ANALYSED: 'The results were opened.',
  STOPPED: 'Ended before its day: there is an estimate, and no verdict.',
  CANCELLED: 'Ended without results.',
});

export const DecisionEnum = enumOf<DecisionKind>('ExperimentDecisionKind', 'What is decided after an experiment.', {
  ROLL_OUT: 'Everybody gets a version that was tried.',
  KEEP: 'The reference stays.',
  REPEAT: 'The question is asked again.',
});

export const MeasureRoleEnum = enumOf<'GUARDRAIL' | 'SECONDARY'>(
  'MeasureRole',
  'Why a metric is looked at beside the primary one.',
  { GUARDRAIL: 'It must not get worse by more than its margin.', SECONDARY: 'It is of interest.' },
);

export const GuardrailStateEnum = enumOf<GuardrailState>('GuardrailState', 'Whether a guardrail held.', {
  HELD: 'The metric is surely no worse than accepted.',
  WORSE: 'The metric is surely worse than accepted.',
  OPEN: 'The data allow both.',
});

export const VerdictEnum = enumOf<Verdict>(
  'Verdict',
  'What may be concluded from a comparison. It rests on the interval of the difference, never on the estimate alone.',
  {
    TOO_FEW: 'There are too few people to conclude anything.',
    NOT_COMPARABLE: 'The groups cannot be compared; a check failed.',
    INCONCLUSIVE: 'The data allow a difference in either direction, or none.',
    EQUIVALENT: 'Any difference is smaller than the smallest one that matters.',
    BETTER_TESTED: 'Better, and possibly by less than the smallest difference that matters.',
    BETTER_MEANINGFUL: 'Better by at least the smallest difference that matters.',
    WORSE_TESTED: 'Worse, and possibly by less than the smallest difference that matters.',
    WORSE_MEANINGFUL: 'Worse by at least the smallest difference that matters.',
    ASSOCIATED_ONLY: 'The groups differ, but people were not assigned at random, so the version need not be the cause.',
    EXPLORATORY: 'The question was not registered beforehand, so this can only suggest one to ask.',
  },
);
