import type { LocalizedText } from '@planwright/schema/text';
import { textIn } from '@planwright/schema/text';
import { inEach, type Text } from '@planwright/schema/words';
import type { Verdict } from '../../statistics/index.js';
import { say, sayIn } from '../generated/messages.js';
import { cannotTell, causeOfInconclusive, causeOfTooFew, type GroupSizes } from './cannot-tell.js';
import type { EstimateLine, ExploratoryCause, IntegrityFinding, PrimaryMetric } from './experiment-data.js';
import { figure, signed, withUnit } from './numbers-in-words.js';

export interface SentenceFacts {
  verdict: Verdict;
  metric: PrimaryMetric;
  /** Names of the version that was tried and of the one it is compared with. */
  arm: string;
  reference: string;
  primary: EstimateLine;
  smallestEffect: number;
  sizes: GroupSizes;
  integrity: readonly Pick<IntegrityFinding, 'passed' | 'blocking' | 'text'>[];
  /** Why there is no verdict although people were randomised; UNREGISTERED where it is absent. */
  exploratory?: ExploratoryCause;
  /** Only for comparisons that were not randomised. */
  eValue?: number | null;
}

/**
 * What a verdict says, from templates alone. No word of cause where nobody was randomised, no estimate in the headline while
 * nothing is known, and never “no effect” where the interval is merely wide.
 */
export function verdictSentence(facts: SentenceFacts): LocalizedText {
  const { verdict, metric, primary, smallestEffect } = facts;
  const [arm, reference] = [named(facts.arm), named(facts.reference)];
  const unit = metric.unit;
  const [low, high] = [signed(primary.low ?? 0), withUnit(signed(primary.high ?? 0), unit)];
  const difference = withUnit(signed(primary.estimate ?? 0), unit);
  const smallest = withUnit(figure(smallestEffect), unit);
  const { title } = metric;
  switch (verdict) {
    case 'TOO_FEW':
      return cannotTell(causeOfTooFew(facts.sizes), { title, metricUnit: unit, primary, sizes: facts.sizes });
    case 'NOT_COMPARABLE': {
      const why = facts.integrity.filter(({ passed, blocking }) => !passed && blocking).map(({ text }) => text);
      return say('verdictSentence.armsCannotCompared', {
        why: inEach((language) =>
          why.map((text) => lowerCase(textIn(text, language))).join(sayIn(language, 'verdictSentence.semicolon')),
        ),
      });
    }
    case 'INCONCLUSIVE':
      return cannotTell(causeOfInconclusive(primary), { title, metricUnit: unit, primary, sizes: facts.sizes });
    case 'EQUIVALENT':
      return say('verdictSentence.noDifferenceMatters', { arm, reference, title, low, high, smallest });
    case 'BETTER_TESTED':
    case 'WORSE_TESTED':
    case 'BETTER_MEANINGFUL':
    case 'WORSE_MEANINGFUL': {
      const better = verdict.startsWith('BETTER');
      const meaningful = verdict.endsWith('MEANINGFUL');
      return say('verdictSentence.randomisedComparisonSupports', {
        arm,
        title,
        better,
        difference,
        low,
        high,
        meaningful,
        smallest,
      });
    }
    case 'ASSOCIATED_ONLY': {
      const higher = (primary.estimate ?? 0) > 0;
      const e = facts.eValue == null ? null : figure(facts.eValue);
      const words = { arm, title, higher, difference, low, high };
      return e === null
        ? say('verdictSentence.associated', words)
        : say('verdictSentence.associatedUnless', { ...words, e });
    }
    case 'EXPLORATORY':
      if (facts.exploratory === 'STOPPED')
        return say('verdictSentence.stoppedEarlySo', { title, difference, low, high });
      return say('verdictSentence.exploratoryFindingDiffers', { title, difference, low, high });
  }
}

/** Arms are called after the number of their version. */
function named(arm: string): Text {
  const number = /^v(\d+)$/.exec(arm)?.[1];
  return number === undefined ? inEach(() => arm) : say('verdictSentence.version', { number });
}

/** Within a sentence; a figure or a name in front stays. */
const lowerCase = (text: string): string => text.replace(/^(The|Everybody)\b/, (word) => word.toLowerCase());
