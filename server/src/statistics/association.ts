import { meanOf, squaresAround } from './describe.js';
import { normal, studentT } from './distributions.js';
import { requireFinite, requireSameLength } from './finite.js';
import { residualsOf } from './least-squares.js';
import { midRanks } from './ranks.js';
import { type Interval, noResult, type Options, type Tail, type TestResult, tailProbability } from './result.js';
import { spearmanTails } from './spearman-exact.js';
import { compensatedSum } from './sum.js';

/** Product-moment correlation; null where one side does not vary. */
function correlation(x: readonly number[], y: readonly number[]): number | null {
  const [mx, my] = [meanOf(x), meanOf(y)];
  const [sx, sy] = [squaresAround(x, mx), squaresAround(y, my)];
  if (isConstant(x, mx, sx) || isConstant(y, my, sy)) return null;
  const product = compensatedSum(x.length, (i) => ((x[i] as number) - mx) * ((y[i] as number) - my));
  return Math.max(-1, Math.min(1, product / Math.sqrt(sx) / Math.sqrt(sy)));
}

/** No variance beyond the rounding of the values themselves. */
const isConstant = (x: readonly number[], mean: number, squares: number): boolean =>
  squares <= x.length * (4 * Number.EPSILON * Math.abs(mean)) ** 2;

/** Fisher's z; none when there is nothing to spare. */
function fisherInterval(
  r: number,
  spread: number,
  { level = 0.95, alternative = 'two-sided' }: Options,
): Interval | null {
  if (!(spread > 0) || !Number.isFinite(spread)) return null;
  const z = Math.atanh(r);
  switch (alternative) {
    case 'less':
      return { low: -1, high: Math.tanh(z + spread * normal.quantile(level)), level };
    case 'greater':
      return { low: Math.tanh(z - spread * normal.quantile(level)), high: 1, level };
    case 'two-sided': {
      const margin = spread * normal.quantile(1 - (1 - level) / 2);
      return { low: Math.tanh(z - margin), high: Math.tanh(z + margin), level };
    }
  }
}

function fromCorrelation(method: string, r: number, df: number, spread: number, options: Options): TestResult {
  const { alternative = 'two-sided' } = options;
  const standardError = Math.sqrt((1 - r * r) / df);
  const statistic = r / standardError;
  const pValue = tailProbability(studentT.cdf(statistic, df), studentT.upper(statistic, df), alternative);
  return { estimate: r, statistic, df, pValue, interval: fisherInterval(r, spread, options), standardError, method };
}

/** Linear association (R `cor.test`). Reasons: `too-few` (under 3 pairs), `constant`. */
export function pearson(x: readonly number[], y: readonly number[], options: Options = {}): TestResult {
  requirePairs(x, y);
  const method = 'Pearson correlation';
  const n = x.length;
  if (n < 3) return noResult(method, 'too-few');
  const r = correlation(x, y);
  if (r === null) return noResult(method, 'constant');
  return fromCorrelation(method, r, n - 2, n > 3 ? 1 / Math.sqrt(n - 3) : Number.NaN, options);
}

/**
 * Association of ranks (C. Spearman 1904; R `cor.test(method = "spearman")`). Without ties: exact up to 9 pairs, Edgeworth's
 * series above (D. Best, D. Roberts 1975, AS 89), statistic = S; with ties: Student's t. The interval is Fisher's z with
 * the variance of D. Bonett and T. Wright (2000), (1 + r²/2)/(n − 3).
 */
export function spearman(
  x: readonly number[],
  y: readonly number[],
  options: Options & { exact?: boolean } = {},
): TestResult {
  requirePairs(x, y);
  const n = x.length;
  const method = 'Spearman correlation';
  if (n < 3) return noResult(method, 'too-few');
  const [rx, ry] = [midRanks(x), midRanks(y)];
  const r = correlation(rx.ranks, ry.ranks);
  if (r === null) return noResult(method, 'constant');
  const spread = n > 3 ? Math.sqrt((1 + (r * r) / 2) / (n - 3)) : Number.NaN;
  const hasTies = [...rx.ties, ...ry.ties].some((size) => size > 1);
  if (hasTies || !(options.exact ?? n < 1290)) return fromCorrelation(method, r, n - 2, spread, options);
  const statistic = Math.round(((n ** 3 - n) * (1 - r)) / 6);
  return {
    estimate: r,
    statistic,
    df: null,
    pValue: exactP(statistic, n, options.alternative ?? 'two-sided'),
    interval: fisherInterval(r, spread, options),
    standardError: null,
    method: `${method}, exact`,
  };
}

/** A large S is a negative association. */
function exactP(statistic: number, n: number, alternative: Tail): number {
  const { atMost, atLeast } = spearmanTails(statistic, n);
  switch (alternative) {
    case 'greater':
      return atMost;
    case 'less':
      return atLeast;
    case 'two-sided':
      return Math.min(1, 2 * (statistic > (n ** 3 - n) / 6 ? atLeast : atMost));
  }
}

/** Correlation of what is left of x and y after the controls; df = n − 2 − k, Fisher's spread 1/√(n − 3 − k). */
export function partialCorrelation(
  x: readonly number[],
  y: readonly number[],
  controls: readonly (readonly number[])[],
  options: Options = {},
): TestResult {
  requirePairs(x, y);
  for (const [k, control] of controls.entries()) {
    requireFinite(control, `controls[${k}]`);
    requireSameLength(x, control, ['x', `controls[${k}]`]);
  }
  const method = 'Partial correlation';
  const [n, k] = [x.length, controls.length];
  if (n - 2 - k < 1) return noResult(method, 'too-few');
  const [restX, restY] = [residualsOf(x, controls), residualsOf(y, controls)];
  // What controls explain wholly leaves only rounding.
  const left = (rest: readonly number[], whole: readonly number[]) =>
    squaresAround(rest, 0) > 1e-20 * squaresAround(whole, meanOf(whole));
  if (!left(restX, x) || !left(restY, y)) return noResult(method, 'constant');
  const r = correlation(restX, restY);
  if (r === null) return noResult(method, 'constant');
  const free = n - 3 - k;
  return fromCorrelation(method, r, n - 2 - k, free > 0 ? 1 / Math.sqrt(free) : Number.NaN, options);
}

function requirePairs(x: readonly number[], y: readonly number[]): void {
  requireFinite(x, 'x');
  requireFinite(y, 'y');
  requireSameLength(x, y, ['x', 'y']);
}
