import { requireProbability, requireTrials } from './finite.js';
import { noResult, type TestResult } from './result.js';

/** Two statistics that differ by rounding alone count as equally extreme. */
const SAME = 1e-9;
/** Width of the first search for an end of the interval; then halved until it is known to 1e-9. */
const STEP = 1 / 64;

/**
 * Difference of two shares p1 − p2 by an exact unconditional test: every table is ordered by the score statistic at the
 * difference in question, and p is the largest chance, whatever the common level, of one as extreme (I. Chan, Z. Zhang 1999,
 * Biometrics 55:1202; statistic of C. Farrington, G. Manning 1990; R `exact2x2::uncondExact2x2`). Both tails at half the level,
 * so that whatever the arms and the shares a true null is refused in at most 1 − level of all samples: Newcombe's interval alone
 * calls 3 of 4 against 0 of 4 a difference. Reasons: `too-few`.
 */
export function exactShareDifference(x1: number, n1: number, x2: number, n2: number, level = 0.95): TestResult {
  requireTrials(x1, n1, ['x1', 'n1']);
  requireTrials(x2, n2, ['x2', 'n2']);
  requireProbability(level, 'level');
  const method = 'Exact unconditional test of two shares (Chan–Zhang)';
  if (n1 === 0 || n2 === 0) return noResult(method, 'too-few');
  const estimate = x1 / n1 - x2 / n2;
  const tail = (1 - level) / 2;
  const swapped = { n1: n2, n2: n1 };
  const upper = chanceOf({ n1, n2 }, x1, x2, 0);
  const lower = chanceOf(swapped, x2, x1, 0);
  return {
    estimate,
    statistic: scoreStatistic({ n1, n2 }, x1, x2, 0),
    df: null,
    pValue: Math.min(1, 2 * Math.min(upper, lower)),
    interval: {
      low: lowerEnd({ n1, n2 }, x1, x2, tail),
      high: 0 - lowerEnd(swapped, x2, x1, tail),
      level,
    },
    standardError: null,
    method,
  };
}

interface Sizes {
  n1: number;
  n2: number;
}

/** The smallest difference that is not refused from above. Searched from below: chance need not rise evenly with the difference. */
function lowerEnd(sizes: Sizes, x1: number, x2: number, tail: number): number {
  const isKept = (delta: number) => chanceOf(sizes, x1, x2, delta) > tail;
  const estimate = x1 / sizes.n1 - x2 / sizes.n2;
  let low = -1;
  let high = estimate;
  for (let delta = -1 + STEP; delta < estimate; delta += STEP) {
    if (isKept(delta)) {
      high = delta;
      break;
    }
    low = delta;
  }
  if (low === -1 && isKept(-1 + SAME)) return -1;
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (isKept(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The largest chance, over all levels that leave the difference, of a table as far above it as the one that was seen. */
function chanceOf(sizes: Sizes, x1: number, x2: number, delta: number): number {
  const { n1, n2 } = sizes;
  const seen = scoreStatistic(sizes, x1, x2, delta) - SAME;
  // The statistic rises with x1 and falls with x2: for each x2 the extreme tables are those from some x1 on.
  const from = new Int32Array(n2 + 1);
  for (let [b, a] = [0, 0]; b <= n2; b += 1) {
    while (a <= n1 && scoreStatistic(sizes, a, b, delta) < seen) a += 1;
    from[b] = a;
  }
  const [first, second] = [new Float64Array(n1 + 2), new Float64Array(n2 + 1)];
  const chance = (p2: number): number => {
    binomialMass(first, n1, Math.min(1, Math.max(0, p2 + delta)));
    for (let a = n1 - 1; a >= 0; a -= 1) first[a] = (first[a] as number) + (first[a + 1] as number);
    binomialMass(second, n2, p2);
    let sum = 0;
    for (let b = 0; b <= n2; b += 1) sum += (second[b] as number) * (first[from[b] as number] as number);
    return Math.min(1, sum);
  };
  return largest(chance, Math.max(0, -delta), Math.min(1, 1 - delta), n1 + n2);
}

/** Peaks of a sum of binomials are no narrower than 1/√n on the scale of arcsines: so fine a grid meets each, then it is climbed. */
function largest(f: (p: number) => number, low: number, high: number, n: number): number {
  const at = (angle: number) => f(Math.min(high, Math.max(low, Math.sin(angle) ** 2)));
  const [first, last] = [Math.asin(Math.sqrt(low)), Math.asin(Math.sqrt(high))];
  if (last - first < 1e-12) return f(low);
  const points = Math.ceil(12 + 4 * (last - first) * Math.sqrt(n));
  const step = (last - first) / points;
  let [best, where] = [-1, 0];
  for (let i = 0; i <= points; i += 1) {
    const value = at(first + i * step);
    if (value > best) [best, where] = [value, i];
  }
  let [a, b] = [first + Math.max(0, where - 1) * step, first + Math.min(points, where + 1) * step];
  for (let i = 0; i < 24; i += 1) {
    const [left, right] = [a + 0.382 * (b - a), b - 0.382 * (b - a)];
    const [one, other] = [at(left), at(right)];
    best = Math.max(best, one, other);
    if (one < other) a = left;
    else b = right;
  }
  return best;
}

/** Fills mass[0…n] with the binomial, from its mode outwards so that nothing underflows on the way. */
function binomialMass(mass: Float64Array, n: number, p: number): void {
  mass.fill(0);
  if (p <= 0 || p >= 1) {
    mass[p <= 0 ? 0 : n] = 1;
    return;
  }
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  mass[mode] = 1;
  let total = 1;
  for (let k = mode; k < n; k += 1) {
    const next = (((mass[k] as number) * (n - k)) / (k + 1)) * odds;
    if (next < 1e-30) break;
    mass[k + 1] = next;
    total += next;
  }
  for (let k = mode; k > 0; k -= 1) {
    const next = ((mass[k] as number) * k) / (n - k + 1) / odds;
    if (next < 1e-30) break;
    mass[k - 1] = next;
    total += next;
  }
  for (let k = 0; k <= n; k += 1) mass[k] = (mass[k] as number) / total;
}

/** (p̂1 − p̂2 − δ) over its error when the difference is δ; the likeliest shares then by the root of a cubic. */
function scoreStatistic({ n1, n2 }: Sizes, x1: number, x2: number, delta: number): number {
  const [p1, p2] = [x1 / n1, x2 / n2];
  const distance = p1 - p2 - delta;
  if (Math.abs(distance) < 1e-14) return 0;
  const likeliest = restrictedShare(n2 / n1, p1, p2, delta);
  const [q1, q2] = [likeliest, Math.min(1, Math.max(0, likeliest - delta))];
  const variance = (q1 * (1 - q1)) / n1 + (q2 * (1 - q2)) / n2;
  return variance <= 1e-15 ? Math.sign(distance) * Number.POSITIVE_INFINITY : distance / Math.sqrt(variance);
}

/** Likeliest p1 when p1 − p2 = δ. */
function restrictedShare(ratio: number, p1: number, p2: number, delta: number): number {
  const a = 1 + ratio;
  const b = -(1 + ratio + p1 + ratio * p2 + delta * (ratio + 2));
  const c = delta * delta + delta * (2 * p1 + ratio + 1) + p1 + ratio * p2;
  const d = -p1 * delta * (1 + delta);
  const v = b ** 3 / (3 * a) ** 3 - (b * c) / (6 * a * a) + d / (2 * a);
  const u = Math.sign(v || 1) * Math.sqrt(Math.max(0, b ** 2 / (3 * a) ** 2 - c / (3 * a)));
  const w = u === 0 ? Math.PI / 2 : (Math.PI + Math.acos(Math.min(1, Math.max(-1, v / u ** 3)))) / 3;
  const root = 2 * u * Math.cos(w) - b / (3 * a);
  return Math.min(Math.min(1, 1 + delta), Math.max(Math.max(0, delta), root));
}
