import { expect, describe as group, test } from '@jest/globals';
import fc from 'fast-check';
import { ancova } from './ancova.js';
import { partialCorrelation, pearson, spearman } from './association.js';
import { describe, quantile } from './describe.js';
import { eValue } from './e-value.js';
import { leastSquares } from './least-squares.js';
import { logistic } from './logistic.js';
import { benjaminiHochberg, holm } from './many-tests.js';
import { overlapDifference } from './overlap-difference.js';
import { overlapWeights } from './overlap-weights.js';
import { medianWalshAverage, shiftedRankSum } from './pairwise.js';
import { permutationTest } from './permutation-test.js';
import { pool } from './pool.js';
import { hodgesLehmann, mannWhitney, wilcoxonSignedRank } from './rank-tests.js';
import { agrestiCoull, clopperPearson, newcombe, twoProportionTest, wilson } from './shares.js';
import { pairedTTest, welchTTest } from './t-tests.js';

const arms: (0 | 1)[] = [0, 1, 0, 1, 0, 1, 0, 1];
const other = [3, 1, 4, 1, 5, 9, 2, 6];

/** Every function that takes figures of people, with eight of them. */
const withFigures: Record<string, (x: number[]) => unknown> = {
  describe: (x) => describe(x),
  quantile: (x) => quantile(x, 0.5),
  'welchTTest, first': (x) => welchTTest(x, other),
  'welchTTest, second': (x) => welchTTest(other, x),
  pairedTTest: (x) => pairedTTest(x, other),
  mannWhitney: (x) => mannWhitney(x, other),
  hodgesLehmann: (x) => hodgesLehmann(x, other),
  wilcoxonSignedRank: (x) => wilcoxonSignedRank(x, other),
  permutationTest: (x) => permutationTest(x, other, { seed: 's' }),
  'pearson, x': (x) => pearson(x, other),
  'pearson, y': (x) => pearson(other, x),
  spearman: (x) => spearman(x, other),
  partialCorrelation: (x) => partialCorrelation(x, other, [[2, 7, 1, 8, 2, 8, 1, 8]]),
  'partialCorrelation, control': (x) => partialCorrelation(other, [2, 7, 1, 8, 2, 8, 1, 8], [x]),
  leastSquares: (x) => leastSquares(x, { other }),
  'leastSquares, column': (x) => leastSquares(other, { x }),
  'ancova, outcome': (x) => ancova(x, arms, { other }),
  'ancova, covariate': (x) => ancova(other, arms, { x }),
  logistic: (x) => logistic(arms, { x }),
  overlapWeights: (x) => overlapWeights(arms, { x }),
  'overlapDifference, outcome': (x) => overlapDifference(x, arms, { other }),
  'overlapDifference, covariate': (x) => overlapDifference(other, arms, { x }),
};

group('what is no number', () => {
  test.each(Object.entries(withFigures))('%s refuses NaN and infinities and says where they stand', (_name, ask) => {
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
      for (const at of [0, 5, 7]) {
        const x = [2, 7, 1, 8, 2, 8, 1, 9];
        x[at] = bad;
        expect(() => ask(x)).toThrow(RangeError);
        expect(() => ask(x)).toThrow(`[${at}]`);
      }
  });

  test.each(Object.entries(withFigures))('%s answers no NaN where everybody has the same value', (_name, ask) => {
    let answer: unknown;
    try {
      answer = ask([5, 5, 5, 5, 5, 5, 5, 5]);
    } catch (error) {
      // A constant column of a regression is told by the intercept, which is refused by its name.
      expect(error).toBeInstanceOf(RangeError);
      return;
    }
    const nans: string[] = [];
    JSON.stringify(answer, (key, value) => {
      if (typeof value === 'number' && Number.isNaN(value)) nans.push(key);
      return value;
    });
    expect(nans).toEqual([]);
  });

  test('shares that cannot be counts, and p values that are none, are refused', () => {
    for (const [x, n] of [
      [Number.NaN, 10],
      [3, Number.POSITIVE_INFINITY],
      [-1, 10],
      [11, 10],
      [1, 0],
    ] as const) {
      for (const share of [wilson, agrestiCoull, clopperPearson]) expect(() => share(x, n)).toThrow(RangeError);
      expect(() => newcombe(x, n, 3, 10)).toThrow(RangeError);
      expect(() => twoProportionTest(3, 10, x, n)).toThrow(RangeError);
    }
    for (const adjust of [holm, benjaminiHochberg])
      for (const bad of [Number.NaN, -0.1, 1.1]) expect(() => adjust([0.5, bad])).toThrow(RangeError);
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, -1]) {
      expect(() => eValue(bad)).toThrow(RangeError);
      expect(() => pool([{ estimate: 1, standardError: bad }])).toThrow(RangeError);
    }
  });

  test('nobody in one arm is null with a reason, in every test of two arms', () => {
    for (const compare of [welchTTest, mannWhitney, permutationTest])
      for (const [a, b] of [
        [[], [1, 2, 3]],
        [[1, 2, 3], []],
        [[], []],
      ] as const)
        expect(compare([...a], [...b])).toMatchObject({ pValue: null, interval: null, reason: 'too-few' });
    expect(ancova([1, 2, 3, 4], [0, 0, 0, 0], {})).toMatchObject({ estimate: null, reason: 'too-few' });
    expect(overlapDifference([1, 2, 3, 4], [1, 1, 1, 1], {})).toMatchObject({ estimate: null, reason: 'too-few' });
  });

  test('a metric that is the same for everybody has no interval, whatever is held equal', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 8, maxLength: 8 }),
        (value, baseline) => {
          fc.pre(new Set(baseline).size > 3);
          const outcome = arms.map(() => value);
          for (const answer of [ancova(outcome, arms, { baseline }), overlapDifference(outcome, arms, { baseline })])
            expect(answer).toMatchObject({ interval: null, pValue: null, reason: 'constant' });
        },
      ),
    );
  });
});

group('a million values', () => {
  const million = Array.from({ length: 1_000_000 }, (_, i) => (i * 7919) % 1000);
  const shifted = million.map((x) => x + 1);

  test('are described, compared and correlated, by their means and by their ranks', () => {
    const compared = welchTTest(shifted, million);
    expect(compared.estimate).toBeCloseTo(1, 9);
    expect(compared.interval?.low).toBeGreaterThan(0);
    expect(pearson(million, shifted).estimate).toBeCloseTo(1, 9);
    expect(spearman(million, shifted).estimate).toBeCloseTo(1, 9);
    const ranked = mannWhitney(shifted, million);
    expect(ranked.pValue).toBeLessThan(0.05);
    expect(ranked.estimate).toBeCloseTo(1, 6);
    expect(wilcoxonSignedRank(shifted, million)).toMatchObject({ estimate: 1 });
    expect(describe(million)).toMatchObject({ n: 1_000_000, min: 0, max: 999 });
  });

  test('of pairs nothing else is said than of all pairs written down', () => {
    const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -1e3, max: 1e3, noNaN: true }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 25 }), (x) => {
        const sorted = Float64Array.from(x).sort();
        const all = Float64Array.from(x.flatMap((one, i) => x.slice(i).map((two) => (one + two) / 2))).sort();
        const half = Math.floor(all.length / 2);
        const median = all.length % 2 === 1 ? all[half] : ((all[half - 1] as number) + (all[half] as number)) / 2;
        expect(medianWalshAverage(sorted)).toBeCloseTo(median as number, 9);
      }),
    );
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 15 }),
        fc.array(value, { minLength: 1, maxLength: 15 }),
        fc.integer({ min: -3, max: 3 }),
        (a, b, shift) => {
          const moved = a.map((x) => x - shift);
          const u = moved.reduce((sum, x) => sum + b.reduce((own, y) => own + (x > y ? 1 : x === y ? 0.5 : 0), 0), 0);
          const sizes = [...Map.groupBy([...moved, ...b], (x) => x + 0).values()].map((own) => own.length);
          const found = shiftedRankSum(Float64Array.from(a).sort(), Float64Array.from(b).sort(), shift);
          expect(found.centred).toBeCloseTo(u - (a.length * b.length) / 2, 9);
          expect(found.tieTerm).toBe(sizes.reduce((sum, t) => sum + t ** 3 - t, 0));
        },
      ),
    );
  });
});
