/** Figures in words, for server and studio alike. Imported by pages that need nothing else of this package as `@planwright/schema/figures`. */

/** Rounding a share that a computer holds as 0.14500000000000002 − ε must not turn 14.5 into 14. */
const HAIR = 1e-9;

/**
 * A share as whole percent, rounded half up: 100 only when all of it is done, 0 only when none is (199 of 200 is 99, 1 of 400 is 1).
 * For bars, and for texts that hold a number alone; where there is room for `<1%` and `>99%`, `shareText` says more.
 * @param share 0–1
 */
export function wholePercent(share: number): number {
  const whole = Math.floor(share * 100 + 0.5 + HAIR);
  if (whole >= 100 && share < 1) return 99;
  if (whole <= 0 && share > 0) return 1;
  return Math.min(100, Math.max(0, whole));
}

/** The same from counts; undefined while nothing counts. */
export const wholePercentOf = (count: number, of: number): number | undefined =>
  of === 0 ? undefined : wholePercent(count / of);

/**
 * A share in words: `73%`, and `>99%` and `<1%` where rounding would say all or none. One way on every screen, in every file
 * and sentence. With decimals a whole number stays whole: `92.5%`, `90%`.
 * @param share 0–1
 * @example shareText(199 / 200) // '>99%'; shareText(0.9996, 1) // '>99.9%'
 */
export function shareText(share: number, decimals: 0 | 1 = 0): string {
  const unit = 10 ** decimals;
  const rounded = Math.floor(share * 100 * unit + 0.5 + HAIR) / unit;
  if (rounded <= 0 && share > 0) return `<${1 / unit}%`;
  if (rounded >= 100 && share < 1) return `>${100 - 1 / unit}%`;
  return `${rounded}%`;
}

/** A p value in words: two decimals, three below 0.1, never 0; `<0.001` and not `0.000000`. */
export function pText(p: number): string {
  if (p < 0.001) return '<0.001';
  return p.toFixed(p < 0.1 ? 3 : 2);
}
