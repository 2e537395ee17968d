import { deviance, logBeta, logGamma, stirlingError } from './gamma.js';

const { PI, abs, exp, log, log1p, sqrt } = Math;

/**
 * x^a (1−x)^b / B(a, b), by Loader's saddle point where both are large: no cancellation of huge logarithms.
 * `y` is 1 − x, given apart so that it is exact near 1.
 */
function front(a: number, b: number, x: number, y: number): number {
  if (a < 2 || b < 2) {
    const logX = y < 0.5 ? log1p(-y) : log(x);
    const logY = x < 0.5 ? log1p(-x) : log(y);
    return exp(a * logX + b * logY - logBeta(a, b));
  }
  const n = a + b;
  const lc = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
  // B(a,b) = Γ(a)Γ(b)/Γ(a+b) = [a!b!/n!]·n/(ab)
  return exp(lc) * sqrt(n / (2 * PI * a * b)) * ((a * b) / n);
}

/** Lentz's continued fraction of the incomplete beta (Numerical Recipes 6.4; DLMF 8.17.22). */
function fraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  const at = (v: number) => (abs(v) < tiny ? tiny : v);
  let c = 1;
  let d = 1 / at(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 100_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / at(1 + even * d);
    c = at(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / at(1 + odd * d);
    c = at(1 + odd / c);
    const step = d * c;
    h *= step;
    if (abs(step - 1) < 1e-16) break;
  }
  return h;
}

/**
 * Regularised incomplete beta I_x(a, b) and its complement, each without cancellation. `y` = 1 − x where the caller
 * knows it better than the subtraction.
 */
export function incompleteBeta(a: number, b: number, x: number, y = 1 - x): { lower: number; upper: number } {
  if (!(x > 0)) return { lower: 0, upper: 1 };
  if (!(y > 0)) return { lower: 1, upper: 0 };
  if (b === 1) {
    const lower = exp(a * (x < 0.5 ? log(x) : log1p(-y)));
    return { lower, upper: -Math.expm1(a * (x < 0.5 ? log(x) : log1p(-y))) };
  }
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = (front(a, b, x, y) * fraction(a, b, x)) / a;
    return { lower, upper: 1 - lower };
  }
  const upper = (front(a, b, x, y) * fraction(b, a, y)) / b;
  return { lower: 1 - upper, upper };
}

/** Binomial P(X = k). */
export function binomialMass(k: number, n: number, p: number): number {
  if (p === 0) return k === 0 ? 1 : 0;
  if (p === 1) return k === n ? 1 : 0;
  if (k === 0) return exp(n * log1p(-p));
  if (k === n) return exp(n * log(p));
  const lc =
    stirlingError(n) - stirlingError(k) - stirlingError(n - k) - deviance(k, n * p) - deviance(n - k, n * (1 - p));
  return exp(lc) * sqrt(n / (2 * PI * k * (n - k)));
}

/** ln of the binomial coefficient n over k. */
export const logChoose = (n: number, k: number): number =>
  k === 0 || k === n ? 0 : logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
