import { incompleteBeta } from './beta-function.js';
import { binomial } from './distributions.js';
import { requireProbability } from './finite.js';
import type { Interval } from './result.js';

/**
 * Between which shares somebody with n cases lies by chance when their true rate is the overall one: quantiles of the binomial,
 * interpolated between whole counts (D. Spiegelhalter 2005, Statistics in Medicine 24:1185).
 */
export function funnelLimits(rate: number, n: number, level: number): Interval {
  requireProbability(level, 'level');
  if (!(rate >= 0 && rate <= 1)) throw new RangeError(`rate is ${rate}, not between 0 and 1`);
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`n is ${n}, not a whole number from 1`);
  if (rate === 0 || rate === 1) return { low: rate, high: rate, level };
  const limit = (p: number): number => {
    const k = binomial.quantile(p, n, rate);
    const [at, before] = [cumulative(k, n, rate), cumulative(k - 1, n, rate)];
    return Math.min(1, Math.max(0, (k - (at - p) / (at - before)) / n));
  };
  return { low: limit((1 - level) / 2), high: limit(1 - (1 - level) / 2), level };
}

function cumulative(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : incompleteBeta(k + 1, n - k, p).upper;
}
