import type { LocalizedText } from '@planwright/schema/text';
import type { Verdict } from '../../statistics/index.js';
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
  const title = {
    zh: metric.title['zh-CN'] ?? metric.title.en ?? metric.key,
    en: metric.title.en ?? metric.title['zh-CN'] ?? metric.key,
  };
  switch (verdict) {
    case 'TOO_FEW':
      return cannotTell(causeOfTooFew(facts.sizes), { title, metricUnit: unit, primary, sizes: facts.sizes });
    case 'NOT_COMPARABLE': {
      const why = facts.integrity.filter(({ passed, blocking }) => !passed && blocking).map(({ text }) => text);
      return {
        'zh-CN': `两组不可比：${why.map((text) => text['zh-CN']).join('；')}`,
        en: `The arms cannot be compared: ${why.map((text) => lowerCase(text.en ?? '')).join('; ')}`,
      };
    }
    case 'INCONCLUSIVE':
      return cannotTell(causeOfInconclusive(primary), { title, metricUnit: unit, primary, sizes: facts.sizes });
    case 'EQUIVALENT':
      return {
        'zh-CN': `${arm.zh}与${reference.zh}的「${title.zh}」差异小到可忽略（${low}～${high}，小于事先设定的 ${smallest}）`,
        en: `No difference that matters in ${title.en} between ${arm.en} and ${reference.en} (${low} to ${high}, less than the ${smallest} set beforehand)`,
      };
    case 'BETTER_TESTED':
    case 'WORSE_TESTED':
    case 'BETTER_MEANINGFUL':
    case 'WORSE_MEANINGFUL': {
      const better = verdict.startsWith('BETTER');
      const meaningful = verdict.endsWith('MEANINGFUL');
      return {
        'zh-CN': `随机对照支持${arm.zh}在「${title.zh}」上更${better ? '好' : '差'}：${difference}（${low}～${high}）${meaningful ? `，且达到事先设定的最小有意义差异 ${smallest}` : ''}`,
        en: `A randomised comparison supports that ${arm.en} does ${better ? 'better' : 'worse'} in ${title.en}: ${difference} (${low} to ${high})${meaningful ? `, and by no less than the ${smallest} set beforehand` : ''}`,
      };
    }
    case 'ASSOCIATED_ONLY': {
      const higher = (primary.estimate ?? 0) > 0;
      const e = facts.eValue == null ? null : figure(facts.eValue);
      return {
        'zh-CN': `${arm.zh}的「${title.zh}」更${higher ? '高' : '低'}（${difference}，${low}～${high}），但未随机分组，不能说是版本造成的${e === null ? '' : `；一个未测因素要同时与两者相关到 ${e} 倍才能解释这一差异`}`,
        en: `${title.en} is ${higher ? 'higher' : 'lower'} with ${arm.en} (${difference}, ${low} to ${high}), but nobody was randomised, so the version cannot be named as the cause${e === null ? '' : `; an unmeasured factor would have to go with both by a factor of ${e} to explain it away`}`,
      };
    }
    case 'EXPLORATORY':
      if (facts.exploratory === 'STOPPED')
        return {
          'zh-CN': `提前停止，没有结论：停止时「${title.zh}」相差 ${difference}（${low}～${high}），只能作为探索性估计，需下一期验证`,
          en: `Stopped early, so there is no verdict: when it was stopped ${title.en} differed by ${difference} (${low} to ${high}), an exploratory estimate that the next cohort has to confirm`,
        };
      return {
        'zh-CN': `探索性发现：「${title.zh}」相差 ${difference}（${low}～${high}），事先没有登记，需下一期验证`,
        en: `An exploratory finding: ${title.en} differs by ${difference} (${low} to ${high}); nobody asked for it beforehand, so the next cohort has to confirm it`,
      };
  }
}

/** Arms are called after the number of their version. */
function named(arm: string): { zh: string; en: string } {
  const number = /^v(\d+)$/.exec(arm)?.[1];
  return number === undefined ? { zh: arm, en: arm } : { zh: `第 ${number} 版`, en: `version ${number}` };
}

/** Within a sentence; a figure or a name in front stays. */
const lowerCase = (text: string): string => text.replace(/^(The|Everybody)\b/, (word) => word.toLowerCase());
