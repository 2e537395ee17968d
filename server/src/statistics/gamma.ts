const { PI, abs, exp, log, log1p, sin, sqrt } = Math;

/** Lanczos approximation, g = 607/128, 15 terms (P. Godfrey's coefficients); |relative error| < 1e-15 for x > 0. */
const LANCZOS = [
  0.9999999999999971, 57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
  3.399464998481189e-5, 4.652362892704858e-5, -9.837447530487956e-5, 0.0001580887032249125, -0.00021026444172410488,
  0.00021743961811521265, -0.0001643181065367639, 8.441822398385275e-5, -2.6190838401581408e-5, 3.6899182659531625e-6,
];
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** ln Γ(x) for x > 0; reflection below ½. Near 1 and 2, where it vanishes, by its series, so that the relative error stays small. */
export function logGamma(x: number): number {
  if (x < 0.5) return log(PI / abs(sin(PI * x))) - logGamma(1 - x);
  if (x >= 0.8 && x <= 1.2) return logGammaNearOne(x - 1);
  if (x >= 1.8 && x <= 2.2) return logGammaNearOne(x - 2) + log1p(x - 2);
  if (x > 20) return stirling(x) + (x - 0.5) * log(x) - x + HALF_LOG_TWO_PI;
  let sum = LANCZOS[0] as number;
  for (let i = 1; i < LANCZOS.length; i += 1) sum += (LANCZOS[i] as number) / (x + i - 1);
  const t = x - 1 + 607 / 128 + 0.5;
  return HALF_LOG_TWO_PI + (x - 0.5) * log(t) - t + log(sum);
}

/** ζ(k)/k for k = 2 … 40: ln Γ(1+z) = −γz + Σ (−1)^k ζ(k) z^k / k (Abramowitz & Stegun 6.1.33). */
const ZETA_OVER_K = Array.from({ length: 59 }, (_, i) => zeta(i + 2) / (i + 2));
const EULER = 0.5772156649015329;

function zeta(s: number): number {
  // Euler–Maclaurin from n = 20: exact to machine precision for s ≥ 2.
  const n = 20;
  let sum = 0;
  for (let k = n - 1; k >= 1; k -= 1) sum += k ** -s;
  const tail = n ** (1 - s) / (s - 1) + n ** -s / 2;
  const b2 = (s * n ** (-s - 1)) / 12;
  const b4 = (s * (s + 1) * (s + 2) * n ** (-s - 3)) / 720;
  const b6 = (s * (s + 1) * (s + 2) * (s + 3) * (s + 4) * n ** (-s - 5)) / 30240;
  return sum + (tail + b2 - b4 + b6);
}

function logGammaNearOne(z: number): number {
  let sum = 0;
  for (let k = ZETA_OVER_K.length + 1; k >= 2; k -= 1) sum = -z * sum + (ZETA_OVER_K[k - 2] as number);
  return z * (-EULER + z * sum);
}

/** ln Γ(x) − [(x−½)ln x − x + ½ ln 2π]: the rest of Stirling's series (Abramowitz & Stegun 6.1.41), for x ≥ 10. */
export function stirling(x: number): number {
  const y = 1 / (x * x);
  return (
    (1 / x) *
    (1 / 12 + y * (-1 / 360 + y * (1 / 1260 + y * (-1 / 1680 + y * (1 / 1188 + y * (-691 / 360360 + y * (1 / 156)))))))
  );
}

/** ln B(a, b), without cancellation when one of them is large. */
export function logBeta(a: number, b: number): number {
  const [p, q] = a < b ? [a, b] : [b, a];
  if (p >= 10) {
    const corr = stirling(p) + stirling(q) - stirling(p + q);
    return -0.5 * log(q) + HALF_LOG_TWO_PI + corr + (p - 0.5) * log(p / (p + q)) + q * log1p(-p / (p + q));
  }
  if (q >= 10) {
    const corr = stirling(q) - stirling(p + q);
    return logGamma(p) + corr + p - p * log(p + q) + (q - 0.5) * log1p(-p / (p + q));
  }
  return logGamma(p) + logGamma(q) - logGamma(p + q);
}

/** x ln(x/m) + m − x, exact also for x ≈ m (C. Loader 2000, "Fast and Accurate Computation of Binomial Probabilities"). */
export function deviance(x: number, m: number): number {
  if (abs(x - m) < 0.1 * (x + m)) {
    const v = (x - m) / (x + m);
    let sum = (x - m) * v;
    let term = 2 * x * v;
    for (let j = 1; j < 1000; j += 1) {
      term *= v * v;
      const next = sum + term / (2 * j + 1);
      if (next === sum) return next;
      sum = next;
    }
    return sum;
  }
  return x * log(x / m) + m - x;
}

/** Error of Stirling's formula for n!: ln n! − ½ ln(2πn) − n ln n + n. */
export function stirlingError(n: number): number {
  if (n > 15) return stirling(n);
  return n === 0 ? Number.POSITIVE_INFINITY : logGamma(n + 1) - (n + 0.5) * log(n) + n - HALF_LOG_TWO_PI;
}

/**
 * P(k) of Poisson(λ), real k ≥ 0, by Loader's saddle point.
 */
function poissonDensity(k: number, lambda: number): number {
  if (lambda === 0) return k === 0 ? 1 : 0;
  if (k === 0) return exp(-lambda);
  return exp(-stirlingError(k) - deviance(k, lambda)) / sqrt(2 * PI * k);
}

/**
 * Regularised incomplete gamma, lower P(a, x) and upper Q(a, x), each computed as itself where it is the smaller one:
 * series below a + 1, Lentz's continued fraction above (Abramowitz & Stegun 6.5.29, 6.5.31).
 */
export function incompleteGamma(a: number, x: number): { lower: number; upper: number } {
  if (!(x > 0)) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  // x^a e^-x / Γ(a+1)
  const front = poissonDensity(a, x);
  if (x < a + 1) {
    let term = 1;
    let sum = 1;
    for (let n = 1; n < 100_000; n += 1) {
      term *= x / (a + n);
      sum += term;
      if (term < sum * 1e-17) break;
    }
    const lower = front * sum;
    return { lower, upper: 1 - lower };
  }
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 100_000; i += 1) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / nonZero(an * d + b, tiny);
    c = nonZero(b + an / c, tiny);
    const step = d * c;
    h *= step;
    if (abs(step - 1) < 1e-16) break;
  }
  const upper = front * a * h;
  return { lower: 1 - upper, upper };
}

const nonZero = (value: number, tiny: number): number => (abs(value) < tiny ? tiny : value);
