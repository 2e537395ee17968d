import { studentT } from './distributions.js';
import { requireProbability, requireTrials } from './finite.js';
import type { Interval } from './result.js';
import { wilson } from './shares.js';

export interface ClusteredShare {
  count: number;
  of: number;
  /** Clusters that have anything to count. */
  clusters: number;
  share: number | null;
  interval: Interval | null;
  /** How many independent items are worth as much as these. */
  effectiveSize: number;
}

/** How alike a person's items are taken to be before anything is known of it (intraclass correlation) … */
const USUAL_LIKENESS = 0.4;
/** … and for how many persons that counts. Where nearly all is done, the few who lag tell little of it. */
const PERSONS_WORTH = 1;

/**
 * A share over items of which each person has several: Σ count / Σ of, with Wilson's interval for as many independent items as
 * these are worth (L. Kish 1965; E. Korn, B. Graubard 1998; N. Dean, M. Pagano 2015): the spread between the persons comes from
 * the ratio's linearisation (R `survey::svyratio`), t's quantile stands for the normal one. Items of one person are alike:
 * counted as independent they gave intervals three times too narrow on real courses. One item a person is plain Wilson.
 */
export function clusteredShare(parts: readonly { count: number; of: number }[], level = 0.95): ClusteredShare {
  requireProbability(level, 'level');
  for (const [i, { count, of }] of parts.entries()) requireTrials(count, of, [`parts[${i}].count`, `parts[${i}].of`]);
  const known = parts.filter(({ of }) => of > 0);
  const count = known.reduce((sum, part) => sum + part.count, 0);
  const of = known.reduce((sum, part) => sum + part.of, 0);
  const clusters = known.length;
  const common = { count, of, clusters };
  if (of === 0) return { ...common, share: null, interval: null, effectiveSize: 0 };
  const share = count / of;
  if (of === clusters) return { ...common, share, interval: wilson(count, of, level), effectiveSize: of };
  // One person alone: nothing is known of how people differ.
  if (clusters === 1) return { ...common, share, interval: { low: 0, high: 1, level }, effectiveSize: 0 };
  const effectiveSize = worth(known, share, of);
  const quantile = studentT.quantile(1 - (1 - level) / 2, clusters - 1);
  return { ...common, share, interval: scoreInterval(share, effectiveSize, quantile, level), effectiveSize };
}

function worth(parts: readonly { count: number; of: number }[], share: number, of: number): number {
  const k = parts.length;
  // Everything done, or nothing: as if each person were one item.
  if (share === 0 || share === 1) return k;
  const squares = parts.reduce((sum, part) => sum + (part.count - share * part.of) ** 2, 0);
  const spread = share * (1 - share);
  const seen = ((k / (k - 1)) * squares) / of / spread;
  const itemsEach = parts.reduce((sum, part) => sum + part.of ** 2, 0) / of;
  const usual = 1 + (itemsEach - 1) * USUAL_LIKENESS;
  const weight = 4 * k * spread;
  return (of * (weight + PERSONS_WORTH)) / (weight * seen + PERSONS_WORTH * usual);
}

function scoreInterval(share: number, n: number, quantile: number, level: number): Interval {
  const square = quantile * quantile;
  const centre = share + square / (2 * n);
  const margin = quantile * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  const scale = 1 + square / n;
  return {
    low: share === 0 ? 0 : Math.max(0, (centre - margin) / scale),
    high: share === 1 ? 1 : Math.min(1, (centre + margin) / scale),
    level,
  };
}
