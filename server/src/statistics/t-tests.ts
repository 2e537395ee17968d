import { meanOf, squaresAround } from './describe.js';
import { studentT } from './distributions.js';
import { requireFinite, requireSameLength } from './finite.js';
import { intervalAround, noResult, type Options, type TestResult, tailProbability } from './result.js';

/**
 * Difference of two means with unequal variances (B. Welch 1947; R `t.test`). estimate = mean(a) − mean(b).
 * Reasons: `too-few` (a side has fewer than 2), `constant` (no variance on either side).
 */
export function welchTTest(a: readonly number[], b: readonly number[], options: Options = {}): TestResult {
  requireFinite(a, 'a');
  requireFinite(b, 'b');
  const method = 'Welch t-test';
  if (a.length === 0 || b.length === 0) return noResult(method, 'too-few');
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  const estimate = meanA - meanB;
  if (a.length < 2 || b.length < 2) return noResult(method, 'too-few', { estimate });
  const partA = squaresAround(a, meanA) / (a.length - 1) / a.length;
  const partB = squaresAround(b, meanB) / (b.length - 1) / b.length;
  const standardError = Math.sqrt(partA + partB);
  if (isNil(standardError, meanA, meanB)) return noResult(method, 'constant', { estimate });
  // By shares, not by squares of variances: those over- or underflow at extreme scales.
  const shareA = partA / (partA + partB);
  const df = 1 / (shareA ** 2 / (a.length - 1) + (1 - shareA) ** 2 / (b.length - 1));
  return tResult(method, estimate, standardError, df, options);
}

/** Mean of the differences a − b of the same people (R `t.test(paired = TRUE)`). */
export function pairedTTest(a: readonly number[], b: readonly number[], options: Options = {}): TestResult {
  requireFinite(a, 'a');
  requireFinite(b, 'b');
  requireSameLength(a, b, ['a', 'b']);
  const method = 'Paired t-test';
  const difference = a.map((value, i) => value - (b[i] as number));
  if (difference.length === 0) return noResult(method, 'too-few');
  const estimate = meanOf(difference);
  if (difference.length < 2) return noResult(method, 'too-few', { estimate });
  const n = difference.length;
  const standardError = Math.sqrt(squaresAround(difference, estimate) / (n - 1) / n);
  if (isNil(standardError, estimate, 0)) return noResult(method, 'constant', { estimate });
  return tResult(method, estimate, standardError, n - 1, options);
}

/** R's bound for "data are essentially constant". */
const isNil = (standardError: number, meanA: number, meanB: number): boolean =>
  standardError < 10 * Number.EPSILON * Math.max(Math.abs(meanA), Math.abs(meanB));

/** Everything that follows from an estimate whose error is Student-distributed. */
export function tResult(
  method: string,
  estimate: number,
  standardError: number,
  df: number,
  { level = 0.95, alternative = 'two-sided' }: Options,
): TestResult {
  if (standardError === 0) return noResult(method, 'constant', { estimate });
  const statistic = estimate / standardError;
  const pValue = tailProbability(studentT.cdf(statistic, df), studentT.upper(statistic, df), alternative);
  const interval = intervalAround(estimate, standardError, (p) => studentT.quantile(p, df), level, alternative);
  return { estimate, statistic, df, pValue, interval, standardError, method };
}
