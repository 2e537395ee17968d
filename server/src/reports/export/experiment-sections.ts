import { type Language, textIn } from '@planwright/schema/text';
import type { EstimateLine } from '../../experiments/analysis/experiment-data.js';
import type { ReportedExperiment } from '../report-record.js';
import type { Cell, ReportSection } from './report-sections.js';

const WORDS = {
  'zh-CN': {
    arms: '对照实验：各组',
    arm: '组',
    allocated: '分配人数',
    measured: '有结果',
    mean: '均值',
    deviation: '标准差',
    comparisons: '对照实验：比较',
    reference: '参照组',
    estimate: '差值',
    low: '下限',
    high: '上限',
    verdict: '结论',
    measures: '对照实验：其他指标',
    metric: '指标',
    adjusted: '校正后 p',
  },
  en: {
    arms: 'Experiment: arms',
    arm: 'Arm',
    allocated: 'Drawn',
    measured: 'Measured',
    mean: 'Mean',
    deviation: 'Standard deviation',
    comparisons: 'Experiment: comparisons',
    reference: 'Reference',
    estimate: 'Difference',
    low: 'Low',
    high: 'High',
    verdict: 'Verdict',
    measures: 'Experiment: other metrics',
    metric: 'Metric',
    adjusted: 'Adjusted p',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** Who was drawn for which arm and what came of it, then each comparison with its verdict, then the other declared metrics. */
export function experimentSections({ unit, analysis }: ReportedExperiment, language: Language): ReportSection[] {
  const words = WORDS[language];
  const withUnit = (word: string) => (unit === null ? word : `${word} (${unit})`);
  const figures = ({ estimate, low, high }: EstimateLine): Cell[] => [estimate, low, high];
  return [
    {
      key: 'arms',
      title: words.arms,
      header: [words.arm, words.allocated, words.measured, withUnit(words.mean), withUnit(words.deviation)],
      rows: analysis.arms.map(({ key, allocated, measured, mean, standardDeviation }) => [
        key,
        allocated,
        measured,
        mean,
        standardDeviation,
      ]),
    },
    {
      key: 'comparisons',
      title: words.comparisons,
      header: [words.arm, words.reference, withUnit(words.estimate), words.low, words.high, 'p', words.verdict],
      pValues: [5],
      rows: analysis.comparisons.map(({ arm, reference, primary, sentence }) => [
        arm,
        reference,
        ...figures(primary),
        primary.pValue,
        textIn(sentence, language),
      ]),
    },
    {
      key: 'measures',
      title: words.measures,
      header: [
        words.metric,
        words.arm,
        words.reference,
        words.estimate,
        words.low,
        words.high,
        words.adjusted,
        words.verdict,
      ],
      pValues: [6],
      rows: (analysis.measures ?? []).map(({ title, arm, reference, line, adjustedP, sentence }) => [
        textIn(title, language),
        arm,
        reference,
        ...figures(line),
        adjustedP,
        textIn(sentence, language),
      ]),
    },
  ];
}
