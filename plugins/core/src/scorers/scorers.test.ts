import { describe, expect, test } from '@jest/globals';
import type { Evidence, Score } from '@planwright/schema/rules';
import fc from 'fast-check';
import { scorers } from './index.js';

const { weighted, rubric } = scorers;
const pass = scorers['pass-mark'];
const best = scorers['best-attempt'];

const planOf = (scores: Record<string, number | undefined>): Evidence => ({
  person: 'p',
  items: Object.entries(scores).map(([key, score]) => ({ key, done: true, ...(score === undefined ? {} : { score }) })),
});
const attemptsOf = (...scores: (number | undefined)[]): Evidence => ({
  person: 'p',
  item: {
    key: 'i',
    attempts: scores.map((score, i) => ({ attempt: i + 1, ...(score === undefined ? {} : { score }) })),
  },
});
const reviewed = (...criteria: Record<string, number>[]): Evidence => ({
  person: 'p',
  item: {
    key: 'i',
    attempts: criteria.map((given, i) => ({
      attempt: i + 1,
      criteria: Object.entries(given).map(([key, score]) => ({ key, score })),
    })),
  },
});

const only = (scores: Score[]): Score => {
  const [score] = scores;
  if (!score) throw new Error('No score');
  return score;
};
const weigh = (scores: Record<string, number | undefined>, weights: Record<string, number>, unscored?: string): Score =>
  only(weighted.score([planOf(scores)], weighted.params.parse({ weights, unscored })));
const mark = (evidence: Evidence, weights: Record<string, number>): Score =>
  only(
    rubric.score(
      [evidence],
      rubric.params.parse({ criteria: Object.entries(weights).map(([key, weight]) => ({ key, weight })) }),
    ),
  );
const hundredths = (n: number): number => Math.round(n * 100);
const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);

const score = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100),
);
const weight = fc.integer({ min: 1, max: 100_000 }).map((n) => n / 100);
const scoresAndWeights = fc.array(fc.tuple(score, weight), { minLength: 1, maxLength: 12 }).map((list) => ({
  scores: Object.fromEntries(list.map(([value], i) => [`i${i}`, value])),
  weights: Object.fromEntries(list.map(([, value], i) => [`i${i}`, value])),
}));

describe('core/weighted', () => {
  test.each([
    [{ a: 80, b: 90 }, { a: 40, b: 60 }, 86],
    [{ a: 70, b: 71 }, { a: 1, b: 1 }, 70.5],
    // In floats 0.1 + 0.2 is not 0.3; a third is rounded half up once, at the end.
    [{ a: 100, b: 0, c: 0 }, { a: 0.1, b: 0.1, c: 0.1 }, 33.33],
    [{ a: 100, b: 100, c: 0 }, { a: 0.1, b: 0.1, c: 0.1 }, 66.67],
    [{ a: 0.01, b: 0 }, { a: 1, b: 1 }, 0.01],
    [{ a: 80, b: undefined }, { a: 40, b: 60 }, 80],
    [{ a: 80, other: 10 }, { a: 40, absent: 60 }, 80],
  ])('%j with weights %j is %d', (scores, weights, expected) => {
    expect(weigh(scores, weights).score).toBe(expected);
  });

  test('waits for a first score, and counts what has none as 0 where it is told', () => {
    expect(weigh({ a: undefined }, { a: 1 })).toEqual({ person: 'p', score: null, parts: [] });
    expect(weigh({ a: undefined }, { a: 1 }, 'ZERO').score).toBeNull();
    expect(weigh({ a: 80, b: undefined }, { a: 1, b: 1 }, 'ZERO').score).toBe(40);
    expect(weigh({ a: 80 }, { a: 0 }).score).toBeNull();
  });

  test('is the exact mean rounded once, in its bounds, with parts that add up to it', () => {
    fc.assert(
      fc.property(scoresAndWeights, ({ scores, weights }) => {
        const result = weigh(scores, weights);
        const values = Object.values(scores);
        const weightUnits = Object.values(weights).map((each) => BigInt(hundredths(each)));
        const whole = weightUnits.reduce((a, b) => a + b, 0n);
        const total = values.reduce((a, value, i) => a + BigInt(hundredths(value)) * (weightUnits[i] ?? 0n), 0n);
        const found = BigInt(hundredths(result.score ?? -1));
        // |found − total/whole| ≤ 1/2
        const off = 2n * (found * whole - total);
        expect(off <= whole && off > -whole).toBe(true);
        expect(result.score).toBeGreaterThanOrEqual(Math.min(...values));
        expect(result.score).toBeLessThanOrEqual(Math.max(...values));
        expect(sum(result.parts.map(({ points }) => hundredths(points)))).toBe(hundredths(result.score ?? -1));
        expect(sum(result.parts.map(({ of }) => hundredths(of)))).toBe(10_000);
      }),
    );
  });

  test('grows with every score, and does not see the order of items nor the size of all weights together', () => {
    fc.assert(
      fc.property(scoresAndWeights, fc.nat(), fc.integer({ min: 2, max: 3 }), ({ scores, weights }, which, times) => {
        const before = weigh(scores, weights).score ?? -1;
        const keys = Object.keys(scores);
        const key = keys[which % keys.length] ?? '';
        expect(weigh({ ...scores, [key]: 100 }, weights).score).toBeGreaterThanOrEqual(before);
        expect(weigh(Object.fromEntries(Object.entries(scores).reverse()), weights).score).toBe(before);
        const small = Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, Math.min(value, 300)]));
        const large = Object.fromEntries(Object.entries(small).map(([name, value]) => [name, value * times]));
        expect(weigh(scores, large).score).toBe(weigh(scores, small).score);
      }),
    );
  });
});

describe('core/rubric', () => {
  test('weighs the criteria of the latest review', () => {
    const evidence = reviewed({ depth: 40, form: 40 }, { depth: 80, form: 95 });
    const result = mark(evidence, { depth: 60, form: 40 });
    expect(result.score).toBe(86);
    expect(result.parts.map(({ id, points, of }) => [id, points, of])).toEqual([
      ['depth', 48, 60],
      ['form', 38, 40],
    ]);
    expect(result.parts[0]?.why).toEqual({ 'zh-CN': 'depth：80 分 × 权重 60', en: 'depth: 80 × weight 60' });
  });

  test('waits until every criterion has a score, and does not mind the order of attempts', () => {
    expect(mark(reviewed({ depth: 80 }), { depth: 60, form: 40 }).score).toBeNull();
    expect(mark(reviewed(), { depth: 60 }).score).toBeNull();
    const evidence = reviewed({ depth: 10 }, { depth: 90 });
    const turned = { ...evidence, item: { key: 'i', attempts: [...(evidence.item?.attempts ?? [])].reverse() } };
    expect(mark(turned, { depth: 1 }).score).toBe(90);
  });

  test('calls criteria by their titles, and takes the settings of shipped plans', () => {
    const params = rubric.params.parse({
      criteria: [{ key: 'depth', title: { 'zh-CN': '分析深入', en: 'Depth' }, weight: 60 }],
    });
    const [result] = rubric.score([reviewed({ depth: 70 })], params);
    expect(result?.parts[0]?.why['zh-CN']).toBe('分析深入：70 分 × 权重 60');
    expect(rubric.params.safeParse({ criteria: [] }).success).toBe(false);
    expect(rubric.params.safeParse({ criteria: [{ key: 'a', wieght: 3 }] }).success).toBe(false);
  });
});

describe('core/pass-mark and core/best-attempt', () => {
  const passOf = (evidence: Evidence, settings = {}) => only(pass.score([evidence], pass.params.parse(settings))).score;
  const bestOf = (evidence: Evidence, settings = {}) => only(best.score([evidence], best.params.parse(settings))).score;

  test('passing is all or nothing, by the settings, the item or 60', () => {
    expect(passOf(attemptsOf(59.99))).toBe(0);
    expect(passOf(attemptsOf(30, 60))).toBe(100);
    expect(passOf(attemptsOf(75), { passMark: 80 })).toBe(0);
    const strict = attemptsOf(75);
    expect(passOf({ person: 'p', item: { key: 'i', passMark: 90, attempts: strict.item?.attempts ?? [] } })).toBe(0);
    expect(passOf(attemptsOf(undefined))).toBeNull();
  });

  test('the best attempt counts, fewer of them where told, and later ones for less', () => {
    expect(bestOf(attemptsOf(70, 90, 80))).toBe(90);
    expect(bestOf(attemptsOf(70, 90, 80), { first: 1 })).toBe(70);
    expect(bestOf(attemptsOf(70, 90, 80), { lessEachTime: 25 })).toBe(70);
    expect(bestOf(attemptsOf(70, 90.1, 80), { lessEachTime: 0.1 })).toBe(90);
    expect(bestOf(attemptsOf(5, 4), { lessEachTime: 100 })).toBe(5);
    expect(bestOf(attemptsOf())).toBeNull();
  });

  test('one more attempt never takes points away', () => {
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 1, maxLength: 6 }),
        score,
        fc.integer({ min: 0, max: 20 }),
        (scores, more, less) => {
          const settings = { lessEachTime: less };
          expect(bestOf(attemptsOf(...scores, more), settings)).toBeGreaterThanOrEqual(
            bestOf(attemptsOf(...scores), settings) ?? 0,
          );
          expect(passOf(attemptsOf(...scores, more))).toBeGreaterThanOrEqual(passOf(attemptsOf(...scores)) ?? 0);
        },
      ),
    );
  });
});

test('every scorer answers for each person in order, whoever else is in the question', () => {
  const people: Evidence[] = [attemptsOf(50), reviewed({ a: 70 }), planOf({ a: 80 }), { person: 'q' }];
  for (const [scorer, settings] of [
    [weighted, { weights: { a: 1 } }],
    [rubric, { criteria: [{ key: 'a' }] }],
    [pass, {}],
    [best, {}],
  ] as const) {
    // The settings of each are its own; a list of all four cannot say so.
    const score = (list: Evidence[]): Score[] => scorer.score(list, scorer.params.parse(settings) as never);
    expect(score(people)).toEqual(people.flatMap((one) => score([one])));
    expect(score(people).map(({ person }) => person)).toEqual(people.map(({ person }) => person));
  }
});
