/**
 * What the rank tests need of all pairs of values, without writing the pairs down: a million values on each side are a
 * billion of them and more.
 */

/** U of the first sample less its expected value when `shift` is taken off it, and Σ(t³ − t) of the ties. Both rise. */
export function shiftedRankSum(a: Float64Array, b: Float64Array, shift: number): { centred: number; tieTerm: number } {
  const [m, n] = [a.length, b.length];
  let [i, j, u, tieTerm] = [0, 0, 0, 0];
  while (i < m || j < n) {
    const x = i < m ? (a[i] as number) - shift : Number.POSITIVE_INFINITY;
    const y = j < n ? (b[j] as number) : Number.POSITIVE_INFINITY;
    const value = Math.min(x, y);
    let [ofA, ofB] = [0, 0];
    while (i + ofA < m && (a[i + ofA] as number) - shift === value) ofA += 1;
    while (j + ofB < n && b[j + ofB] === value) ofB += 1;
    u += ofA * (j + ofB / 2);
    const size = ofA + ofB;
    tieTerm += size ** 3 - size;
    i += ofA;
    j += ofB;
  }
  return { centred: u - (m * n) / 2, tieTerm };
}

/** The median of (d[i] + d[j])/2 over all i ≤ j. `sorted` rises and is not empty. */
export function medianWalshAverage(sorted: Float64Array): number {
  const n = sorted.length;
  const pairs = (n * (n + 1)) / 2;
  const upper = kthWalshSum(sorted, Math.floor(pairs / 2) + 1);
  const lower = pairs % 2 === 1 ? upper : kthWalshSum(sorted, pairs / 2);
  return (lower / 2 + upper / 2) / 2;
}

/** The k-th smallest (from 1) sum of two values, each with itself too: halving the range, counting the pairs below. */
function kthWalshSum(sorted: Float64Array, k: number): number {
  let low = 2 * (sorted[0] as number);
  let high = 2 * (sorted[sorted.length - 1] as number);
  if (pairsUpTo(sorted, low).count >= k) return low;
  // Fewer than k sums lie at or under `low`, k or more at or under `high`.
  for (let middle = low + (high - low) / 2; middle > low && middle < high; middle = low + (high - low) / 2) {
    const { count, largest } = pairsUpTo(sorted, middle);
    if (count >= k) high = Math.min(middle, largest);
    else low = middle;
  }
  return pairsUpTo(sorted, high).largest;
}

/** How many sums of two (i ≤ j) are at most `limit`, and the largest of them. */
function pairsUpTo(sorted: Float64Array, limit: number): { count: number; largest: number } {
  let count = 0;
  let largest = Number.NEGATIVE_INFINITY;
  let j = sorted.length - 1;
  for (let i = 0; i < sorted.length; i += 1) {
    while (j >= i && (sorted[i] as number) + (sorted[j] as number) > limit) j -= 1;
    if (j < i) break;
    count += j - i + 1;
    largest = Math.max(largest, (sorted[i] as number) + (sorted[j] as number));
  }
  return { count, largest };
}
