import { requireFinite, requireSameLength } from './finite.js';
import { QrDecomposition } from './qr.js';

export interface LogisticModel {
  coefficients: { name: string; estimate: number; standardError: number }[];
  fitted: number[];
  /** false: the columns separate the two outcomes (or nearly so); the figures are those of a ridge penalty then. */
  converged: boolean;
}

/** Steps of R's `glm`: enough for any data that has a maximum. */
const MOST_STEPS = 50;
/** Beyond this a coefficient of a standardised column runs away: separation. */
const RUNAWAY = 15;
/** Penalty on standardised coefficients where the likelihood has no maximum. */
const RIDGE = 1e-2;

/** Logistic regression with intercept by iteratively reweighted least squares (R `glm(family = binomial)`). */
export function logistic(y: readonly (0 | 1)[], columns: Readonly<Record<string, readonly number[]>>): LogisticModel {
  requireFinite(y, 'y');
  for (const [name, column] of Object.entries(columns)) {
    requireFinite(column, name);
    requireSameLength(y, column, ['y', name]);
  }
  if (!y.includes(0) || !y.includes(1))
    throw new RangeError('y holds one outcome only: there is nothing to tell apart');
  const names = ['(intercept)', ...Object.keys(columns)];
  const scales = Object.values(columns).map(scaleOf);
  // Standardised columns: the same steps whatever the units.
  const design = y.map((_, i) => [
    1,
    ...Object.values(columns).map(
      (column, k) => ((column[i] as number) - (scales[k] as Scale).mean) / (scales[k] as Scale).sd,
    ),
  ]);
  const dependent = new QrDecomposition(design).dependentColumn();
  if (dependent !== undefined)
    throw new RangeError(`the column “${names[dependent]}” is explained by the others: take it out`);
  const free = fit(design, y, 0);
  const used = free.converged ? free : { ...fit(design, y, RIDGE), converged: false };
  const slopes = scales.map(({ sd }, k) => (used.estimates[k + 1] as number) / sd);
  const intercept = scales.reduce(
    (sum, { mean }, k) => sum - (slopes[k] as number) * mean,
    used.estimates[0] as number,
  );
  // Var of the intercept in the columns' own units: d' V d with d = (1, −mean/sd …).
  const direction = [1, ...scales.map(({ mean, sd }) => -mean / sd)];
  const interceptVariance = direction.reduce(
    (sum, di, i) =>
      sum + direction.reduce((inner, dj, j) => inner + di * dj * ((used.covariance[i] as number[])[j] as number), 0),
    0,
  );
  return {
    coefficients: names.map((name, j) =>
      j === 0
        ? { name, estimate: intercept, standardError: Math.sqrt(interceptVariance) }
        : {
            name,
            estimate: slopes[j - 1] as number,
            standardError: Math.sqrt((used.covariance[j] as number[])[j] as number) / (scales[j - 1] as Scale).sd,
          },
    ),
    fitted: used.fitted,
    converged: used.converged,
  };
}

interface Scale {
  mean: number;
  sd: number;
}

function scaleOf(column: readonly number[]): Scale {
  const mean = column.reduce((sum, value) => sum + value / column.length, 0);
  const sd = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2 / column.length, 0));
  return { mean, sd: sd > 0 ? sd : 1 };
}

interface Fit {
  estimates: number[];
  fitted: number[];
  covariance: number[][];
  converged: boolean;
}

function fit(design: number[][], y: readonly (0 | 1)[], ridge: number): Fit {
  const p = (design[0] as number[]).length;
  // The penalty as p − 1 further rows of pseudo-data √λ e_k with target 0.
  const penalty = ridge === 0 ? [] : Array.from({ length: p - 1 }, (_, k) => k + 1);
  let estimates = new Array<number>(p).fill(0);
  let covariance: number[][] = [];
  let deviance = Number.POSITIVE_INFINITY;
  let converged = false;
  for (let step = 0; step < MOST_STEPS && !converged; step += 1) {
    const eta = design.map((row) => row.reduce((sum, value, k) => sum + value * (estimates[k] as number), 0));
    const mu = eta.map(logit);
    const weights = mu.map((m) => Math.max(m * (1 - m), 1e-10));
    const target = eta.map((value, i) => value + ((y[i] as number) - (mu[i] as number)) / (weights[i] as number));
    const rows = design.map((row, i) => row.map((value) => value * Math.sqrt(weights[i] as number)));
    const values = target.map((value, i) => value * Math.sqrt(weights[i] as number));
    for (const k of penalty) {
      rows.push(Array.from({ length: p }, (_, j) => (j === k ? Math.sqrt(ridge * y.length) : 0)));
      values.push(0);
    }
    const qr = new QrDecomposition(rows);
    if (qr.dependentColumn() !== undefined) break;
    estimates = qr.solve(values);
    covariance = qr.inverseOfNormal();
    const now = devianceOf(design, y, estimates);
    converged = Math.abs(now - deviance) <= 1e-14 * (Math.abs(now) + 1e-3);
    deviance = now;
    if (ridge === 0 && estimates.some((value) => Math.abs(value) > RUNAWAY))
      return { estimates, fitted: mu, covariance, converged: false };
  }
  const fitted = design.map((row) => logit(row.reduce((sum, value, k) => sum + value * (estimates[k] as number), 0)));
  return { estimates, fitted, covariance, converged };
}

const logit = (eta: number): number => (eta >= 0 ? 1 / (1 + Math.exp(-eta)) : Math.exp(eta) / (1 + Math.exp(eta)));

function devianceOf(design: number[][], y: readonly number[], estimates: readonly number[]): number {
  let sum = 0;
  for (const [i, row] of design.entries()) {
    const eta = row.reduce((total, value, k) => total + value * (estimates[k] as number), 0);
    const signed = y[i] === 1 ? -eta : eta;
    sum += 2 * (signed > 0 ? signed + Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)));
  }
  return sum;
}
