import { clusterRobust } from './cluster-robust.js';
import { studentT } from './distributions.js';
import { requireFinite, requireSameLength } from './finite.js';
import { type Matrix, QrDecomposition } from './qr.js';
import type { Interval } from './result.js';
import { compensatedSum } from './sum.js';

export interface Coefficient {
  name: string;
  estimate: number;
  standardError: number;
  statistic: number;
  df: number;
  pValue: number;
  interval: Interval;
}

export interface LinearModel {
  coefficients: Coefficient[];
  residualStandardError: number;
  rSquared: number;
  df: number;
}

export interface LeastSquaresOptions {
  covariance?: 'classic' | 'HC2' | 'CR2';
  /** For CR2: which cluster each row belongs to. */
  cluster?: readonly (string | number)[];
  /** Positive; of precision, as R's `lm(weights)`. */
  weights?: readonly number[];
  level?: number;
}

/**
 * Linear regression with intercept by Householder QR (R `lm`). `HC2`: J. MacKinnon, H. White 1985, df = n − p; `CR2`:
 * R. Bell, D. McCaffrey 2002 with Satterthwaite degrees of freedom, as R's clubSandwich.
 * @throws RangeError with the name of a column that others already explain, or where rows do not outnumber coefficients
 */
export function leastSquares(
  y: readonly number[],
  columns: Readonly<Record<string, readonly number[]>>,
  options: LeastSquaresOptions = {},
): LinearModel {
  const { covariance = 'classic', weights, level = 0.95 } = options;
  const names = ['(intercept)', ...Object.keys(columns)];
  const design = designOf(y, columns);
  const roots = weights?.map(Math.sqrt);
  if (weights) {
    requireFinite(weights, 'weights');
    requireSameLength(y, weights, ['y', 'weights']);
    const at = weights.findIndex((weight) => weight <= 0);
    if (at >= 0) throw new RangeError(`weights[${at}] is ${weights[at]}, not positive`);
  }
  const x: Matrix = roots ? design.map((row, i) => row.map((value) => value * (roots[i] as number))) : design;
  const target = roots ? y.map((value, i) => value * (roots[i] as number)) : [...y];
  const [n, p] = [x.length, names.length];
  if (n <= p) throw new RangeError(`${n} rows cannot tell ${p} coefficients`);
  const qr = new QrDecomposition(x);
  const dependent = qr.dependentColumn();
  if (dependent !== undefined)
    throw new RangeError(`the column “${names[dependent]}” is explained by the others: take it out`);
  const estimates = qr.solve(target);
  const residuals = target.map((value, i) => value - dot(x[i] as number[], estimates));
  const rss = compensatedSum(n, (i) => (residuals[i] as number) ** 2);
  const df = n - p;
  const inverse = qr.inverseOfNormal();
  const robust = robustVariance(covariance, { x, residuals, inverse, df, rss, cluster: options.cluster });
  return {
    coefficients: names.map((name, j) => {
      const standardError = Math.sqrt(robust.variance[j] as number);
      const estimate = estimates[j] as number;
      const free = robust.df[j] as number;
      const statistic = estimate / standardError;
      const margin = standardError * studentT.quantile(1 - (1 - level) / 2, free);
      const interval = { low: estimate - margin, high: estimate + margin, level };
      const pValue = Math.min(1, 2 * studentT.upper(Math.abs(statistic), free));
      return { name, estimate, standardError, statistic, df: free, pValue, interval };
    }),
    residualStandardError: Math.sqrt(rss / df),
    rSquared: 1 - rss / totalSquares(y, weights),
    df,
  };
}

interface Fit {
  x: Matrix;
  residuals: readonly number[];
  /** (X'X)⁻¹ */
  inverse: Matrix;
  df: number;
  rss: number;
  cluster: readonly (string | number)[] | undefined;
}

/** Variances of the coefficients, and the degrees of freedom of each. */
function robustVariance(kind: 'classic' | 'HC2' | 'CR2', fit: Fit): { variance: number[]; df: number[] } {
  const { x, residuals, inverse, df, rss, cluster } = fit;
  const same = inverse.map(() => df);
  switch (kind) {
    case 'classic':
      return { variance: inverse.map((row, j) => (row[j] as number) * (rss / df)), df: same };
    case 'HC2': {
      const reach = x.map((row) => multiply(inverse, row));
      const leverage = x.map((row, i) => dot(row, reach[i] as number[]));
      const scaled = residuals.map((e, i) => {
        const free = 1 - (leverage[i] as number);
        if (free < 1e-12) throw new RangeError(`row ${i} decides its own prediction: HC2 does not exist`);
        return (e * e) / free;
      });
      return {
        variance: inverse.map((_, j) =>
          compensatedSum(x.length, (i) => (scaled[i] as number) * ((reach[i] as number[])[j] as number) ** 2),
        ),
        df: same,
      };
    }
    case 'CR2': {
      if (!cluster) throw new RangeError('CR2 needs `cluster`');
      requireSameLength(residuals, cluster, ['y', 'cluster']);
      return clusterRobust(x, residuals, inverse, cluster);
    }
  }
}

function designOf(y: readonly number[], columns: Readonly<Record<string, readonly number[]>>): Matrix {
  requireFinite(y, 'y');
  for (const [name, column] of Object.entries(columns)) {
    requireFinite(column, name);
    requireSameLength(y, column, ['y', name]);
  }
  const list = Object.values(columns);
  return y.map((_, i) => [1, ...list.map((column) => column[i] as number)]);
}

function totalSquares(y: readonly number[], weights: readonly number[] = y.map(() => 1)): number {
  const sum = compensatedSum(y.length, (i) => weights[i] as number);
  const mean = compensatedSum(y.length, (i) => (weights[i] as number) * (y[i] as number)) / sum;
  return compensatedSum(y.length, (i) => (weights[i] as number) * ((y[i] as number) - mean) ** 2);
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  compensatedSum(a.length, (i) => (a[i] as number) * (b[i] as number));
const multiply = (matrix: Matrix, vector: readonly number[]): number[] => matrix.map((row) => dot(row, vector));

/** Residuals after the controls (with intercept). A control that others explain changes nothing. */
export function residualsOf(y: readonly number[], controls: readonly (readonly number[])[]): number[] {
  const design = y.map((_, i) => [1, ...controls.map((control) => control[i] as number)]);
  return new QrDecomposition(design).residuals(y);
}
