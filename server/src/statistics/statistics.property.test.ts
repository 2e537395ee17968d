import { expect, describe as group, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type ArmWeight,
  allocate,
  ancova,
  armInBlocks,
  benjaminiHochberg,
  describe,
  fisherExact,
  hodgesLehmann,
  holm,
  leastSquares,
  logistic,
  mannWhitney,
  newcombe,
  normal,
  overlapWeights,
  pearson,
  permutationTest,
  pool,
  quantile,
  type Roster,
  replayTest,
  sha256,
  studentT,
  welchTTest,
  wilson,
} from './index.js';

const value = fc.double({ min: -1e4, max: 1e4, noNaN: true }).map((x) => Math.round(x * 1000) / 1000);
const sample = (least: number) => fc.array(value, { minLength: least, maxLength: 20 });
const varied = (list: readonly number[]) => new Set(list).size > 1;
const near = (a: number | null | undefined, b: number | null | undefined, relative = 1e-9) => {
  if (typeof a !== 'number' || typeof b !== 'number') return expect(a).toBe(b);
  expect(Math.abs(a - b)).toBeLessThanOrEqual(relative * Math.max(1, Math.abs(a), Math.abs(b)));
};

group('what does not depend on names, order and units', () => {
  test('swapping the arms negates every estimate and keeps p', () => {
    fc.assert(
      fc.property(sample(4).filter(varied), sample(4).filter(varied), (a, b) => {
        for (const compare of [welchTTest, mannWhitney]) {
          const [there, back] = [compare(a, b), compare(b, a)];
          near(there.estimate, back.estimate === null ? null : -back.estimate, 1e-7);
          near(there.pValue, back.pValue);
        }
        const [there, back] = [newcombe(3, a.length, 2, b.length), newcombe(2, b.length, 3, a.length)];
        near(there.interval.low, -back.interval.high);
      }),
    );
  });

  test('a constant added changes nothing, a factor scales estimate and interval', () => {
    fc.assert(
      fc.property(sample(3).filter(varied), sample(3).filter(varied), fc.constantFrom(2, 0.5, 1024), (a, b, k) => {
        const plain = welchTTest(a, b);
        const shifted = welchTTest(
          a.map((x) => x + 1000),
          b.map((x) => x + 1000),
        );
        near(shifted.pValue, plain.pValue, 1e-6);
        const scaled = welchTTest(
          a.map((x) => x * k),
          b.map((x) => x * k),
        );
        near(scaled.pValue, plain.pValue);
        near(scaled.interval?.low, (plain.interval?.low ?? 0) * k);
        const shift = hodgesLehmann(
          a.map((x) => x * k),
          b.map((x) => x * k),
        );
        near(shift.estimate, hodgesLehmann(a, b).estimate * k, 1e-6);
      }),
    );
  });

  test("HC2 on two arms is Welch's standard error", () => {
    fc.assert(
      fc.property(sample(3).filter(varied), sample(3).filter(varied), (a, b) => {
        const arm = [...a.map(() => 0 as const), ...b.map(() => 1 as const)];
        const model = ancova([...a, ...b], arm, {});
        const welch = welchTTest(b, a);
        near(model.estimate, welch.estimate);
        near(model.standardError, welch.standardError);
      }),
    );
  });

  test('ranks only see the order', () => {
    fc.assert(
      fc.property(sample(3).filter(varied), sample(3).filter(varied), (a, b) => {
        near(
          mannWhitney(
            a.map((x) => x ** 3),
            b.map((x) => x ** 3),
          ).pValue,
          mannWhitney(a, b).pValue,
        );
      }),
    );
  });

  test('a table and its transpose have the same p, and a table turned over the inverse odds', () => {
    const cell = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        near(
          fisherExact([
            [a, b],
            [c, d],
          ]).pValue,
          fisherExact([
            [a, c],
            [b, d],
          ]).pValue,
          1e-7,
        );
        const [one, other] = [
          fisherExact([
            [a, b],
            [c, d],
          ]).oddsRatio,
          fisherExact([
            [b, a],
            [d, c],
          ]).oddsRatio,
        ];
        if (one > 0 && Number.isFinite(one)) near(one * other, 1, 1e-6);
      }),
    );
  });
});

group('figures that must hold together', () => {
  test('cdf and upper tail add up to 1, and the quantile undoes the cdf', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -6, max: 6, noNaN: true }),
        fc.double({ min: 1, max: 300, noNaN: true }),
        (x, df) => {
          near(studentT.cdf(x, df) + studentT.upper(x, df), 1, 1e-12);
          near(normal.quantile(normal.cdf(x)), x, 1e-6);
          near(studentT.quantile(studentT.cdf(Math.min(x, 3), df), df), Math.min(x, 3), 1e-6);
        },
      ),
    );
  });

  test('Wilson holds the share, stays within 0 and 1 and narrows as people come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
        const x = Math.round(n * share);
        const { low, high } = wilson(x, n);
        expect(low >= 0 && low <= x / n && x / n <= high && high <= 1).toBe(true);
        const more = wilson(x * 4, n * 4);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });

  test('adjusted p values keep the order, are no smaller, and Holm is never below Benjamini–Hochberg', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }), (p) => {
        const [strict, loose] = [holm(p), benjaminiHochberg(p)];
        for (const [i, one] of p.entries()) {
          expect((strict[i] as number) >= (loose[i] as number) - 1e-12 && (loose[i] as number) >= one - 1e-12).toBe(
            true,
          );
          expect(strict[i] as number).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('overlap weights balance every covariate to 1e-8', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, fc.boolean()), { minLength: 20, maxLength: 60 }), (rows) => {
        const treated = rows.map(([, , flag]) => (flag ? 1 : 0));
        const covariates = { x: rows.map(([x]) => x), y: rows.map(([, y]) => y) };
        fc.pre(treated.includes(0) && treated.includes(1) && varied(covariates.x) && varied(covariates.y));
        fc.pre(Math.abs(pearson(covariates.x, covariates.y).estimate ?? 0) < 1 - 1e-9);
        fc.pre(logistic(treated, covariates).converged);
        const found = overlapWeights(treated, covariates);
        for (const { after } of found.balance) expect(Math.abs(after)).toBeLessThan(1e-8);
        expect(found.effectiveSize[0]).toBeLessThanOrEqual(treated.filter((one) => one === 0).length + 1e-9);
      }),
    );
  });

  test('two outcomes that a column separates do not converge, and still give finite figures', () => {
    const model = logistic([0, 0, 0, 1, 1, 1], { x: [1, 2, 3, 4, 5, 6] });
    expect(model.converged).toBe(false);
    for (const { estimate } of model.coefficients) expect(Number.isFinite(estimate)).toBe(true);
  });

  test('equal cohorts pool to what each says', () => {
    fc.assert(
      fc.property(
        value,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.integer({ min: 2, max: 12 }),
        (estimate, standardError, k) => {
          const pooled = pool(Array.from({ length: k }, () => ({ estimate, standardError })));
          near(pooled.estimate, estimate);
          expect(pooled.tauSquared).toBe(0);
        },
      ),
    );
  });

  test('a permutation never gives a p below its floor, and 3 against 3 never one below 0.1', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 3, maxLength: 3 }),
        fc.array(value, { minLength: 3, maxLength: 3 }),
        (a, b) => {
          expect(permutationTest(a, b).pValue ?? 0).toBeGreaterThanOrEqual(0.1 - 1e-12);
          expect(permutationTest(a, b, { exact: false, replicates: 99 }).pValue ?? 0).toBeGreaterThanOrEqual(0.01);
        },
      ),
    );
  });
});

group('allocation', () => {
  const arms = (n: number): ArmWeight[] => Array.from({ length: n }, (_, i) => ({ key: `v${i + 1}`, weight: 1 }));
  const rosters = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 60 }).chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          stratum: fc.constantFrom('a', 'b', 'c'),
          cluster: fc.constantFrom('m1', 'm2', 'm3', 'm4', 'm5'),
          baseline: fc.integer({ min: 0, max: 100 }),
        }),
      ),
    ),
  ) as fc.Arbitrary<Roster[]>;
  const sizes = (roster: readonly Roster[], assignments: Record<string, string>, keys: readonly ArmWeight[]) =>
    keys.map(({ key }) => roster.filter(({ id }) => assignments[id] === key).length);
  const spread = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts);

  test('the same seed gives the same list byte for byte, whatever the order of the roster', () => {
    fc.assert(
      fc.property(
        rosters,
        fc.string(),
        fc.constantFrom('BLOCKS', 'PAIRS', 'CLUSTERS' as const),
        (roster, seed, method) => {
          const [one, other] = [
            allocate(roster, arms(2), { seed, method }),
            allocate([...roster].reverse(), arms(2), { seed, method }),
          ];
          expect(JSON.stringify(other)).toBe(JSON.stringify(one));
        },
      ),
    );
  });

  test('blocks and pairs differ by one at most in each stratum, clusters stay together and differ by one cluster at most', () => {
    fc.assert(
      fc.property(rosters, fc.string(), fc.integer({ min: 2, max: 4 }), (roster, seed, n) => {
        const keys = arms(n);
        const blocks = allocate(roster, keys, { seed, method: 'BLOCKS' });
        for (const stratum of ['a', 'b', 'c'])
          expect(
            spread(
              sizes(
                roster.filter((one) => one.stratum === stratum),
                blocks.assignments,
                keys,
              ),
            ),
          ).toBeLessThanOrEqual(1);
        const pairs = allocate(roster, keys, { seed, method: 'PAIRS' });
        expect(spread(sizes(roster, pairs.assignments, keys))).toBeLessThanOrEqual(1);
        const clusters = allocate(roster, keys, { seed, method: 'CLUSTERS' });
        const armsOf = new Map<string, Set<string>>();
        for (const { id, cluster = '' } of roster)
          armsOf.set(cluster, (armsOf.get(cluster) ?? new Set()).add(clusters.assignments[id] as string));
        for (const used of armsOf.values()) expect(used.size).toBe(1);
        expect(
          spread(keys.map(({ key }) => [...armsOf.values()].filter((used) => used.has(key)).length)),
        ).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('late joiners go on in the block that the roster ended in', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 30 }), (seed, n) => {
        const weights = [
          { key: 'v1', weight: 2 },
          { key: 'v2', weight: 1 },
        ];
        const ids = Array.from({ length: n + 1 }, (_, i) => String(i).padStart(3, '0'));
        const all = allocate(
          ids.map((id) => ({ id, stratum: 's' })),
          weights,
          { seed, method: 'BLOCKS' },
        );
        expect(ids.map((_, i) => armInBlocks(weights, seed, 's', i))).toEqual(ids.map((id) => all.assignments[id]));
      }),
    );
  });

  test('the list of a known seed is frozen', () => {
    const roster = Array.from({ length: 12 }, (_, i) => ({ id: `p${String(i).padStart(2, '0')}` }));
    const { assignments, rosterDigest } = allocate(roster, arms(2), { seed: 'planwright', method: 'BLOCKS' });
    expect(Object.values(assignments).join(' ')).toMatchInlineSnapshot(`"v2 v1 v1 v2 v2 v1 v1 v2 v2 v1 v2 v1"`);
    expect(rosterDigest).toBe(sha256(JSON.stringify(roster.map(({ id }) => [id, null, null, null]))));
    // FIPS 180-2, appendix B.1 and B.2
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    );
  });
});

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

  test.each(['BLOCKS', 'PAIRS', 'CLUSTERS'] as const)(
    '10,000 A/A experiments allocated by %s and tested by replaying: at most 5.5 % alarms',
    (method) => {
      // Mentors differ, so that people within a cluster are alike; 24 people, 8 mentors.
      const roster: Roster[] = Array.from({ length: 24 }, (_, i) => ({
        id: `p${String(i).padStart(2, '0')}`,
        stratum: i % 2 === 0 ? 'sales' : 'retail',
        cluster: `m${i % 8}`,
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
        const [own, mentors] = [noise(`own-${method}-${i}`, 24), noise(`mentor-${method}-${i}`, 8)];
        const outcome = own.map((x, k) => x + (mentors[k % 8] as number) + ((roster[k] as Roster).baseline ?? 0) / 8);
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

group('what is no figure', () => {
  test('NaN and infinite values are refused by their position', () => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(() => welchTTest([1, 2, bad], [1, 2])).toThrow(/a\[2\]/);
      expect(() => describe([bad])).toThrow(RangeError);
      expect(() => leastSquares([1, 2, 3, 4], { x: [1, bad, 3, 5] })).toThrow(/x\[1\]/);
      expect(() => quantile([1, bad], 0.5)).toThrow(/x\[1\]/);
    }
  });

  test('a million values are described', () => {
    const x = Array.from({ length: 1_000_000 }, (_, i) => (i % 1000) + 1e6);
    expect(describe(x).n).toBe(1_000_000);
    near(describe(x).mean, 1e6 + 499.5);
    near(quantile(x, 0.5), 1e6 + 499.5);
  });

  test('one side empty, too few or without variance is null with its reason', () => {
    expect(welchTTest([], [1, 2]).reason).toBe('too-few');
    expect(welchTTest([1], [1, 2])).toMatchObject({ pValue: null, reason: 'too-few' });
    expect(welchTTest([3, 3, 3], [3, 3, 3])).toMatchObject({ pValue: null, reason: 'constant', estimate: 0 });
  });

  test('columns that say the same are refused by name', () => {
    expect(() => leastSquares([1, 2, 3, 4], { x: [1, 2, 3, 5], twice: [2, 4, 6, 10] })).toThrow(/twice/);
  });
});
