import type { LocalizedText } from '@planwright/schema/text';
import { type AncovaResult, dunnett, studentT } from '../../statistics/index.js';
import { say } from '../generated/messages.js';
import { line, withNote } from './estimate-lines.js';
import type { EstimateLine } from './experiment-data.js';

export const LEVEL = 0.95;

/** The error allowed to each comparison, so that all of them together miss in one case of twenty. */
export const levelOfOne = (comparisons: number): number => 1 - (1 - LEVEL) / comparisons;

/** Degrees of freedom further apart than this do not share one estimate of spread. */
const ALIKE = 0.5;

/**
 * One of several comparisons with one reference, whose intervals all hold at once: Dunnett's where their errors are known about
 * equally well, else Bonferroni's. A single comparison stays as it is.
 */
export function simultaneous(
  found: readonly { method: LocalizedText; result: AncovaResult }[],
  at: number,
): EstimateLine | undefined {
  const one = found[at] && line(found[at].method, found[at].result);
  const m = found.length;
  const { estimate, standardError, statistic, df, pValue } = found[at]?.result ?? {};
  if (!one || m === 1 || estimate == null || standardError == null || statistic == null || df == null) return one;
  const dfs = found.map(({ result }) => result.df ?? 0);
  const least = Math.min(...dfs);
  const isDunnett = least > 0 && least >= ALIKE * Math.max(...dfs);
  const together = isDunnett
    ? dunnett(
        found.map(({ result }) => result.referenceShare ?? 0),
        least,
      )
    : null;
  const reach = together ? together.quantile(LEVEL) : studentT.quantile(1 - (1 - levelOfOne(m)) / 2, df);
  const adjusted = together ? 1 - together.cdf(Math.abs(statistic)) : m * (pValue ?? 1);
  const margin = standardError * reach;
  return withNote(
    {
      ...one,
      low: estimate - margin,
      high: estimate + margin,
      pValue: Math.min(1, Math.max(pValue ?? 0, adjusted)),
    },
    atOnce(m, isDunnett ? 'Dunnett' : 'Bonferroni'),
  );
}

/** A line of its own level, put beside others: p counts for all of them. The interval must be of `levelOfOne`. */
export function oneOf(of: EstimateLine, comparisons: number): EstimateLine {
  if (comparisons === 1) return of;
  const pValue = of.pValue === null ? null : Math.min(1, comparisons * of.pValue);
  return withNote({ ...of, pValue }, atOnce(comparisons, 'Bonferroni'));
}

const atOnce = (comparisons: number, how: string): LocalizedText => say('simultaneous.atOnce', { comparisons, how });
