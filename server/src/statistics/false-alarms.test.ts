import { expect, describe as group, test } from '@jest/globals';
import { allocate, type Roster } from './allocate.js';
import { ancova } from './ancova.js';
import { hodgesLehmann } from './rank-tests.js';
import { replayTest } from './replay-test.js';
import { sha256 } from './sha256.js';
import { welchTTest } from './t-tests.js';

group('false alarms and coverage (drawn from a seed, so the same in every run)', () => {
  const noise = (seed: string, n: number): number[] => {
    // The sum of twelve uniforms less 6: near enough to normal, and nothing of our own distributions in it.
    let state = Number.parseInt(sha256(seed).slice(0, 8), 16) | 1;
    const next = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state >>> 8) / 2 ** 24;
    };
    return Array.from({ length: n }, () => Array.from({ length: 12 }, next).reduce((sum, u) => sum + u, -6));
  };

  test('10,000 A/A comparisons of 8 and 8: at most 5.5 % alarms, p is uniform, intervals cover in 93.5–96.5 %', () => {
    const p: number[] = [];
    let covered = 0;
    for (let i = 0; i < 10_000; i += 1) {
      const x = noise(`aa-${i}`, 16);
      const { pValue, interval } = welchTTest(x.slice(0, 8), x.slice(8));
      p.push(pValue ?? Number.NaN);
      if (interval && interval.low <= 0 && interval.high >= 0) covered += 1;
    }
    expect(p.filter((one) => one < 0.05).length / p.length).toBeLessThanOrEqual(0.055);
    expect(covered / p.length).toBeGreaterThanOrEqual(0.935);
    expect(covered / p.length).toBeLessThanOrEqual(0.965);
    // Kolmogorov–Smirnov distance; 1.63/√n is its 1 % point.
    const sorted = Float64Array.from(p).sort();
    const distance = Math.max(
      ...sorted.map((one, i) => Math.max(Math.abs(one - i / p.length), Math.abs(one - (i + 1) / p.length))),
    );
    expect(distance).toBeLessThan(1.63 / Math.sqrt(p.length));
  });

  test('10,000 times 8 and 8: the intervals of ANCOVA with HC2 and of ranks cover in 93.5–96.5 %', () => {
    const arm = Array.from({ length: 16 }, (_, i): 0 | 1 => (i < 8 ? 0 : 1));
    const covered = { ancova: 0, ranks: 0 };
    const runs = 10_000;
    for (let i = 0; i < runs; i += 1) {
      const x = noise(`cover-${i}`, 32);
      const baseline = x.slice(16);
      const outcome = x.slice(0, 16).map((own, k) => own + 0.7 * (baseline[k] as number));
      const { interval } = ancova(outcome, arm, { baseline });
      if (interval && interval.low <= 0 && interval.high >= 0) covered.ancova += 1;
      const shift = hodgesLehmann(x.slice(0, 8), x.slice(8, 16)).interval;
      if (shift.low <= 0 && shift.high >= 0) covered.ranks += 1;
    }
    for (const count of Object.values(covered)) {
      expect(count / runs).toBeGreaterThanOrEqual(0.935);
      expect(count / runs).toBeLessThanOrEqual(0.965);
    }
  });

  test.each(['BLOCKS', 'PAIRS', 'CLUSTERS'] as const)(
    '10,000 A/A experiments allocated by %s and tested by replaying: at most 5.5 % alarms',
    (method) => {
      // Mentors differ, so that people within a cluster are alike; 24 people, 12 mentors: with 8 no drawing could
      // ever reach 5 %, and the test could not fail.
      const roster: Roster[] = Array.from({ length: 24 }, (_, i) => ({
        id: `p${String(i).padStart(2, '0')}`,
        stratum: i % 2 === 0 ? 'sales' : 'retail',
        cluster: `m${i % 12}`,
        baseline: (i * 7) % 24,
      }));
      const keys = [
        { key: 'a', weight: 1 },
        { key: 'b', weight: 1 },
      ];
      // The replays of one design serve every outcome: drawn once, as the product would draw them for one experiment.
      const redraws = Array.from(
        { length: 399 },
        (_, r) => allocate(roster, keys, { seed: `replay:${r}`, method }).assignments,
      );
      const keyOf = (one: Roster) => (method === 'CLUSTERS' ? one.cluster : one.id) ?? '';
      const cells = [...new Set(roster.map(keyOf))];
      const cellOf = roster.map((one) => cells.indexOf(keyOf(one)));
      const sizes = cells.map((_, c) => cellOf.filter((one) => one === c).length);
      /** 1/n for cells of arm b, −1/n for those of arm a: the difference of means is then one product. */
      const contrast = (assignments: Record<string, string>): number[] => {
        const arm = cells.map((_, c) => assignments[roster[cellOf.indexOf(c)]?.id ?? '']);
        const n = (key: string) => arm.filter((one) => one === key).length;
        return arm.map((key) => (key === 'b' ? 1 / n('b') : -1 / n('a')));
      };
      const meansOf = (outcome: readonly number[]): number[] => {
        const sums = cells.map(() => 0);
        for (const [i, c] of cellOf.entries()) sums[c] = (sums[c] as number) + (outcome[i] as number);
        return sums.map((sum, c) => sum / (sizes[c] as number));
      };
      const product = (weights: readonly number[], means: readonly number[]): number => {
        let sum = 0;
        for (let c = 0; c < weights.length; c += 1) sum += (weights[c] as number) * (means[c] as number);
        return sum;
      };
      const contrasts = redraws.map(contrast);
      let alarms = 0;
      const runs = 10_000;
      for (let i = 0; i < runs; i += 1) {
        const [own, mentors] = [noise(`own-${method}-${i}`, 24), noise(`mentor-${method}-${i}`, 12)];
        const outcome = own.map((x, k) => x + (mentors[k % 12] as number) + ((roster[k] as Roster).baseline ?? 0) / 8);
        const drawn = allocate(roster, keys, { seed: `real:${method}:${i}`, method }).assignments;
        const means = meansOf(outcome);
        const size = Math.abs(product(contrast(drawn), means)) * (1 - 1e-9);
        // p = (b + 1)/(B + 1) ≤ 0.05 needs fewer than 20 of 399; enough is known when 20 are there.
        let extreme = 0;
        for (const weights of contrasts) {
          if (Math.abs(product(weights, means)) >= size) extreme += 1;
          if (extreme >= 20) break;
        }
        if (extreme < 20) alarms += 1;
      }
      expect(alarms / runs).toBeLessThanOrEqual(0.055);
      expect(alarms / runs).toBeGreaterThanOrEqual(0.025);
    },
  );

  test('the replay test of the product gives that same p', () => {
    const roster: Roster[] = Array.from({ length: 10 }, (_, i) => ({ id: `p${i}` }));
    const allocation = allocate(
      roster,
      [
        { key: 'a', weight: 1 },
        { key: 'b', weight: 1 },
      ],
      { seed: 's', method: 'PAIRS' },
    );
    const outcome = Object.fromEntries(roster.map(({ id }) => [id, allocation.assignments[id] === 'b' ? 5 : 1]));
    const found = replayTest(roster, outcome, allocation, { seed: 'r', replicates: 999 });
    expect(found.estimate).toBe(4);
    // 2 of 2^5 drawings are as extreme.
    expect(found.pValue).toBeGreaterThan(0.03);
    expect(found.pValue).toBeLessThan(0.1);
    expect(replayTest(roster, outcome, allocation, { seed: 'r', replicates: 999 })).toEqual(found);
  });
});
