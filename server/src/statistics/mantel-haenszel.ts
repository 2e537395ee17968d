import { chiSquare } from './distributions.js';
import { requireCount } from './finite.js';

/**
 * Common odds ratio over strata and its test with continuity correction (N. Mantel, W. Haenszel 1959; R `mantelhaen.test`).
 * Strata of fewer than two people tell nothing and are left out.
 * @throws RangeError when no stratum is left
 */
export function mantelHaenszel(strata: readonly [[number, number], [number, number]][]): {
  oddsRatio: number;
  pValue: number;
} {
  let [above, below, delta, variance, used] = [0, 0, 0, 0, 0];
  for (const [s, [[a, b], [c, d]]] of strata.entries()) {
    for (const cell of [a, b, c, d]) requireCount(cell, `strata[${s}]`);
    const n = a + b + c + d;
    if (n < 2) continue;
    used += 1;
    above += (a * d) / n;
    below += (b * c) / n;
    delta += a - ((a + b) * (a + c)) / n;
    variance += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1));
  }
  if (used === 0) throw new RangeError('no stratum has two people or more');
  const size = Math.abs(delta);
  const yates = size >= 0.5 ? 0.5 : 0;
  return {
    oddsRatio: above / below,
    pValue: variance === 0 ? 1 : chiSquare.upper((size - yates) ** 2 / variance, 1),
  };
}
