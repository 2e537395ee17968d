import { normal } from './distributions.js';
import { findRoot } from './find-root.js';
import { requireFinite, requireSameLength } from './finite.js';
import { medianWalshAverage, shiftedRankSum } from './pairwise.js';
import { midRanks, rankSumShares, signedRankShares, tableQuantile, tableTails } from './ranks.js';
import { type Interval, noResult, type Options, type Tail, type TestResult, tailProbability } from './result.js';

export interface RankOptions extends Options {
  /** Exact without ties under 50 each side unless told. */
  exact?: boolean;
  /** Continuity correction of the normal approximation; on unless told. */
  correct?: boolean;
}

const EXACT_BELOW = 50;

/**
 * Whether values of one side tend to be larger (H. Mann, D. Whitney 1947; R `wilcox.test`). statistic = U of `a`;
 * estimate and interval are Hodges and Lehmann's shift a − b. Ties and larger samples: normal with correction for ties.
 */
export function mannWhitney(a: readonly number[], b: readonly number[], options: RankOptions = {}): TestResult {
  requireFinite(a, 'a');
  requireFinite(b, 'b');
  const { alternative = 'two-sided', correct = true } = options;
  if (a.length === 0 || b.length === 0) return noResult('Mann–Whitney', 'too-few');
  const { ranks, ties } = midRanks([...a, ...b]);
  const [m, n] = [a.length, b.length];
  let rankSum = 0;
  for (let i = 0; i < m; i += 1) rankSum += ranks[i] as number;
  const statistic = rankSum - (m * (m + 1)) / 2;
  const hasTies = ties.some((size) => size > 1);
  const exact = !hasTies && (options.exact ?? (m < EXACT_BELOW && n < EXACT_BELOW));
  const { estimate, interval } = hodgesLehmann(a, b, { ...options, exact });
  const known = { estimate, statistic, df: null, interval, standardError: null };
  if (exact) {
    const { lower, upper } = tableTails(rankSumShares(m, n), statistic);
    return { ...known, pValue: tailProbability(lower, upper, alternative), method: 'Mann–Whitney, exact' };
  }
  const tieTerm = ties.reduce((sum, t) => sum + (t ** 3 - t), 0);
  const sigma = Math.sqrt(((m * n) / 12) * (m + n + 1 - tieTerm / ((m + n) * (m + n - 1))));
  if (sigma === 0) return noResult('Mann–Whitney, normal approximation', 'constant', { statistic, estimate: 0 });
  const pValue = normalTail(statistic - (m * n) / 2, sigma, alternative, correct);
  return { ...known, pValue, method: 'Mann–Whitney, normal approximation' };
}

/** p of a centred statistic, moved half a unit towards the centre where a correction is asked. */
function normalTail(centred: number, sigma: number, alternative: Tail, correct: boolean): number {
  const by = correct ? { 'two-sided': Math.sign(centred) * 0.5, greater: 0.5, less: -0.5 }[alternative] : 0;
  const z = (centred - by) / sigma;
  return tailProbability(normal.cdf(z), normal.upper(z), alternative);
}

/**
 * The median of all differences a − b, and the interval of shifts that the rank test would not refuse
 * (J. Hodges, E. Lehmann 1963). Exact as above; otherwise both by inverting the normal approximation, as R does.
 */
export function hodgesLehmann(
  a: readonly number[],
  b: readonly number[],
  options: RankOptions = {},
): { estimate: number; interval: Interval } {
  requireFinite(a, 'a');
  requireFinite(b, 'b');
  if (a.length === 0 || b.length === 0) throw new RangeError('a shift needs values on both sides');
  const { level = 0.95, alternative = 'two-sided', correct = true } = options;
  const [sortedA, sortedB] = [Float64Array.from(a).sort(), Float64Array.from(b).sort()];
  const hasTies = midRanks([...a, ...b]).ties.some((size) => size > 1);
  const exact = options.exact ?? (!hasTies && a.length < EXACT_BELOW && b.length < EXACT_BELOW);
  const infinite = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, level };
  if (exact) {
    const differences = Float64Array.from(a.flatMap((x) => b.map((y) => x - y))).sort();
    const shares = rankSumShares(a.length, b.length);
    const bounds = (p: number) => {
      const q = Math.max(1, tableQuantile(shares, p));
      return { low: differences[q - 1] as number, high: differences[differences.length - q] as number };
    };
    const alpha = 1 - level;
    const interval =
      alternative === 'two-sided'
        ? { ...bounds(alpha / 2), level }
        : alternative === 'greater'
          ? { ...infinite, low: bounds(alpha).low }
          : { ...infinite, high: bounds(alpha).high };
    return { estimate: medianOf(differences), interval };
  }
  const [m, n] = [a.length, b.length];
  const first = (sortedA[0] as number) - (sortedB[n - 1] as number);
  const last = (sortedA[m - 1] as number) - (sortedB[0] as number);
  if (first === last) return { estimate: first, interval: { low: first, high: last, level } };
  // The z of the rank test as a function of the shift taken off `a` (R, wilcox.test.default).
  const z = (shift: number, by: Tail | 'none'): number => {
    const { centred, tieTerm } = shiftedRankSum(sortedA, sortedB, shift);
    const sigma = Math.sqrt(((m * n) / 12) * (m + n + 1 - tieTerm / ((m + n) * (m + n - 1))));
    const correction =
      by === 'none' || !correct ? 0 : { 'two-sided': Math.sign(centred) * 0.5, greater: 0.5, less: -0.5 }[by];
    return sigma === 0 ? 0 : (centred - correction) / sigma;
  };
  return {
    estimate: solveShift((d) => z(d, 'none'), 0, first, last),
    interval: shiftInterval(z, first, last, level, alternative),
  };
}

function shiftInterval(
  z: (shift: number, by: Tail) => number,
  first: number,
  last: number,
  level: number,
  alternative: Tail,
): Interval {
  const alpha = 1 - level;
  const at = (quantile: number) => solveShift((d) => z(d, alternative), quantile, first, last);
  switch (alternative) {
    case 'two-sided': {
      const [low, high] = [at(-normal.quantile(alpha / 2)), at(normal.quantile(alpha / 2))];
      return { low: Math.min(low, high), high: Math.max(low, high), level };
    }
    case 'greater':
      return { low: at(-normal.quantile(alpha)), high: Number.POSITIVE_INFINITY, level };
    case 'less':
      return { low: Number.NEGATIVE_INFINITY, high: at(normal.quantile(alpha)), level };
  }
}

/** Where z(shift) crosses a quantile; the ends where it never does. R's uniroot stops within 1e-4 of it, this goes on. */
function solveShift(z: (shift: number) => number, quantile: number, first: number, last: number): number {
  const f = (shift: number) => z(shift) - quantile;
  const [low, high] = [f(first), f(last)];
  if (low <= 0) return first;
  if (high >= 0) return last;
  return findRoot(f, first, last, 1e-12);
}

function medianOf(sorted: Float64Array): number {
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

/**
 * Whether differences of pairs lean to one side (F. Wilcoxon 1945; R `wilcox.test(paired = TRUE)`): zero differences are
 * left out, statistic = V, the rank sum of the positive ones. Exact without ties and zeros under 50 pairs.
 */
export function wilcoxonSignedRank(a: readonly number[], b: readonly number[], options: RankOptions = {}): TestResult {
  requireFinite(a, 'a');
  requireFinite(b, 'b');
  requireSameLength(a, b, ['a', 'b']);
  const { alternative = 'two-sided', correct = true, level = 0.95 } = options;
  const all = a.map((x, i) => x - (b[i] as number));
  const differences = all.filter((d) => d !== 0);
  const n = differences.length;
  if (n === 0) return noResult('Wilcoxon signed rank', all.length === 0 ? 'too-few' : 'constant');
  const { ranks, ties } = midRanks(differences.map(Math.abs));
  const statistic = differences.reduce((sum, d, i) => (d > 0 ? sum + (ranks[i] as number) : sum), 0);
  const hasTies = ties.some((size) => size > 1) || n < all.length;
  const exact = !hasTies && (options.exact ?? n < EXACT_BELOW);
  const estimate = medianWalshAverage(Float64Array.from(differences).sort());
  const known = { estimate, statistic, df: null, standardError: null };
  if (exact) {
    const walsh = walshAverages(differences);
    const shares = signedRankShares(n);
    const { lower, upper } = tableTails(shares, statistic);
    const pValue = tailProbability(lower, upper, alternative);
    return {
      ...known,
      pValue,
      interval: walshInterval(walsh, shares, level, alternative),
      method: 'Wilcoxon signed rank, exact',
    };
  }
  const tieTerm = ties.reduce((sum, t) => sum + (t ** 3 - t), 0);
  const sigma = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieTerm / 48);
  const pValue = normalTail(statistic - (n * (n + 1)) / 4, sigma, alternative, correct);
  return { ...known, pValue, interval: null, method: 'Wilcoxon signed rank, normal approximation' };
}

/** Means of all pairs of differences, each with itself too, in order. */
function walshAverages(differences: readonly number[]): Float64Array {
  const means: number[] = [];
  for (let i = 0; i < differences.length; i += 1)
    for (let j = i; j < differences.length; j += 1)
      means.push(((differences[i] as number) + (differences[j] as number)) / 2);
  return Float64Array.from(means).sort();
}

function walshInterval(walsh: Float64Array, shares: Float64Array, level: number, alternative: Tail): Interval {
  const bounds = (p: number) => {
    const q = Math.max(1, tableQuantile(shares, p));
    return { low: walsh[q - 1] as number, high: walsh[walsh.length - q] as number };
  };
  switch (alternative) {
    case 'two-sided':
      return { ...bounds((1 - level) / 2), level };
    case 'greater':
      return { low: bounds(1 - level).low, high: Number.POSITIVE_INFINITY, level };
    case 'less':
      return { low: Number.NEGATIVE_INFINITY, high: bounds(1 - level).high, level };
  }
}
