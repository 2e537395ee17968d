import { logChoose } from './beta-function.js';
import { meanOf } from './describe.js';
import { requireFinite } from './finite.js';
import { Random } from './random.js';
import { noResult, type Options, type TestResult } from './result.js';

/** With more ways than this to split the people, splits are drawn at random instead of counted. */
const MOST_SPLITS = 200_000;

/**
 * Difference of means under every (or, beyond 200,000, a drawn) split of the people into two groups of these sizes.
 * Counted: p = share of splits as extreme. Drawn: p = (b + 1)/(B + 1).
 */
export function permutationTest(
  a: readonly number[],
  b: readonly number[],
  options: Options & { exact?: boolean; replicates?: number; seed?: string } = {},
): TestResult {
  requireFinite(a, 'a');
  requireFinite(b, 'b');
  const { alternative = 'two-sided', replicates = 9_999, seed = 'permutation' } = options;
  if (a.length === 0 || b.length === 0) return noResult('Permutation test', 'too-few');
  const estimate = meanOf(a) - meanOf(b);
  const all = [...a, ...b];
  const splits = Math.exp(logChoose(all.length, a.length));
  const exact = options.exact ?? splits <= MOST_SPLITS;
  if (exact && splits > 50 * MOST_SPLITS)
    throw new RangeError(`${Math.round(splits)} splits are too many to count; leave out exact`);
  // By the sum of `a` around the common mean: one addition a split, no cancellation.
  const centre = meanOf(all);
  const centred = all.map((value) => value - centre);
  const observed = sumOf(centred, a.length);
  const slack = 1e-10 * centred.reduce((sum, value) => sum + Math.abs(value), 0);
  const isExtreme = (sum: number): boolean =>
    alternative === 'two-sided'
      ? Math.abs(sum) >= Math.abs(observed) - slack
      : alternative === 'greater'
        ? sum >= observed - slack
        : sum <= observed + slack;
  const known = { estimate, statistic: estimate, df: null, interval: null, standardError: null };
  if (exact) {
    const { extreme, total } = countSplits(centred, a.length, isExtreme);
    return { ...known, pValue: extreme / total, method: 'Permutation test, exact' };
  }
  const random = new Random(seed);
  let extreme = 0;
  for (let i = 0; i < replicates; i += 1) if (isExtreme(sumOf(random.shuffle([...centred]), a.length))) extreme += 1;
  return { ...known, pValue: (extreme + 1) / (replicates + 1), method: `Permutation test, ${replicates} drawn` };
}

const sumOf = (values: readonly number[], n: number): number => {
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += values[i] as number;
  return sum;
};

function countSplits(
  values: readonly number[],
  size: number,
  isExtreme: (sum: number) => boolean,
): { extreme: number; total: number } {
  let [extreme, total] = [0, 0];
  const choose = (from: number, left: number, sum: number): void => {
    if (left === 0) {
      total += 1;
      if (isExtreme(sum)) extreme += 1;
      return;
    }
    for (let i = from; i <= values.length - left; i += 1) choose(i + 1, left - 1, sum + (values[i] as number));
  };
  choose(0, size, 0);
  return { extreme, total };
}
