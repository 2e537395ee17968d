import { logChoose } from './beta-function.js';
import { beta, chiSquare, normal } from './distributions.js';
import { requireProbability, requireTrials } from './finite.js';
import { type Interval, noResult, type Options, type TestResult, tailProbability } from './result.js';

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const zOf = (level: number): number => {
  requireProbability(level, 'level');
  return normal.quantile(1 - (1 - level) / 2);
};

/** Score interval of a share (E. B. Wilson 1927). Nothing observed (n = 0) tells nothing: 0 to 1. */
export function wilson(successes: number, n: number, level = 0.95): Interval {
  requireTrials(successes, n, ['successes', 'n']);
  const z = zOf(level);
  if (n === 0) return { low: 0, high: 1, level };
  const p = successes / n;
  const centre = p + (z * z) / (2 * n);
  const margin = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return {
    low: successes === 0 ? 0 : clamp((centre - margin) / scale),
    high: successes === n ? 1 : clamp((centre + margin) / scale),
    level,
  };
}

/** A. Agresti, B. Coull 1998: Wald's form around Wilson's centre. */
export function agrestiCoull(successes: number, n: number, level = 0.95): Interval {
  requireTrials(successes, n, ['successes', 'n']);
  const z = zOf(level);
  if (n === 0) return { low: 0, high: 1, level };
  const trials = n + z * z;
  const p = (successes + (z * z) / 2) / trials;
  const margin = z * Math.sqrt((p * (1 - p)) / trials);
  return { low: clamp(p - margin), high: clamp(p + margin), level };
}

/** Exact interval by the binomial itself (C. Clopper, E. Pearson 1934; R `binom.test`). */
export function clopperPearson(successes: number, n: number, level = 0.95): Interval {
  requireTrials(successes, n, ['successes', 'n']);
  requireProbability(level, 'level');
  const alpha = (1 - level) / 2;
  return {
    low: successes === 0 ? 0 : beta.quantile(alpha, successes, n - successes + 1),
    high: successes === n ? 1 : beta.quantile(1 - alpha, successes + 1, n - successes),
    level,
  };
}

/** Difference of two shares p1 − p2 by their Wilson intervals (R. Newcombe 1998, Statistics in Medicine 17:873, method 10). */
export function newcombe(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  level = 0.95,
): { estimate: number; interval: Interval } {
  const [first, second] = [wilson(x1, n1, level), wilson(x2, n2, level)];
  if (n1 === 0 || n2 === 0) throw new RangeError('a difference of shares needs somebody on both sides');
  const [p1, p2] = [x1 / n1, x2 / n2];
  const estimate = p1 - p2;
  return {
    estimate,
    interval: {
      low: estimate - Math.hypot(p1 - first.low, second.high - p2),
      high: estimate + Math.hypot(first.high - p1, p2 - second.low),
      level,
    },
  };
}

/** Equality of two shares by χ², with Yates's correction unless told (R `prop.test`). estimate = p1 − p2, statistic = χ². */
export function twoProportionTest(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
  options: Options & { correct?: boolean } = {},
): TestResult {
  requireTrials(x1, n1, ['x1', 'n1']);
  requireTrials(x2, n2, ['x2', 'n2']);
  const { level = 0.95, alternative = 'two-sided', correct = true } = options;
  const method = correct ? 'Two proportions, χ² with continuity correction' : 'Two proportions, χ²';
  if (n1 === 0 || n2 === 0) return noResult(method, 'too-few');
  const [p1, p2] = [x1 / n1, x2 / n2];
  const estimate = p1 - p2;
  const pooled = (x1 + x2) / (n1 + n2);
  const inverse = 1 / n1 + 1 / n2;
  const yates = correct ? Math.min(0.5, Math.abs(estimate) / inverse) : 0;
  const z = alternative === 'two-sided' ? zOf(level) : normal.quantile(level);
  const margin = z * Math.sqrt((p1 * (1 - p1)) / n1 + (p2 * (1 - p2)) / n2) + yates * inverse;
  const interval: Interval = {
    low: alternative === 'less' ? -1 : Math.max(-1, estimate - margin),
    high: alternative === 'greater' ? 1 : Math.min(1, estimate + margin),
    level,
  };
  if (pooled === 0 || pooled === 1) return noResult(method, 'constant', { estimate, interval });
  let statistic = 0;
  for (const [x, n] of [
    [x1, n1],
    [x2, n2],
  ] as const)
    for (const [seen, expected] of [
      [x, n * pooled],
      [n - x, n * (1 - pooled)],
    ] as const)
      statistic += (Math.abs(seen - expected) - yates) ** 2 / expected;
  const root = Math.sign(estimate) * Math.sqrt(statistic);
  const pValue =
    alternative === 'two-sided'
      ? chiSquare.upper(statistic, 1)
      : tailProbability(normal.cdf(root), normal.upper(root), alternative);
  return { estimate, statistic, df: 1, pValue, interval, standardError: null, method };
}

/** P of each value of the top left cell for given margins, and its support. */
export function hypergeometric(table: readonly [readonly [number, number], readonly [number, number]]): {
  low: number;
  logMass: number[];
} {
  const [[a, b], [c, d]] = table;
  const [row, column, total] = [a + b, a + c, a + b + c + d];
  const low = Math.max(0, column - (total - row));
  const high = Math.min(row, column);
  const logMass: number[] = [];
  for (let x = low; x <= high; x += 1)
    logMass.push(logChoose(row, x) + logChoose(total - row, column - x) - logChoose(total, column));
  return { low, logMass };
}
