import { normal } from './distributions.js';

/** Permutations of 9 are 362,880: the last size that R counts out, too. */
const COUNTED_TO = 9;
const counted = new Map<number, Map<number, number>>();

/** How many permutations have each sum of squared rank differences. */
function countsFor(n: number): Map<number, number> {
  const known = counted.get(n);
  if (known) return known;
  // Place by place over the set of ranks still free (2^n sets), instead of n! permutations.
  let states = new Map<number, Map<number, number>>([[0, new Map([[0, 1]])]]);
  for (let place = 0; place < n; place += 1) {
    const next = new Map<number, Map<number, number>>();
    for (const [used, sums] of states)
      for (let rank = 0; rank < n; rank += 1) {
        if (used & (1 << rank)) continue;
        const set = used | (1 << rank);
        const target = next.get(set) ?? new Map<number, number>();
        next.set(set, target);
        for (const [sum, count] of sums) {
          const total = sum + (place - rank) ** 2;
          target.set(total, (target.get(total) ?? 0) + count);
        }
      }
    states = next;
  }
  const all = states.get((1 << n) - 1) ?? new Map<number, number>();
  counted.set(n, all);
  return all;
}

/** P(S ≤ s) and P(S ≥ s) of Spearman's S, as R's `prho` has them: counted up to 9, Edgeworth's series above. */
export function spearmanTails(s: number, n: number): { atMost: number; atLeast: number } {
  if (n <= COUNTED_TO) {
    let [atMost, atLeast, all] = [0, 0, 0];
    for (const [sum, count] of countsFor(n)) {
      all += count;
      if (sum <= s) atMost += count;
      if (sum >= s) atLeast += count;
    }
    return { atMost: atMost / all, atLeast: atLeast / all };
  }
  return { atMost: 1 - edgeworth(s + 2, n), atLeast: edgeworth(s, n) };
}

/** P(S ≥ s), AS 89. */
function edgeworth(s: number, n: number): number {
  const n3 = (n * (n * n - 1)) / 3;
  if (s <= 0) return 1;
  if (s > n3) return 0;
  const b = 1 / n;
  const x = (6 * (s - 1) * b) / (n * n - 1) - 1;
  const scaled = x * Math.sqrt(1 / b - 1);
  const y = scaled * scaled;
  const u =
    scaled *
    b *
    (0.2274 +
      b * (0.2531 + 0.1745 * b) +
      y *
        (-0.0758 +
          b * (0.1033 + 0.3932 * b) -
          y * b * (0.0879 + 0.0151 * b - y * (0.0072 - 0.0831 * b + y * b * (0.0131 - 4.6e-4 * y)))));
  const corrected = u / Math.exp(y / 2) + normal.upper(scaled);
  return Math.min(1, Math.max(0, corrected));
}
