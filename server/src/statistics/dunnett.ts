import { studentT } from './distributions.js';
import { findRoot } from './find-root.js';
import { requireFinite, requireProbability } from './finite.js';
import { logGamma } from './gamma.js';
import { normal } from './normal.js';

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
  if (shares.length === 1) return 1 - 2 * studentT.upper(c, df);
  const given = (scale: number) => allWithin(c * scale, shares);
  if (df > 1e5) return given(1);
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
  const alone = studentT.quantile(1 - (1 - level) / 2, df);
  if (shares.length === 1) return alone;
  const bonferroni = studentT.quantile(1 - (1 - level) / 2 / shares.length, df);
  return findRoot((c) => dunnettCdf(c, shares, df) - level, alone, bonferroni * 1.0001, 1e-9);
}

/** P(|Zᵢ| ≤ c for all i), Zᵢ = √shareᵢ Z₀ + √(1 − shareᵢ) own: given Z₀ they are independent. */
function allWithin(c: number, shares: readonly number[]): number {
  const roots = shares.map((share) => [Math.sqrt(share), Math.sqrt(1 - share)] as const);
  const at = (z: number): number => {
    let product = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    for (const [common, own] of roots) {
      if (own < 1e-12) product *= Math.abs(z) <= c ? 1 : 0;
      else product *= Math.max(0, normal.cdf((c - common * z) / own) - normal.cdf((-c - common * z) / own));
      if (product === 0) return 0;
    }
    return product;
  };
  return 2 * integral(at, 0, 8, 12);
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
