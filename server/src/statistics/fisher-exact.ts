import { findRoot } from './find-root.js';
import { requireCount } from './finite.js';
import type { Interval, Options, Tail, TestResult } from './result.js';
import { hypergeometric } from './shares.js';

/**
 * Independence in a 2 × 2 table, exactly (R. A. Fisher 1935; R `fisher.test`): odds ratio by conditional maximum
 * likelihood, its interval by the noncentral hypergeometric distribution.
 */
export function fisherExact(
  table: [[number, number], [number, number]],
  options: Options = {},
): TestResult & { oddsRatio: number } {
  const { level = 0.95, alternative = 'two-sided' } = options;
  for (const [i, row] of table.entries())
    for (const [j, cell] of row.entries()) requireCount(cell, `table[${i}][${j}]`);
  const { low, logMass } = hypergeometric(table);
  const high = low + logMass.length - 1;
  const observed = table[0][0];
  const noncentral = noncentralOf(low, logMass);
  const oddsRatio = conditionalEstimate(noncentral, observed, low, high);
  return {
    estimate: oddsRatio,
    oddsRatio,
    statistic: null,
    df: null,
    pValue: pValueOf(noncentral(1), observed - low, alternative),
    interval: intervalOf(noncentral, observed, low, high, level, alternative),
    standardError: null,
    method: "Fisher's exact test",
  };
}

type Noncentral = (oddsRatio: number) => number[];

/** Shares of the support under an odds ratio. */
function noncentralOf(low: number, logMass: readonly number[]): Noncentral {
  return (oddsRatio) => {
    const logs = logMass.map((mass, i) => mass + (low + i) * Math.log(oddsRatio));
    const most = Math.max(...logs);
    const weights = logs.map((value) => Math.exp(value - most));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  };
}

const sumOf = (shares: readonly number[], from: number, to: number): number => {
  let sum = 0;
  for (let i = Math.max(0, from); i <= Math.min(to, shares.length - 1); i += 1) sum += shares[i] as number;
  return sum;
};

function pValueOf(shares: readonly number[], at: number, alternative: Tail): number {
  if (alternative === 'less') return Math.min(1, sumOf(shares, 0, at));
  if (alternative === 'greater') return Math.min(1, sumOf(shares, at, shares.length - 1));
  // All tables that are no likelier than this one; the margin is R's, for values that differ by rounding alone.
  const limit = (shares[at] as number) * (1 + 1e-7);
  return Math.min(
    1,
    shares.reduce((sum, share) => (share <= limit ? sum + share : sum), 0),
  );
}

function conditionalEstimate(noncentral: Noncentral, x: number, low: number, high: number): number {
  if (low === high) return Number.NaN;
  if (x === low) return 0;
  if (x === high) return Number.POSITIVE_INFINITY;
  const mean = (oddsRatio: number) => noncentral(oddsRatio).reduce((sum, share, i) => sum + share * (low + i), 0);
  return Math.exp(findRoot((log) => mean(Math.exp(log)) - x, ...bracket((log) => mean(Math.exp(log)) - x)));
}

/** Two logarithms of odds between which an increasing function changes its sign. */
function bracket(f: (log: number) => number): [number, number] {
  let width = 1;
  while (f(-width) > 0 || f(width) < 0) width *= 2;
  return [-width, width];
}

function intervalOf(
  noncentral: Noncentral,
  x: number,
  low: number,
  high: number,
  level: number,
  alternative: Tail,
): Interval {
  const lowest = (alpha: number): number => {
    if (x === low) return 0;
    const f = (log: number) => sumOf(noncentral(Math.exp(log)), x - low, high - low) - alpha;
    return Math.exp(findRoot(f, ...bracket(f)));
  };
  const highest = (alpha: number): number => {
    if (x === high) return Number.POSITIVE_INFINITY;
    const f = (log: number) => alpha - sumOf(noncentral(Math.exp(log)), 0, x - low);
    return Math.exp(findRoot(f, ...bracket(f)));
  };
  const alpha = 1 - level;
  switch (alternative) {
    case 'less':
      return { low: 0, high: highest(alpha), level };
    case 'greater':
      return { low: lowest(alpha), high: Number.POSITIVE_INFINITY, level };
    case 'two-sided':
      return { low: lowest(alpha / 2), high: highest(alpha / 2), level };
  }
}
