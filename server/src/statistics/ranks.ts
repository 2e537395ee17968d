/** Mid-ranks from 1, and the sizes of the groups of equal values. */
export function midRanks(values: readonly number[]): { ranks: number[]; ties: number[] } {
  const order = values.map((_, i) => i).sort((i, j) => (values[i] as number) - (values[j] as number));
  const ranks = new Array<number>(values.length).fill(0);
  const ties: number[] = [];
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1] as number] === values[order[from] as number]) to += 1;
    for (let k = from; k <= to; k += 1) ranks[order[k] as number] = (from + to) / 2 + 1;
    ties.push(to - from + 1);
    from = to + 1;
  }
  return { ranks, ties };
}

/** Counts of subsets of {1…N} of size m by their rank sum minus m(m+1)/2, as shares of all: index = U. */
export function rankSumShares(m: number, n: number): Float64Array {
  // P(U = u) by the recursion of Mann and Whitney (1947), in shares so that nothing overflows.
  const table = new Map<string, Float64Array>();
  const shares = (i: number, j: number): Float64Array => {
    if (i === 0 || j === 0) return Float64Array.of(1);
    const key = `${i},${j}`;
    const known = table.get(key);
    if (known) return known;
    const result = new Float64Array(i * j + 1);
    const [withLargestFirst, withLargestSecond] = [shares(i - 1, j), shares(i, j - 1)];
    const first = i / (i + j);
    for (let u = 0; u < withLargestFirst.length; u += 1) result[u + j] = (withLargestFirst[u] as number) * first;
    for (let u = 0; u < withLargestSecond.length; u += 1)
      result[u] = (result[u] as number) + (withLargestSecond[u] as number) * (1 - first);
    table.set(key, result);
    return result;
  };
  // Filled from small to large: the recursion would otherwise go as deep as m + n.
  for (let i = 1; i <= m; i += 1) for (let j = 1; j <= n; j += 1) shares(i, j);
  return shares(m, n);
}

/** P(V = v) of Wilcoxon's signed rank sum for n pairs: index = V. */
export function signedRankShares(n: number): Float64Array {
  let shares = Float64Array.of(1);
  for (let rank = 1; rank <= n; rank += 1) {
    const next = new Float64Array(shares.length + rank);
    for (let v = 0; v < shares.length; v += 1) {
      const half = (shares[v] as number) / 2;
      next[v] = (next[v] as number) + half;
      next[v + rank] = (next[v + rank] as number) + half;
    }
    shares = next;
  }
  return shares;
}

/** P(X ≤ q) and P(X ≥ q) of a table of shares. */
export function tableTails(shares: Float64Array, q: number): { lower: number; upper: number } {
  let [lower, upper] = [0, 0];
  for (let i = 0; i < shares.length; i += 1) {
    if (i <= q) lower += shares[i] as number;
    if (i >= q) upper += shares[i] as number;
  }
  return { lower: Math.min(1, lower), upper: Math.min(1, upper) };
}

/** The smallest q with P(X ≤ q) ≥ p. */
export function tableQuantile(shares: Float64Array, p: number): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i += 1) {
    sum += shares[i] as number;
    if (sum * (1 + 64 * Number.EPSILON) >= p) return i;
  }
  return shares.length - 1;
}
