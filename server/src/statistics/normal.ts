import { incompleteGamma } from './gamma.js';

export interface Distribution0 {
  cdf(x: number): number;
  upper(x: number): number;
  quantile(p: number): number;
}

/** ½ erfc(x/√2) for x ≥ 0. */
function upperTail(x: number): number {
  const half = (x * x) / 2;
  return half === 0 ? 0.5 : incompleteGamma(0.5, half).upper / 2;
}

const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** P. Acklam's rational approximation (relative 1.15e-9), as a start. */
function roughQuantile(p: number): number {
  const a = [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
  ] as const;
  const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572] as const;
  const c = [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ] as const;
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416] as const;
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return (
      (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]) /
      ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1)
    );
  }
  const q = p - 0.5;
  const r = q * q;
  return (
    ((((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q) /
    (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1)
  );
}

/** The standard normal distribution. */
export const normal: Distribution0 = {
  cdf: (x) => (x < 0 ? upperTail(-x) : 1 - upperTail(x)),
  upper: (x) => (x < 0 ? 1 - upperTail(-x) : upperTail(x)),
  quantile(p) {
    if (p === 0) return Number.NEGATIVE_INFINITY;
    if (p === 1) return Number.POSITIVE_INFINITY;
    if (!(p > 0 && p < 1)) return Number.NaN;
    if (p === 0.5) return 0;
    const tail = Math.min(p, 1 - p);
    let x = -roughQuantile(tail);
    // Halley's steps on the logarithm of the tail, which stays smooth where the tail itself underflows.
    for (let i = 0; i < 4; i += 1) {
      const upper = upperTail(x);
      const step = (upper - tail) / density(x);
      const next = x + step / (1 - (x * step) / 2);
      if (next === x) break;
      x = next;
    }
    return p < 0.5 ? -x : x;
  },
};
