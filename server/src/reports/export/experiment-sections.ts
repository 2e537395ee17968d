import { type Language, textIn } from '@planwright/schema/text';
import type { EstimateLine } from '../../experiments/analysis/index.js';
import { sayIn } from '../generated/messages.js';
import type { ReportedExperiment } from '../report-record.js';
import type { Cell, ReportSection } from './report-sections.js';

/** Who was drawn for which arm and what came of it, then each comparison with its verdict, then the other declared metrics. */
export function experimentSections({ unit, analysis }: ReportedExperiment, language: Language): ReportSection[] {
  const withUnit = (word: string) => (unit === null ? word : `${word} (${unit})`);
  const figures = ({ estimate, low, high }: EstimateLine): Cell[] => [estimate, low, high];
  return [
    {
      key: 'arms',
      title: sayIn(language, 'experimentSections.arms'),
      header: [
        sayIn(language, 'experimentSections.arm'),
        sayIn(language, 'experimentSections.allocated'),
        sayIn(language, 'experimentSections.measured'),
        withUnit(sayIn(language, 'experimentSections.mean')),
        withUnit(sayIn(language, 'experimentSections.deviation')),
      ],
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
      title: sayIn(language, 'experimentSections.comparisons'),
      header: [
        sayIn(language, 'experimentSections.arm'),
        sayIn(language, 'experimentSections.reference'),
        withUnit(sayIn(language, 'experimentSections.estimate')),
        sayIn(language, 'experimentSections.low'),
        sayIn(language, 'experimentSections.high'),
        'p',
        sayIn(language, 'experimentSections.verdict'),
      ],
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
      title: sayIn(language, 'experimentSections.measures'),
      header: [
        sayIn(language, 'experimentSections.metric'),
        sayIn(language, 'experimentSections.arm'),
        sayIn(language, 'experimentSections.reference'),
        sayIn(language, 'experimentSections.estimate'),
        sayIn(language, 'experimentSections.low'),
        sayIn(language, 'experimentSections.high'),
        sayIn(language, 'experimentSections.adjusted'),
        sayIn(language, 'experimentSections.verdict'),
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
