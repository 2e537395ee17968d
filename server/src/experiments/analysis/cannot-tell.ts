import type { LocalizedText } from '@planwright/schema/text';
import { say } from '../generated/messages.js';
import type { AllocationUnit, EstimateLine } from './experiment-data.js';
import { signed, withUnit } from './numbers-in-words.js';

/** How many units were in the two groups, and of how many something was measured; reference first. */
export interface GroupSizes {
  unit: AllocationUnit;
  all: readonly [number, number];
  measured: readonly [number, number];
}

/** Why nothing can be said. Each cause has a sentence of its own: HR acts on it. */
export type CannotTell =
  | 'FEW_PEOPLE'
  | 'FEW_OUTCOMES'
  | 'NO_RESULT_COULD'
  | 'SAME_VALUE'
  | 'NO_SPREAD'
  | 'ONE_DECIDES'
  | 'NO_WIDTH'
  | 'NO_INTERVAL'
  | 'WIDE';

const FEWEST = 4;

/** The cause of TOO_FEW: fewer people than it takes, or fewer outcomes than people. */
export function causeOfTooFew({ all, measured }: GroupSizes): CannotTell {
  if (Math.min(...all) < FEWEST) return 'FEW_PEOPLE';
  return Math.min(...measured) < FEWEST ? 'FEW_OUTCOMES' : 'NO_RESULT_COULD';
}

/** The cause of INCONCLUSIVE: no interval, one that says nothing, or one that is too wide. */
export function causeOfInconclusive({ estimate, low, high, reason }: EstimateLine): CannotTell {
  if (low !== null && high !== null) return high > low ? 'WIDE' : 'NO_WIDTH';
  switch (reason) {
    case 'constant':
      return estimate === 0 ? 'SAME_VALUE' : 'NO_SPREAD';
    case 'separated':
      return 'ONE_DECIDES';
    default:
      return 'NO_INTERVAL';
  }
}

export function cannotTell(
  cause: CannotTell,
  of: { title: LocalizedText; metricUnit: string | null; primary: EstimateLine; sizes: GroupSizes },
): LocalizedText {
  const { title, sizes, primary } = of;
  const unit = say(`cannotTell.${sizes.unit}`);
  const [all, measured] = [sizes.all.join(' + '), sizes.measured.join(' + ')];
  switch (cause) {
    case 'FEW_PEOPLE':
      return say('cannotTell.tooFewJudge', { all, unit, fewest: FEWEST });
    case 'FEW_OUTCOMES':
      return say('cannotTell.tooFewOutcomes', { all, unit, measured, title, fewest: FEWEST });
    case 'NO_RESULT_COULD':
      return say('cannotTell.tooFewJudgeOutcome', { measured, unit });
    case 'SAME_VALUE':
      return say('cannotTell.nothingCompareEverybody', { title });
    case 'NO_SPREAD':
      return say('cannotTell.cannotTellValues', { title });
    case 'ONE_DECIDES':
      return say('cannotTell.cannotTellComparison', { title });
    case 'NO_WIDTH':
      return say('cannotTell.cannotTellValuesRepeat', { title });
    case 'NO_INTERVAL':
      return say('cannotTell.cannotTellNo', { title });
    case 'WIDE': {
      const [low, high] = [signed(primary.low ?? 0), withUnit(signed(primary.high ?? 0), of.metricUnit)];
      return say('cannotTell.cannotTellYet', { title, low, high });
    }
    default:
      return cause satisfies never;
  }
}
