import { binomialMass } from './beta-function.js';
import { chiSquare } from './distributions.js';
import { requireCount } from './finite.js';

/**
 * Whether these numbers of people in each arm can come from the planned weights: exact binomial for two arms (R `binom.test`), χ² for
 * more. Arms of weight 0 are left out (their people are an error of their own, never a degree of freedom).
 */
export function sampleRatio(
  counts: readonly number[],
  weights: readonly number[],
): { pValue: number; method: 'binomial' | 'chi-square' } {
  for (const [i, count] of counts.entries()) requireCount(count, `counts[${i}]`);
  if (counts.length !== weights.length) throw new RangeError('each arm needs a count and a weight');
  for (const [i, weight] of weights.entries())
    if (!(weight >= 0 && Number.isFinite(weight)))
      throw new RangeError(`weights[${i}] is ${weight}, not a number from 0`);
  const arms = counts.flatMap((count, i) =>
    (weights[i] as number) > 0 ? [{ count, weight: weights[i] as number }] : [],
  );
  if (arms.length < 2) throw new RangeError('a ratio needs two arms with a weight');
  const total = arms.reduce((sum, { count }) => sum + count, 0);
  const all = arms.reduce((sum, { weight }) => sum + weight, 0);
  const [first] = arms;
  if (arms.length === 2 && first)
    return { pValue: binomialTest(first.count, total, first.weight / all), method: 'binomial' };
  const statistic = arms.reduce((sum, { count, weight }) => {
    const expected = (total * weight) / all;
    return expected === 0 ? sum : sum + (count - expected) ** 2 / expected;
  }, 0);
  return { pValue: chiSquare.upper(statistic, arms.length - 1), method: 'chi-square' };
}

/** Two-sided: the probability of all counts that are no likelier than this one. */
export function binomialTest(x: number, n: number, p: number): number {
  const limit = binomialMass(x, n, p) * (1 + 1e-7);
  let sum = 0;
  for (let k = 0; k <= n; k += 1) {
    const mass = binomialMass(k, n, p);
    if (mass <= limit) sum += mass;
  }
  return Math.min(1, sum);
}
