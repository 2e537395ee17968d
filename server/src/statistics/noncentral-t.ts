import { incompleteBeta } from './beta-function.js';
import { normal } from './distributions.js';
import { logGamma } from './gamma.js';

/**
 * P(T > t) of the noncentral t distribution for t ≥ 0 (R. Lenth 1989, AS 243, in R's form): one minus a Poisson mixture
 * of incomplete betas.
 */
export function noncentralTUpper(t: number, df: number, ncp: number): number {
  if (t < 0) return 1 - noncentralTUpper(-t, df, -ncp);
  if (df > 4e5 || Math.abs(ncp) > 37) {
    // Abramowitz & Stegun 26.7.10
    const s = 1 / (4 * df);
    return normal.upper((t * (1 - s) - ncp) / Math.sqrt(1 + t * t * 2 * s));
  }
  const x = (t * t) / (t * t + df);
  const rest = df / (t * t + df);
  let lower = 0;
  if (x > 0) {
    const lambda = ncp * ncp;
    let p = 0.5 * Math.exp(-0.5 * lambda);
    let q = Math.sqrt(2 / Math.PI) * p * ncp;
    let s = 0.5 - p;
    let a = 0.5;
    const b = 0.5 * df;
    const power = rest ** b;
    const albeta = 0.5 * Math.log(Math.PI) + logGamma(b) - logGamma(0.5 + b);
    let xOdd = incompleteBeta(a, b, x, rest).lower;
    let gOdd = 2 * power * Math.exp(a * Math.log(x) - albeta);
    let xEven = x > 1e-16 ? 1 - power : b * x;
    let gEven = b * x * power;
    lower = p * xOdd + q * xEven;
    for (let i = 1; i <= 10_000; i += 1) {
      a += 1;
      xOdd -= gOdd;
      xEven -= gEven;
      gOdd *= (x * (a + b - 1)) / a;
      gEven *= (x * (a + b - 0.5)) / (a + 0.5);
      p *= lambda / (2 * i);
      q *= lambda / (2 * i + 1);
      lower += p * xOdd + q * xEven;
      s -= p;
      if (s < -1e-10 || (s <= 0 && i > 1) || Math.abs(2 * s * (xOdd - gOdd)) < 1e-14) break;
    }
  }
  return Math.min(1, Math.max(0, 1 - (lower + normal.upper(ncp))));
}
