import type { LocalizedText } from '@planwright/schema/text';
import type { Verdict } from '../statistics/index.js';
import { decisionWords } from './method-notes.js';
import type { ReportExperiment } from './report-experiment.js';

/** What to do next with an experiment: what was decided, else what its state and its verdict ask for. */
export function stepOfExperiment({ status, isDue, analysisOn, analysis, decision }: ReportExperiment): LocalizedText {
  if (decision) {
    const words = decisionWords(decision);
    return { 'zh-CN': `已决定${words.zh}：${decision.reason}`, en: `Decided to ${words.en}: ${decision.reason}` };
  }
  const verdicts = analysis?.comparisons.map(({ verdict }) => verdict) ?? [];
  if (verdicts.length === 0) {
    if (status === 'DESIGNED') return { 'zh-CN': '开始对照实验', en: 'Start the experiment' };
    return isDue
      ? {
          'zh-CN': '补齐测量，然后开放实验结果',
          en: 'Complete the measurements, then open the results of the experiment',
        }
      : {
          'zh-CN': `按计划进行到 ${analysisOn}，其间补齐测量`,
          en: `Let the experiment run until ${analysisOn} and measure everybody meanwhile`,
        };
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

const AGAIN: LocalizedText = {
  'zh-CN': '再用一期做同样的对照，两期合并后再看；然后记录决定',
  en: 'Repeat the comparison with another cohort and pool both, then record a decision',
};
const ROLL_OUT: LocalizedText = {
  'zh-CN': '推广更好的版本，并记录决定',
  en: 'Roll out the better version and record the decision',
};
const KEEP: LocalizedText = {
  'zh-CN': '保留参照版本，找出新版中拖后腿的改动，并记录决定',
  en: 'Keep the reference, look for the change that holds the new version back, and record the decision',
};

const STEPS: Record<Verdict, LocalizedText> = {
  BETTER_MEANINGFUL: ROLL_OUT,
  BETTER_TESTED: ROLL_OUT,
  WORSE_MEANINGFUL: KEEP,
  WORSE_TESTED: KEEP,
  EQUIVALENT: {
    'zh-CN': '选更省事的版本，并记录决定',
    en: 'Take the version that is less work and record the decision',
  },
  NOT_COMPARABLE: {
    'zh-CN': '先排除没有通过的检查的原因，再做一次',
    en: 'Find out why the checks failed, then repeat the experiment',
  },
  INCONCLUSIVE: AGAIN,
  TOO_FEW: AGAIN,
  ASSOCIATED_ONLY: AGAIN,
  EXPLORATORY: {
    'zh-CN': '把它登记为下一次实验的主要指标，再验证一次',
    en: 'Register it as the primary metric of the next experiment and confirm it there',
  },
};
