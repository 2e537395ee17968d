import type { LocalizedText } from '@planwright/schema/text';
import type { Verdict } from '../statistics/index.js';
import { say } from './generated/messages.js';
import { decisionWords } from './method-notes.js';
import type { ReportExperiment } from './report-experiment.js';

/** What to do next with an experiment: what was decided, else what its state and its verdict ask for. */
export function stepOfExperiment({ status, isDue, analysisOn, analysis, decision }: ReportExperiment): LocalizedText {
  if (decision) {
    return say('nextStepOfExperiment.decided', { decision: decisionWords(decision), reason: decision.reason });
  }
  const verdicts = analysis?.comparisons.map(({ verdict }) => verdict) ?? [];
  if (verdicts.length === 0) {
    if (status === 'DESIGNED') return say('nextStepOfExperiment.startExperiment');
    return isDue
      ? say('nextStepOfExperiment.completeMeasurementsThen')
      : say('nextStepOfExperiment.letExperimentRun', { analysisOn });
  }
  const strongest = ORDER.find((verdict) => verdicts.includes(verdict)) ?? 'INCONCLUSIVE';
  return STEPS[strongest];
}

/** With several versions the one that says most leads. */
const ORDER: readonly Verdict[] = [
  'BETTER_MEANINGFUL',
  'BETTER_TESTED',
  'WORSE_MEANINGFUL',
  'WORSE_TESTED',
  'EQUIVALENT',
  'NOT_COMPARABLE',
  'INCONCLUSIVE',
  'TOO_FEW',
  'EXPLORATORY',
];

const AGAIN: LocalizedText = say('nextStepOfExperiment.again');
const ROLL_OUT: LocalizedText = say('nextStepOfExperiment.rollOut');
const KEEP: LocalizedText = say('nextStepOfExperiment.keep');

const STEPS: Record<Verdict, LocalizedText> = {
  BETTER_MEANINGFUL: ROLL_OUT,
  BETTER_TESTED: ROLL_OUT,
  WORSE_MEANINGFUL: KEEP,
  WORSE_TESTED: KEEP,
  EQUIVALENT: say('nextStepOfExperiment.EQUIVALENT'),
  NOT_COMPARABLE: say('nextStepOfExperiment.NOT_COMPARABLE'),
  INCONCLUSIVE: AGAIN,
  TOO_FEW: AGAIN,
  ASSOCIATED_ONLY: AGAIN,
  EXPLORATORY: say('nextStepOfExperiment.EXPLORATORY'),
};
