import { type Matrix, QrDecomposition } from './qr.js';
import { compensatedSum } from './sum.js';

/** A difference of two groups from a regression, with an error that holds where the groups vary unlike. */
export interface RobustContrast {
  estimate: number;
  standardError: number;
  df: number;
  /** Part of the squared error that group 0 brings in; comparisons that share the group are alike by so much. */
  referenceShare: number;
}

/** How much a group's variance is raised for the degrees of freedom, by ν: what keeps 4 : 12 and 6 : 18 under 5.5 % false alarms. */
const CAUTION = 6;

/** Below this a row decides its own prediction. */
const NO_FREEDOM = 1e-10;

/**
 * Coefficient of the group in a regression with HC2 errors (J. MacKinnon, H. White 1985) and Satterthwaite's degrees of freedom
 * (R. Bell, D. McCaffrey 2002), under the working model that each group has a variance of its own (J. Pustejovsky, E. Tipton 2018;
 * R `clubSandwich::vcovCR(type = "CR2", cluster = row, target = variance)`). With equal variances that is plain HC2, without covariates
 * Welch's error. For the degrees of freedom each variance is taken 1 + 6/ν larger, which matters where arms are unequal: with
 * n − p of them 4 against 12 people at unlike spread raise false alarms in one of nine.
 * @param columns everything but intercept and group; centred here, so that a large mean costs no digits
 * @param weights positive; of importance
 * @returns a reason where no error can be told: `separated` (somebody alone decides the mean of their group), `constant`
 * @throws RangeError with the number of a column that others explain
 */
export function robustContrast(
  y: readonly number[],
  group: readonly (0 | 1)[],
  columns: readonly (readonly number[])[],
  weights?: readonly number[],
): RobustContrast | 'separated' | 'constant' {
  const roots = weights?.map(Math.sqrt) ?? y.map(() => 1);
  const centred = columns.map(standardised);
  const x: Matrix = y.map((_, i) => {
    const root = roots[i] as number;
    return [root, root * (group[i] as number), ...centred.map((column) => root * (column[i] as number))];
  });
  const middle = compensatedSum(y.length, (i) => (y[i] as number) / y.length);
  const target = y.map((value, i) => (value - middle) * (roots[i] as number));
  const qr = new QrDecomposition(x);
  const dependent = qr.dependentColumn();
  if (dependent !== undefined) throw new RangeError(`column ${dependent - 2} is explained by the others: take it out`);
  const inverse = qr.inverseOfNormal();
  const estimate = qr.solve(target)[1] as number;
  const residuals = qr.residuals(target);
  const reach = x.map((row) => times(inverse, row));
  const free = x.map((row, i) => 1 - dot(row, reach[i] as number[]));
  const most = Math.max(...reach.map((row) => Math.abs(row[1] as number)));
  // A row of its own kind decides only its own covariate: without any bearing on the contrast it counts for nothing.
  if (free.some((left, i) => left < NO_FREEDOM && Math.abs((reach[i] as number[])[1] as number) > 1e-7 * most))
    return 'separated';
  const variances = spreads(x, group, inverse, residuals);
  const left = leftOver(x, group, inverse, variances);
  const shares = left.map((rest, i) =>
    (free[i] as number) < NO_FREEDOM
      ? 0
      : (((reach[i] as number[])[1] as number) ** 2 * variances[group[i] as 0 | 1]) / Math.max(rest, Number.MIN_VALUE),
  );
  const part = (which: 0 | 1) =>
    compensatedSum(y.length, (i) => (group[i] === which ? (shares[i] as number) * (residuals[i] as number) ** 2 : 0));
  const [reference, other] = [part(0), part(1)];
  const standardError = Math.sqrt(reference + other);
  const scale = Math.max(...y.map((value) => Math.abs(value)));
  if (!(standardError > 10 * Number.EPSILON * scale)) return 'constant';
  // A variance from few people is itself unsure, and now and then far too small.
  const cautious = variances.map(
    (variance, which) =>
      variance * (1 + CAUTION / compensatedSum(y.length, (i) => (group[i] === which ? (free[i] as number) : 0))),
  ) as [number, number];
  return {
    estimate,
    standardError,
    df: satterthwaite(x, group, inverse, shares, cautious),
    referenceShare: reference / (reference + other),
  };
}

/** For each pair of groups what (I − H)Φ(I − H) takes off Φ: x'Gx, so that no matrix of people by people is built. */
function taken(x: Matrix, group: readonly (0 | 1)[], inverse: Matrix, variances: readonly [number, number]) {
  const spread = product(
    product(
      inverse,
      moments(x, (i) => variances[group[i] as 0 | 1]),
    ),
    inverse,
  );
  return (a: 0 | 1, b: 0 | 1): Matrix =>
    inverse.map((row, j) =>
      row.map((value, k) => value * (variances[a] + variances[b]) - ((spread[j] as number[])[k] as number)),
    );
}

/** Expected squares of the residuals when the groups have these variances: the diagonal of (I − H)Φ(I − H). */
function leftOver(
  x: Matrix,
  group: readonly (0 | 1)[],
  inverse: Matrix,
  variances: readonly [number, number],
): number[] {
  const of = taken(x, group, inverse, variances);
  const own = [of(0, 0), of(1, 1)] as const;
  return x.map((row, i) => {
    const which = group[i] as 0 | 1;
    return variances[which] - dot(row, times(own[which], row));
  });
}

/** The groups' variances at which the residuals' squares are as large as expected, each group's together. */
function spreads(
  x: Matrix,
  group: readonly (0 | 1)[],
  inverse: Matrix,
  residuals: readonly number[],
): [number, number] {
  const of = (which: 0 | 1, list: readonly number[]) =>
    compensatedSum(list.length, (i) => (group[i] === which ? (list[i] as number) : 0));
  const squares = residuals.map((e) => e * e);
  const seen = [of(0, squares), of(1, squares)] as const;
  if (seen[0] + seen[1] === 0) return [1, 1];
  let variances: [number, number] = [1, 1];
  for (let i = 0; i < 60; i += 1) {
    const expected = leftOver(x, group, inverse, variances);
    const next = ([0, 1] as const).map((which) => {
      const hope = of(which, expected);
      return hope > 0 ? (variances[which] * seen[which]) / hope : variances[which];
    }) as [number, number];
    const still = next.every((value, g) => Math.abs(value - (variances[g] as number)) <= 1e-13 * (next[0] + next[1]));
    variances = next;
    if (still) break;
  }
  return variances;
}

/** (tr BΦ)² / tr(BΦBΦ) with B = (I − H) D (I − H), D the shares, Φ the groups' variances. */
function satterthwaite(
  x: Matrix,
  group: readonly (0 | 1)[],
  inverse: Matrix,
  shares: readonly number[],
  variances: readonly [number, number],
): number {
  const of = taken(x, group, inverse, variances);
  const sums = ([0, 1] as const).map((which) => moments(x, (i) => (group[i] === which ? (shares[i] as number) : 0)));
  let [trace, squares] = [0, 0];
  for (const a of [0, 1] as const)
    for (const b of [0, 1] as const) {
      const g = of(a, b);
      squares += traceOf(product(product(g, sums[b] as Matrix), product(g, sums[a] as Matrix)));
    }
  const own = [of(0, 0), of(1, 1)] as const;
  for (const [i, row] of x.entries()) {
    const which = group[i] as 0 | 1;
    const lost = dot(row, times(own[which], row));
    const [share, left] = [shares[i] as number, variances[which] - lost];
    trace += share * left;
    squares += share * share * (left * left - lost * lost);
  }
  return (trace * trace) / squares;
}

/** Mean 0 and spread 1: only the numbers' footing changes, not what they explain. */
function standardised(column: readonly number[]): number[] {
  const n = column.length;
  const rough = compensatedSum(n, (i) => (column[i] as number) / n);
  const mean = rough + compensatedSum(n, (i) => (column[i] as number) - rough) / n;
  const spread = Math.sqrt(compensatedSum(n, (i) => ((column[i] as number) - mean) ** 2) / n);
  const isNothing = !(spread > 16 * Number.EPSILON * Math.abs(mean));
  return column.map((value) => (isNothing ? 0 : (value - mean) / spread));
}

const moments = (x: Matrix, weight: (i: number) => number): Matrix => {
  const p = x[0]?.length ?? 0;
  const sum: Matrix = Array.from({ length: p }, () => new Array<number>(p).fill(0));
  for (const [i, row] of x.entries()) {
    const w = weight(i);
    if (w === 0) continue;
    for (let j = 0; j < p; j += 1)
      for (let k = 0; k < p; k += 1)
        (sum[j] as number[])[k] = ((sum[j] as number[])[k] as number) + w * (row[j] as number) * (row[k] as number);
  }
  return sum;
};
const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, k) => sum + value * (b[k] as number), 0);
const times = (matrix: Matrix, vector: readonly number[]): number[] => matrix.map((row) => dot(row, vector));
const product = (a: Matrix, b: Matrix): Matrix =>
  a.map((row) => row.map((_, k) => row.reduce((sum, value, j) => sum + value * ((b[j] as number[])[k] as number), 0)));
const traceOf = (matrix: Matrix): number => matrix.reduce((sum, row, j) => sum + (row[j] as number), 0);
