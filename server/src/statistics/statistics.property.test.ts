import { expect, describe as group, test } from '@jest/globals';
import fc from 'fast-check';
import { ancova } from './ancova.js';
import { pearson } from './association.js';
import { describe, quantile } from './describe.js';
import { normal, studentT } from './distributions.js';
import { fisherExact } from './fisher-exact.js';
import { leastSquares } from './least-squares.js';
import { logistic } from './logistic.js';
import { benjaminiHochberg, holm } from './many-tests.js';
import { overlapWeights } from './overlap-weights.js';
import { permutationTest } from './permutation-test.js';
import { pool } from './pool.js';
import { hodgesLehmann, mannWhitney } from './rank-tests.js';
import { newcombe, wilson } from './shares.js';
import { welchTTest } from './t-tests.js';

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
