import { requireFinite } from './finite.js';
import { compensatedSum } from './sum.js';

export interface Description {
  n: number;
  mean: number;
  variance: number | null;
  standardDeviation: number | null;
  min: number;
  max: number;
  /** Σ(xᵢ−x̄)(xᵢ₊₁−x̄) / Σ(xᵢ−x̄)², as NIST StRD has it. */
  autocorrelation1: number | null;
}

/** Two passes with compensated sums: one pass (Σx² − n x̄²) gives −2 for NIST NumAcc4, whose variance is 0.01. */
export function describe(x: readonly number[]): Description {
  requireFinite(x, 'x');
  const n = x.length;
  if (n === 0) throw new RangeError('x is empty: nothing to describe');
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of x) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const mean = meanOf(x);
  const squares = squaresAround(x, mean);
  const variance = n < 2 ? null : squares / (n - 1);
  let lagged: number | null = null;
  if (n > 1 && squares > 0)
    lagged = compensatedSum(n - 1, (i) => ((x[i] as number) - mean) * ((x[i + 1] as number) - mean)) / squares;
  return {
    n,
    mean,
    variance,
    standardDeviation: variance === null ? null : Math.sqrt(variance),
    min,
    max,
    autocorrelation1: lagged,
  };
}

/** The mean, corrected by the mean of what is left (second pass). */
export function meanOf(x: readonly number[]): number {
  const n = x.length;
  // Scaled first: a sum of large values may overflow where their mean does not.
  const rough = compensatedSum(n, (i) => (x[i] as number) / n);
  return rough + compensatedSum(n, (i) => (x[i] as number) - rough) / n;
}

/** Σ(x − mean)², corrected for the rounding of the mean. */
export function squaresAround(x: readonly number[], mean: number): number {
  const squares = compensatedSum(x.length, (i) => ((x[i] as number) - mean) ** 2);
  const rest = compensatedSum(x.length, (i) => (x[i] as number) - mean);
  return Math.max(0, squares - (rest * rest) / x.length);
}

/** Quantile of R's type 7 (the default there): linear between order statistics. */
export function quantile(x: readonly number[], p: number): number {
  requireFinite(x, 'x');
  if (x.length === 0) throw new RangeError('x is empty: it has no quantiles');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p is ${p}, not between 0 and 1`);
  const sorted = Float64Array.from(x).sort();
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at + 4 * Number.EPSILON);
  const low = sorted[below] as number;
  const fraction = at - below;
  if (Math.abs(fraction) < 4 * Number.EPSILON || below + 1 >= sorted.length) return low;
  return (1 - fraction) * low + fraction * (sorted[below + 1] as number);
}
