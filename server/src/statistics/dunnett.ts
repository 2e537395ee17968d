import { studentT } from './distributions.js';
import { findRoot } from './find-root.js';
import { requireFinite, requireProbability } from './finite.js';
import { logGamma } from './gamma.js';

/**
 * P(all |Tᵢ| ≤ c) of comparisons with one reference (C. Dunnett 1955; R `mvtnorm::pmvt`): Tᵢ share the reference's part of their
 * error, so corr(Tᵢ, Tⱼ) = √(shareᵢ shareⱼ), and one estimate of spread with `df` degrees of freedom.
 * @param shares part of each comparison's squared error that the reference brings in, 0–1
 */
export function dunnettCdf(c: number, shares: readonly number[], df: number): number {
  requireFinite(shares, 'shares');
  for (const [i, share] of shares.entries())
    if (share < 0 || share > 1) throw new RangeError(`shares[${i}] is ${share}, not between 0 and 1`);
  if (!(df > 0)) throw new RangeError(`df is ${df}, not positive`);
  if (c <= 0) return 0;
  return cdfOf(shares, df)(c);
}

export interface Dunnett {
  cdf(c: number): number;
  quantile(level: number): number;
}

/** Both for the same comparisons: what depends on their shares alone is tabulated once. */
export function dunnett(shares: readonly number[], df: number): Dunnett {
  const cdf = cdfOf(shares, df);
  return { cdf, quantile: (level) => quantileOf(cdf, level, shares.length, df) };
}

function cdfOf(shares: readonly number[], df: number): (c: number) => number {
  if (shares.length === 1) return (c) => 1 - 2 * studentT.upper(c, df);
  const within = tabulated((k) => allWithin(k, shares), 0, FAR);
  const isNormal = df > 1e5;
  return (c) => (isNormal ? within(c) : overSpread((scale) => within(c * scale), df));
}

function overSpread(given: (scale: number) => number, df: number): number {
  // Over the spread s = √(χ²/df), in the logarithm of s: its density there falls off fast on both sides.
  const constant = (df / 2) * Math.log(df / 2) - logGamma(df / 2) + Math.log(2);
  const density = (u: number) => Math.exp(constant + df * u - (df / 2) * Math.exp(2 * u));
  const reach = 8 / Math.sqrt(2 * df);
  const [from, to] = [-reach - 20 / df, Math.min(reach, Math.log(1 + 160 / df) / 2)];
  return Math.min(
    1,
    integral((u) => density(u) * given(Math.exp(u)), from, to, 20),
  );
}

/** How far each |Tᵢ| may lie from 0 so that all of them hold at once with this level. */
export function dunnettQuantile(level: number, shares: readonly number[], df: number): number {
  requireProbability(level, 'level');
  return dunnett(shares, df).quantile(level);
}

function quantileOf(cdf: (c: number) => number, level: number, comparisons: number, df: number): number {
  const alone = studentT.quantile(1 - (1 - level) / 2, df);
  if (comparisons === 1) return alone;
  const bonferroni = studentT.quantile(1 - (1 - level) / 2 / comparisons, df);
  return findRoot((c) => cdf(c) - level, alone, bonferroni * 1.0001, 1e-9);
}

/** P(|Zᵢ| ≤ c for all i), Zᵢ = √shareᵢ Z₀ + √(1 − shareᵢ) own: given Z₀ they are independent. */
function allWithin(c: number, shares: readonly number[]): number {
  const roots = shares.map((share) => [Math.sqrt(share), Math.sqrt(1 - share)] as const);
  const at = (z: number): number => {
    let product = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    for (const [common, own] of roots) {
      if (own < 1e-12) product *= Math.abs(z) <= c ? 1 : 0;
      else product *= Math.max(0, below((c - common * z) / own) - below((-c - common * z) / own));
      if (product === 0) return 0;
    }
    return product;
  };
  return 2 * integral(at, 0, 8, 12);
}

/** The normal cdf to 15 digits and fast, since it is asked some ten thousand times (J. Hart 1968; G. West 2005). */
function below(x: number): number {
  const a = Math.abs(x);
  const density = Math.exp((-a * a) / 2);
  const tail =
    a < 7.07106781186547
      ? (density * polynomial(UPPER, a)) / polynomial(LOWER, a)
      : density / (a + 1 / (a + 2 / (a + 3 / (a + 4 / (a + 0.65))))) / Math.sqrt(2 * Math.PI);
  return x > 0 ? 1 - tail : tail;
}

const polynomial = (coefficients: readonly number[], x: number): number => {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
};
const UPPER = [
  0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
  220.206867912376,
];
const LOWER = [
  0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
  793.826512519948, 440.413735824752,
];

/** From here on all lie within, to the last digit. */
const FAR = 9;
const NODES = 72;

/** A smooth function by its values in Chebyshev's points (barycentric form, J.-P. Berrut, L. Trefethen 2004); its last value beyond. */
function tabulated(f: (x: number) => number, from: number, to: number): (x: number) => number {
  const points = Array.from({ length: NODES }, (_, i) => {
    const angle = ((2 * i + 1) * Math.PI) / (2 * NODES);
    const x = (from + to) / 2 + ((to - from) / 2) * Math.cos(angle);
    return { x, value: f(x), weight: (i % 2 === 0 ? 1 : -1) * Math.sin(angle) };
  });
  return (x) => {
    if (x <= from) return 0;
    if (x >= to) return 1;
    let [top, bottom] = [0, 0];
    for (const point of points) {
      const distance = x - point.x;
      if (distance === 0) return point.value;
      const part = point.weight / distance;
      top += part * point.value;
      bottom += part;
    }
    return top / bottom;
  };
}

/** Gauss–Legendre with five points in each of n parts. */
function integral(f: (x: number) => number, from: number, to: number, parts: number): number {
  const half = (to - from) / parts / 2;
  let sum = 0;
  for (let i = 0; i < parts; i += 1) {
    const middle = from + (2 * i + 1) * half;
    for (const [x, weight] of POINTS) sum += weight * f(middle + half * x);
  }
  return sum * half;
}

const POINTS = [
  [0, 0.5688888888888889],
  [0.5384693101056831, 0.47862867049936647],
  [-0.5384693101056831, 0.47862867049936647],
  [0.906179845938664, 0.23692688505618908],
  [-0.906179845938664, 0.23692688505618908],
] as const;
