import { incompleteBeta } from './beta-function.js';
import { requireProbability } from './finite.js';
import { incompleteGamma } from './gamma.js';
import { normal } from './normal.js';

export { normal };

/** A family with one parameter: cdf, upper tail computed as itself, quantile. */
export interface Distribution1 {
  cdf(x: number, df: number): number;
  upper(x: number, df: number): number;
  quantile(p: number, df: number): number;
}
export interface Distribution2 {
  cdf(x: number, a: number, b: number): number;
  upper(x: number, a: number, b: number): number;
  quantile(p: number, a: number, b: number): number;
}

interface Tails {
  lower: number;
  upper: number;
}

/**
 * Inverts a continuous distribution on [low, high]: bracket by doubling, then bisection on the smaller tail in a scale
 * on which it is smooth. Slower than a formula, and right in both tails.
 */
function invert(p: number, tails: (x: number) => Tails, low: number, high: number, start: number): number {
  if (p === 0) return low;
  if (p === 1) return high;
  requireProbability(p, 'p');
  const isBelow = (x: number) => {
    const { lower, upper } = tails(x);
    return p < 0.5 ? lower < p : upper > 1 - p;
  };
  let [a, b] = [start, start];
  if (isBelow(start)) {
    let width = Math.max(1, Math.abs(start));
    for (; b < high && isBelow(b); width *= 2) [a, b] = [b, Math.min(high, b + width)];
  } else if (low === 0) {
    for (; a > 1e-320 && !isBelow(a); ) [b, a] = [a, a / 4];
  } else {
    let width = Math.max(1, Math.abs(start));
    for (; a > low && !isBelow(a); width *= 2) [b, a] = [a, Math.max(low, a - width)];
  }
  for (let i = 0; i < 2000; i += 1) {
    const middle = a > 0 && b / a > 4 ? Math.sqrt(a * b) : a + (b - a) / 2;
    if (middle <= a || middle >= b) break;
    if (isBelow(middle)) a = middle;
    else b = middle;
  }
  return b;
}

/** Both tails of Student's t beyond |t|, halved: the upper tail at |t|. */
function upperT(t: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return normal.upper(t);
  const square = t * t;
  const [x, y] = [df / (df + square), square / (df + square)];
  return incompleteBeta(df / 2, 0.5, x, y).lower / 2;
}

export const studentT: Distribution1 = {
  cdf: (t, df) => (t > 0 ? 1 - upperT(t, df) : upperT(-t, df)),
  upper: (t, df) => (t > 0 ? upperT(t, df) : 1 - upperT(-t, df)),
  quantile(p, df) {
    if (p === 0.5) return 0;
    if (p <= 0 || p >= 1) return p === 0 ? Number.NEGATIVE_INFINITY : p === 1 ? Number.POSITIVE_INFINITY : Number.NaN;
    if (df === Number.POSITIVE_INFINITY) return normal.quantile(p);
    const tail = Math.min(p, 1 - p);
    const at = (t: number) => upperT(t, df) - tail;
    let high = Math.max(1, Math.abs(normal.quantile(tail)));
    while (at(high) > 0) high *= 2;
    const magnitude = bisectTail(at, 0, high);
    return p < 0.5 ? -magnitude : magnitude;
  },
};

function bisectTail(at: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  for (let i = 0; i < 2000; i += 1) {
    const middle = a > 0 && b / a > 4 ? Math.sqrt(a * b) : a + (b - a) / 2;
    if (middle <= a || middle >= b) break;
    if (at(middle) > 0) a = middle;
    else b = middle;
  }
  return b;
}

export const chiSquare: Distribution1 = {
  cdf: (x, df) => (x <= 0 ? 0 : incompleteGamma(df / 2, x / 2).lower),
  upper: (x, df) => (x <= 0 ? 1 : incompleteGamma(df / 2, x / 2).upper),
  quantile: (p, df) => invert(p, (x) => incompleteGamma(df / 2, x / 2), 0, Number.POSITIVE_INFINITY, df),
};

const betaTails = (x: number, a: number, b: number): Tails => incompleteBeta(a, b, Math.min(1, Math.max(0, x)));

export const beta: Distribution2 = {
  cdf: (x, a, b) => betaTails(x, a, b).lower,
  upper: (x, a, b) => betaTails(x, a, b).upper,
  quantile: (p, a, b) => invert(p, (x) => betaTails(x, a, b), 0, 1, a / (a + b)),
};

function fTails(x: number, d1: number, d2: number): Tails {
  if (!(x > 0)) return { lower: 0, upper: 1 };
  const sum = d1 * x + d2;
  return incompleteBeta(d1 / 2, d2 / 2, (d1 * x) / sum, d2 / sum);
}

/** `a`, `b`: degrees of freedom of numerator and denominator. */
export const fisherF: Distribution2 = {
  cdf: (x, a, b) => fTails(x, a, b).lower,
  upper: (x, a, b) => fTails(x, a, b).upper,
  quantile: (p, a, b) => invert(p, (x) => fTails(x, a, b), 0, Number.POSITIVE_INFINITY, 1),
};

/** `a` = n trials, `b` = p. `upper` is P(X > x). */
export const binomial: Distribution2 = {
  cdf: (x, n, p) => binomialTails(x, n, p).lower,
  upper: (x, n, p) => binomialTails(x, n, p).upper,
  quantile(q, n, p) {
    if (q === 0) return 0;
    if (q === 1) return n;
    requireProbability(q, 'p');
    let [low, high] = [0, n];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      // A hair below, as R has it: q that was itself computed as a cdf finds its own k.
      if (binomialTails(middle, n, p).lower * (1 + 64 * Number.EPSILON) >= q) high = middle;
      else low = middle + 1;
    }
    return low;
  },
};

function binomialTails(x: number, n: number, p: number): Tails {
  const k = Math.floor(x + 1e-7);
  if (k < 0) return { lower: 0, upper: 1 };
  if (k >= n) return { lower: 1, upper: 0 };
  const { lower, upper } = incompleteBeta(k + 1, n - k, p, 1 - p);
  return { lower: upper, upper: lower };
}
