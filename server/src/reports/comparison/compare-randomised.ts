import type { LocalizedText } from '@planwright/schema/text';
import type {
  EstimateLine,
  ExperimentAnalysis,
  ExperimentData,
  IntegrityFinding,
} from '../../experiments/analysis/index.js';
import type { KnownAnalyses } from '../../experiments/index.js';
import { say } from '../generated/messages.js';
import type { BalanceFigure, ComparedVersions } from './comparison-data.js';

/** The same drawing with another arm as the reference; what was assigned stays. */
export const withReference = (data: ExperimentData, reference: string): ExperimentData => ({
  ...data,
  arms: [...data.arms].sort((a, b) => Number(b.key === reference) - Number(a.key === reference)),
});

/** What an experiment found of two of its arms, `to` minus `from`: as it was kept where it was kept that way round. */
export async function compareRandomised(
  analyses: KnownAnalyses,
  kept: ExperimentAnalysis | null,
  data: ExperimentData,
  { from, to }: { from: string; to: string },
): Promise<ComparedVersions> {
  const of = (analysis: ExperimentAnalysis) =>
    analysis.comparisons.find(({ arm, reference }) => arm === to && reference === from);
  const analysis = kept && of(kept) ? kept : await analyses.analyse(withReference(data, from));
  const found = of(analysis);
  if (!found) throw new Error('an experiment lacks one of its arms');
  const measured = (key: string) => analysis.arms.find((arm) => arm.key === key)?.measured ?? 0;
  return {
    verdict: found.verdict,
    sentence: found.sentence,
    estimate: found.primary,
    sensitivity: found.sensitivity,
    balance: analysis.integrity.flatMap(balanceOf),
    eValue: null,
    eValueText: null,
    people: [measured(from), measured(to)],
  };
}

/** Nothing is weighted where a lot was drawn: there is no figure after. */
function balanceOf({ key, value, passed }: IntegrityFinding): BalanceFigure[] {
  const title = say('compareRandomised.baseline');
  return key === 'balance' && value !== null ? [{ key: 'baseline', title, before: value, after: null, passed }] : [];
}

const NOT_OPEN: LocalizedText = say('compareRandomised.notOpen');

/** Until the results are opened nobody learns more than who is in it. @param isDue the analysis date has come */
export function lockedComparison(
  name: string,
  analysisOn: string,
  people: [number, number],
  isDue: boolean,
): ComparedVersions {
  const nothing: EstimateLine = { method: NOT_OPEN, estimate: null, low: null, high: null, pValue: null };
  return {
    verdict: 'INCONCLUSIVE',
    sentence: isDue
      ? say('compareRandomised.experimentComparedThese', { name })
      : say('compareRandomised.experimentComparesThese', { name, analysisOn }),
    estimate: nothing,
    sensitivity: [],
    balance: [],
    eValue: null,
    eValueText: null,
    people,
  };
}
