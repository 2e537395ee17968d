import { describe, expect, test } from '@jest/globals';
import { textIn } from '@planwright/schema/text';
import fc from 'fast-check';
import { overlapDifference } from '../../statistics/overlap-difference.js';
import { overlapWeights } from '../../statistics/overlap-weights.js';
import { Random } from '../../statistics/random.js';
import { compareObserved } from './compare-observed.js';
import type { ComparedPerson, ObservedComparison } from './comparison-data.js';
import { evidenceNeeded } from './evidence-needed.js';
import { poolCohorts } from './pool-cohorts.js';

const METRIC = {
  key: 'team-performance',
  title: { 'zh-CN': '团队绩效', en: 'team performance' },
  unit: null,
  direction: 'HIGHER_IS_BETTER',
  scale: 'CONTINUOUS',
} as const;
const person = (i: number, change: Partial<ComparedPerson> = {}): ComparedPerson => ({
  personId: `p${i}`,
  group: i % 2 === 0 ? 0 : 1,
  outcome: 60,
  baseline: null,
  otherBaselines: {},
  departmentId: 'sales',
  jobRole: null,
  tenureMonths: null,
  ...change,
});
const comparison = (people: ComparedPerson[], change: Partial<ObservedComparison> = {}): ObservedComparison => ({
  metric: METRIC,
  smallestEffect: 5,
  labels: ['v1', 'v2'],
  departments: { sales: 'Sales', shops: 'Shops' },
  otherMetrics: [],
  people,
  ...change,
});
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log((random.bits() + 1) / 2 ** 32)) * Math.cos((2 * Math.PI * random.bits()) / 2 ** 32);

/** Stronger people get version 2 more often, and do better whatever they run. */
function confounded(n: number, effect: number, seed = 'confounded'): ComparedPerson[] {
  const random = new Random(seed);
  return Array.from({ length: n }, (_, i) => {
    const strength = normal(random);
    const group = random.bits() / 2 ** 32 < 1 / (1 + Math.exp(-1.2 * strength)) ? 1 : 0;
    return person(i, {
      group,
      baseline: 60 + 8 * strength,
      outcome: 65 + 8 * strength + effect * group + 4 * normal(random),
      tenureMonths: 12 + (i % 40),
      departmentId: i % 3 === 0 ? 'shops' : 'sales',
    });
  });
}
/** Both versions do the same; the lower half of the second has no outcome. */
const halfMissing = (seed: string): ComparedPerson[] => {
  const random = new Random(seed);
  return Array.from({ length: 80 }, (_, i) => {
    const strength = normal(random);
    const outcome = 65 + 8 * strength + 4 * normal(random);
    return person(i, { baseline: 60 + 8 * normal(random), outcome: i % 2 === 1 && outcome < 65 ? null : outcome });
  });
};
const causal = /caus|because|improv|led to|导致|提升|带来/i;

describe('versions that were not assigned at random', () => {
  test('are not compared where the lower half of one version has no outcome', () => {
    const verdicts = Array.from({ length: 200 }, (_, i) => compareObserved(comparison(halfMissing(`half-${i}`))));
    expect(verdicts.filter(({ verdict }) => verdict === 'ASSOCIATED_ONLY')).toEqual([]);
    const [first] = verdicts;
    expect(first?.verdict).toBe('NOT_COMPARABLE');
    expect(textIn(first?.sentence ?? {}, 'en')).toMatch(/differ in how many have no outcome \(0 \/ 40 · \d+ \/ 40\)/);
    expect(textIn(first?.estimate.note ?? {}, 'en')).toMatch(/no outcome of 0 \/ 40 · \d+ \/ 40/);
  });

  test('a difference with p < 1e-60 is still no more than an association', () => {
    const random = new Random('huge');
    const people = Array.from({ length: 2000 }, (_, i) =>
      person(i, { outcome: 60 + (i % 2) * 10 + 5 * normal(random), baseline: 60 + normal(random) }),
    );
    const compared = compareObserved(comparison(people));
    expect(compared.estimate.pValue).toBeLessThan(1e-60);
    expect(compared.verdict).toBe('ASSOCIATED_ONLY');
    expect(compared.eValue).toBeGreaterThan(5);
    const words = `${textIn(compared.sentence, 'en')} ${textIn(compared.sentence, 'zh-CN')}`;
    expect(words).toContain('cannot be named as the cause');
    expect(words.replace('cannot be named as the cause', '')).not.toMatch(causal);
    expect(textIn(compared.eValueText ?? {}, 'en')).not.toMatch(causal);
  });

  test('what stronger people account for is taken out, and the table says how far apart they started', () => {
    const compared = compareObserved(comparison(confounded(600, 0)));
    const crude = compared.sensitivity.find(({ method }) => method.en?.includes('Welch'));
    expect(crude?.low).toBeGreaterThan(4);
    expect(Math.abs(compared.estimate.estimate ?? 99)).toBeLessThan(1.5);
    const [baseline, ...others] = compared.balance;
    expect(baseline).toMatchObject({ key: 'baseline', passed: true });
    expect(baseline?.before).toBeGreaterThan(0.8);
    for (const { after } of compared.balance) expect(Math.abs(after ?? 1)).toBeLessThan(1e-8);
    expect(others.map(({ key }) => key)).toEqual(['tenure', 'department:sales']);
    expect(['EQUIVALENT', 'INCONCLUSIVE']).toContain(compared.verdict);
  });

  test('baselines of other metrics are held equal too, as far as enough people have them', () => {
    const people = confounded(200, 3).map((one, i) => ({
      ...one,
      baseline: null,
      otherBaselines: { strength: one.baseline ?? 0, rare: 1 + (i % 7), ...(i % 2 === 0 ? { half: i } : {}) },
    }));
    const titles = ['strength', 'rare', 'half', 'never'].map((key) => ({ key, title: { 'zh-CN': key, en: key } }));
    const found = compareObserved(comparison(people, { otherMetrics: titles }));
    const keys = found.balance.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(['baseline:strength', 'baseline:rare']));
    expect(keys).not.toContain('baseline:half');
    expect(keys).not.toContain('baseline:never');
    const without = compareObserved(comparison(people.map((one) => ({ ...one, otherBaselines: {} }))));
    // Three points are the version's; the rest of the crude difference is the people's.
    expect(Math.abs((found.estimate.estimate ?? 0) - 3)).toBeLessThan(2);
    expect(without.estimate.estimate ?? 0).toBeGreaterThan(6);
  });

  test('turning the versions round negates every difference and keeps the verdict', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: 200 }),
        fc.integer({ min: -12, max: 12 }),
        fc.string(),
        (n, effect, seed) => {
          const people = confounded(n, effect, seed);
          const turned = people.map((one): ComparedPerson => ({ ...one, group: one.group === 0 ? 1 : 0 }));
          const [a, b] = [compareObserved(comparison(people)), compareObserved(comparison(turned))];
          expect(b.verdict).toBe(a.verdict);
          for (const [i, line] of [a.estimate, ...a.sensitivity].entries()) {
            const other = [b.estimate, ...b.sensitivity][i];
            expect(other?.estimate).toBeCloseTo(-(line.estimate ?? 0), 8);
            expect(other?.low).toBeCloseTo(-(line.high ?? 0), 8);
            expect(other?.high).toBeCloseTo(-(line.low ?? 0), 8);
          }
          expect(b.people).toEqual([...a.people].reverse());
          for (const [i, { before, key }] of a.balance.entries()) {
            expect(b.balance[i]?.key).toBe(key);
            expect(b.balance[i]?.before).toBeCloseTo(-(before ?? 0), 8);
          }
          expect(b.eValue ?? 0).toBeCloseTo(a.eValue ?? 0, 6);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('3 against 3 is too few, whatever the difference; 8 against 8 are not people enough to be made alike', () => {
    const few = (n: number) =>
      compareObserved(
        comparison(Array.from({ length: n }, (_, i) => person(i, { outcome: 60 + (i % 2) * 40 + (i % 3) }))),
      );
    expect(few(6).verdict).toBe('TOO_FEW');
    const sixteen = few(16);
    expect(sixteen.verdict).toBe('NOT_COMPARABLE');
    expect(textIn(sixteen.sentence, 'en')).toContain('worth 8.0 after weighting');
    expect(compareObserved(comparison([])).verdict).toBe('TOO_FEW');
    expect(compareObserved(comparison([person(0), person(2), person(4)])).people).toEqual([3, 0]);
  });

  test('a constant metric gives no figure and a reason', () => {
    const compared = compareObserved(comparison(Array.from({ length: 40 }, (_, i) => person(i))));
    expect(compared.estimate).toMatchObject({ estimate: null, low: null, pValue: null });
    expect(compared.estimate.note?.en).toBe('Everybody has the same value');
    expect(compared.verdict).toBe('INCONCLUSIVE');
    expect(compared.eValue).toBeNull();
  });

  test('versions that ran in different departments, or with different people altogether, are not comparable', () => {
    const random = new Random('apart');
    const elsewhere = Array.from({ length: 80 }, (_, i) =>
      person(i, { outcome: 60 + normal(random), departmentId: i % 2 === 0 ? 'sales' : 'shops' }),
    );
    const apart = compareObserved(comparison(elsewhere));
    expect(apart.verdict).toBe('NOT_COMPARABLE');
    expect(textIn(apart.sentence, 'en')).toContain('different departments');
    const separate = elsewhere.map((one) => ({
      ...one,
      departmentId: 'sales',
      baseline: one.group * 50 + normal(random),
    }));
    expect(compareObserved(comparison(separate)).verdict).toBe('NOT_COMPARABLE');
  });

  test('who has no baseline is left out and told, and a baseline that few have is not used', () => {
    const people = confounded(100, 3);
    const some = people.map((one, i) => (i % 10 === 0 ? { ...one, baseline: null } : one));
    const compared = compareObserved(comparison(some));
    expect(compared.estimate.note?.en).toContain('10 with incomplete information are left out');
    expect(compared.people[0] + compared.people[1]).toBe(100);
    const few = people.map((one, i) => (i % 2 === 0 ? { ...one, baseline: null } : one));
    expect(compareObserved(comparison(few)).balance.map(({ key }) => key)).not.toContain('baseline');
  });

  test('what is the same for everybody of a version cannot be told apart from it, and that is said', () => {
    const people = confounded(100, 3).map((one) => ({ ...one, tenureMonths: one.group === 0 ? 12 : 13 }));
    const compared = compareObserved(comparison(people));
    expect(compared.estimate.note?.en).toContain('cannot be told apart from the version: months in the company');
    expect(compared.balance.map(({ key }) => key)).not.toContain('tenure');
    expect(compared.estimate.estimate).not.toBeNull();
  });

  test('somebody who is the only one of a kind is no fault', () => {
    const people = confounded(60, 3).map((one, i) => ({
      ...one,
      baseline: null,
      tenureMonths: null,
      departmentId: i < 20 ? 'shops' : 'sales',
      jobRole: i < 19 ? 'manager' : 'clerk',
    }));
    const compared = compareObserved(comparison(people));
    // Role and department differ in one person only: one of the two is enough.
    expect(compared.balance).toHaveLength(1);
    expect([compared.estimate, ...compared.sensitivity].filter(({ estimate }) => estimate === null)).toEqual([]);
  });

  test('whatever is known of which people, both ways of adjusting have a line each and nothing is thrown', () => {
    const level = fc.constantFrom('a', 'b', 'c', null);
    const number = fc.option(fc.integer({ min: 0, max: 2 }));
    const one = fc.record({
      group: fc.constantFrom(0, 1),
      outcome: number,
      baseline: number,
      departmentId: level,
      jobRole: level,
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 60 }), fc.integer({ min: -1, max: 2 }), (rows, twice) => {
        // Months in the company are told by the baseline, by the version, or by both: the columns explain each other.
        const people = rows.map((row, i) =>
          person(i, {
            ...row,
            group: row.group === 0 ? 0 : 1,
            tenureMonths: row.baseline === null ? null : 2 * row.baseline + twice * row.group,
          }),
        );
        const { estimate, sensitivity, verdict } = compareObserved(comparison(people));
        expect(estimate.method.en).toContain('verlap');
        expect(sensitivity[0]?.method.en).toContain('egression');
        for (const line of [estimate, ...sensitivity])
          for (const figure of [line.estimate, line.low, line.high, line.pValue])
            if (figure !== null) expect(Number.isFinite(figure)).toBe(true);
        expect(['TOO_FEW', 'NOT_COMPARABLE', 'INCONCLUSIVE', 'EQUIVALENT', 'ASSOCIATED_ONLY']).toContain(verdict);
      }),
      { numRuns: 400 },
    );
  });

  test('yes and no, ratings: the crude line is of their own kind', () => {
    const people = confounded(200, 0).map((one) => ({ ...one, outcome: (one.outcome ?? 0) > 66 ? 1 : 0 }));
    const shares = compareObserved(comparison(people, { metric: { ...METRIC, scale: 'YES_NO' } }));
    expect(shares.sensitivity.some(({ method }) => method.en?.includes('Newcombe'))).toBe(true);
    const ratings = compareObserved(comparison(confounded(200, 0), { metric: { ...METRIC, scale: 'RATING' } }));
    expect(ratings.sensitivity.some(({ method }) => method.en?.includes('Hodges'))).toBe(true);
  });
});

describe('overlap weights with regression', () => {
  test('weights sum to one in each group, covariates balance exactly, and regression changes nothing of the weighted difference', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 300 }), fc.string(), (n, seed) => {
        const people = confounded(n, 2, seed);
        const groups = people.map(({ group }) => group);
        const covariates = {
          baseline: people.map(({ baseline }) => baseline ?? 0),
          tenure: people.map(({ tenureMonths }) => tenureMonths ?? 0),
        };
        const { weights, balance } = overlapWeights(groups, covariates);
        for (const group of [0, 1]) {
          const own = weights.filter((_, i) => groups[i] === group);
          expect(own.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10);
        }
        for (const { after } of balance) expect(Math.abs(after)).toBeLessThan(1e-8);
        const outcome = people.map((one) => one.outcome ?? 0);
        const mean = (group: 0 | 1) =>
          weights.reduce((sum, weight, i) => sum + (groups[i] === group ? weight * (outcome[i] ?? 0) : 0), 0);
        expect(overlapDifference(outcome, groups, covariates).estimate).toBeCloseTo(mean(1) - mean(0), 6);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the evidence that something unmeasured would need', () => {
  // T. VanderWeele, P. Ding 2017 (Annals of Internal Medicine 167:268), table 2: RR ≈ exp(0.91 d), limits exp(0.91 d ± 1.78 s).
  // d = 0.5, s = 0.1: RR = exp(0.455) = 1.576, E = 1.576 + √(1.576 · 0.576) = 2.529; limit exp(0.277) = 1.319, E = 1.968.
  test('of a standardised difference is that of the risk ratio it is worth', () => {
    const groups = [
      [-1, 1, -1, 1],
      [-1, 1, -1, 1],
    ] as const;
    const spread = Math.sqrt(8 / 6);
    const needed = evidenceNeeded(
      {
        estimate: 0.5 * spread,
        standardError: 0.1 * spread,
        interval: { low: 0.1, high: 1, level: 0.95 },
        statistic: null,
        df: null,
        pValue: null,
        method: '',
      },
      groups,
      'CONTINUOUS',
    );
    expect(needed?.point).toBeCloseTo(2.529, 3);
    expect(needed?.limit).toBeCloseTo(1.968, 3);
  });

  // The same paper, p. 269: infants not breastfed died 3.9 times as often (95 % CI 1.8 to 8.7); E-value 7.26, of the limit 3.00.
  test('of shares is that of their risk ratio: the published 7.26 and 3.00', () => {
    const first = Array.from({ length: 100 }, (_, i) => (i < 10 ? 1 : 0));
    const needed = evidenceNeeded(
      {
        estimate: 0.29,
        standardError: 0.1,
        interval: { low: 0.08, high: 0.77, level: 0.95 },
        statistic: null,
        df: null,
        pValue: null,
        method: '',
      },
      [first, first],
      'YES_NO',
    );
    expect(needed?.point).toBeCloseTo(7.26, 2);
    expect(needed?.limit).toBeCloseTo(3.0, 2);
  });
});

describe('cohorts that compared the same change', () => {
  const cohort = (title: string, estimate: number, standardError = 2, people = 40) => ({
    title,
    estimate,
    standardError,
    people,
  });

  test('one alone is not pooled; from three on it is told where one more would lie', () => {
    expect(poolCohorts([cohort('spring', 4)], METRIC)).toBeNull();
    expect(poolCohorts([cohort('spring', 4), cohort('autumn', 5)], METRIC)).toMatchObject({ predictionLow: null });
    const three = poolCohorts([cohort('a', 4), cohort('b', 5), cohort('c', 9)], METRIC);
    expect(three?.predictionLow).toBeLessThanOrEqual(three?.low ?? Number.NaN);
    expect(three?.cohorts.map(({ people }) => people)).toEqual([40, 40, 40]);
  });

  test('says no estimate while the interval holds zero, and one with its interval where it does not', () => {
    const open = poolCohorts([cohort('a', -4), cohort('b', 5), cohort('c', 1)], METRIC);
    expect(open?.sentence.en).toContain('cannot tell yet');
    const sure = poolCohorts([cohort('a', 6, 1), cohort('b', 6.2, 1), cohort('c', 5.9, 1)], METRIC);
    expect(sure?.low).toBeGreaterThan(0);
    expect(sure?.sentence.en).toContain('differs by');
  });
});
