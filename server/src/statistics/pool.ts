import { studentT } from './distributions.js';
import { findRoot } from './find-root.js';
import { requireFinite } from './finite.js';
import type { Interval } from './result.js';

export interface Pooled {
  estimate: number;
  /** None for a single cohort, like the interval. */
  standardError: number | null;
  interval: Interval | null;
  /** Where the true effect of one more cohort would lie; none under three cohorts, whose spread tells nothing. */
  prediction: Interval | null;
  tauSquared: number;
  /** Share (0–1) of the variation that is between the cohorts. */
  iSquared: number;
}

/** Cohorts under which their spread is too little known to say where the next one lies. */
const FEWEST_FOR_PREDICTION = 3;

/**
 * Random effects over cohorts: τ² by restricted maximum likelihood, interval by G. Knapp and J. Hartung (2003) with k − 1
 * degrees of freedom, never narrower than the common-effect interval (C. Röver, G. Knapp, T. Friede 2015; R
 * `metafor::rma(method = "REML", test = "adhoc")`), prediction by the same and τ² (`predict` of that model).
 */
export function pool(estimates: readonly { estimate: number; standardError: number }[], level = 0.95): Pooled {
  requireFinite(
    estimates.map(({ estimate }) => estimate),
    'estimate',
  );
  for (const [i, { standardError }] of estimates.entries())
    if (!(standardError > 0 && Number.isFinite(standardError)))
      throw new RangeError(`estimates[${i}] has the standard error ${standardError}, not a positive number`);
  const [first] = estimates;
  if (!first) throw new RangeError('nothing to pool');
  const y = estimates.map(({ estimate }) => estimate);
  const v = estimates.map(({ standardError }) => standardError ** 2);
  if (estimates.length === 1)
    return {
      estimate: first.estimate,
      standardError: null,
      interval: null,
      prediction: null,
      tauSquared: 0,
      iSquared: 0,
    };
  const tauSquared = restrictedMaximum(y, v);
  const { weights, sum, mean } = weighted(y, v, tauSquared);
  const k = y.length;
  const q = y.reduce((total, value, i) => total + (weights[i] as number) * (value - mean) ** 2, 0);
  // Cohorts that happen to agree are no surer than their own errors say: without the 1, 2 ± 3 and 2.1 ± 3 give 1.4 to 2.7.
  const standardError = Math.sqrt(Math.max(1, q / (k - 1)) / sum);
  const reach = studentT.quantile(1 - (1 - level) / 2, k - 1);
  const around = (spread: number): Interval => ({ low: mean - reach * spread, high: mean + reach * spread, level });
  return {
    estimate: mean,
    standardError,
    interval: around(standardError),
    prediction: k < FEWEST_FOR_PREDICTION ? null : around(Math.sqrt(standardError ** 2 + tauSquared)),
    tauSquared,
    iSquared: tauSquared / (tauSquared + typicalVariance(v)),
  };
}

function weighted(y: readonly number[], v: readonly number[], tauSquared: number) {
  const weights = v.map((variance) => 1 / (variance + tauSquared));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const mean = y.reduce((total, value, i) => total + (weights[i] as number) * value, 0) / sum;
  return { weights, sum, mean };
}

/** Root of the derivative of the restricted log-likelihood; 0 where it falls from the start. */
function restrictedMaximum(y: readonly number[], v: readonly number[]): number {
  const slope = (tauSquared: number): number => {
    const { weights, sum, mean } = weighted(y, v, tauSquared);
    let [a, b] = [0, 0];
    for (const [i, weight] of weights.entries()) {
      a += weight * weight * ((y[i] as number) - mean) ** 2;
      b += weight * weight;
    }
    return a - sum + b / sum;
  };
  if (slope(0) <= 0) return 0;
  let high = Math.max(...v);
  while (slope(high) > 0) high *= 2;
  return findRoot(slope, 0, high, 1e-15);
}

/** J. Higgins, S. Thompson 2002, equation 9. */
function typicalVariance(v: readonly number[]): number {
  const weights = v.map((variance) => 1 / variance);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  return ((v.length - 1) * sum) / (sum * sum - squares);
}
