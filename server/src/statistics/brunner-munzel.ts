import { meanOf } from './describe.js';
import { requireFinite } from './finite.js';
import { midRanks } from './ranks.js';
import { noResult, type Options, type TestResult } from './result.js';
import { tResult } from './t-tests.js';

/**
 * How much oftener somebody of `a` lies above somebody of `b` than below (E. Brunner, U. Munzel 2000; R `lawstat::brunner.munzel.test`):
 * estimate = P(a > b) − P(a < b), −1 to 1, 0 where neither side tends to be higher. Holds with ties and unlike spread, so also
 * for ratings of few steps, for which the median of differences (Hodges–Lehmann) can only be a whole step.
 * Reasons: `too-few`, `constant` (all the same, or no overlap at all).
 */
export function brunnerMunzel(a: readonly number[], b: readonly number[], options: Options = {}): TestResult {
  requireFinite(a, 'a');
  requireFinite(b, 'b');
  const method = 'Brunner–Munzel';
  const [m, n] = [a.length, b.length];
  if (m < 2 || n < 2) return noResult(method, 'too-few');
  const { ranks } = midRanks([...a, ...b]);
  const [ofA, ofB] = [ranks.slice(0, m), ranks.slice(m)];
  const estimate = (2 * (meanOf(ofA) - meanOf(ofB))) / (m + n);
  // Placements: how many of the other side lie below each.
  const spread = (all: readonly number[], own: readonly number[]): number => {
    const among = midRanks(own).ranks;
    const placements = all.map((rank, i) => rank - (among[i] as number));
    const mean = meanOf(placements);
    return placements.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (placements.length - 1);
  };
  const [partA, partB] = [spread(ofA, a) / (m * n * n), spread(ofB, b) / (n * m * m)];
  const standardError = 2 * Math.sqrt(partA + partB);
  if (!(standardError > 1e-12)) return noResult(method, 'constant', { estimate });
  const share = partA / (partA + partB);
  const df = 1 / (share ** 2 / (m - 1) + (1 - share) ** 2 / (n - 1));
  const result = tResult(method, estimate, standardError, df, options);
  if (result.interval === null) return result;
  const { low, high, level } = result.interval;
  return { ...result, interval: { low: Math.max(-1, low), high: Math.min(1, high), level } };
}
