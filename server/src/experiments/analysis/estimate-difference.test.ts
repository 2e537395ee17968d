import { describe, expect, test } from '@jest/globals';
import { allocate } from '../../statistics/allocate.js';
import { exactShareDifference } from '../../statistics/exact-difference.js';
import { Random } from '../../statistics/random.js';
import { verdict } from '../../statistics/verdict.js';
import { attainableP } from './attainable-p.js';
import { decidingEstimate, estimateDifference } from './estimate-difference.js';
import type { ExperimentData, Member, MetricScale } from './experiment-data.js';

/** Arms v1, v2 … with these outcomes; a baseline where one is given. */
function experiment(
  scale: MetricScale,
  outcomes: readonly (readonly number[])[],
  of: { smallestEffect?: number; baseline?: (arm: number, i: number) => number | null } = {},
): ExperimentData {
  const arms = outcomes.map((_, a) => ({ key: `v${a + 1}`, label: `v${a + 1}`, weight: 1 }));
  const members = outcomes.flatMap((list, a) =>
    list.map(
      (outcome, i): Member => ({
        personId: `p${a}-${i}`,
        arm: `v${a + 1}`,
        delivered: `v${a + 1}`,
        deviation: null,
        mentorId: `m${a}-${i}`,
        departmentId: null,
        baseline: of.baseline?.(a, i) ?? null,
        outcome,
        ageDays: 90,
      }),
    ),
  );
  const roster = members.map(({ personId }) => ({ id: personId }));
  return {
    metric: { key: 'm', title: { 'zh-CN': '指标', en: 'metric' }, unit: null, direction: 'HIGHER_IS_BETTER', scale },
    smallestEffect: of.smallestEffect ?? 0.25,
    unit: 'PERSON',
    seed: 's',
    arms,
    members,
    roster,
    allocation: allocate(roster, arms, { seed: 's', method: 'BLOCKS' }),
  };
}
/** Every arm's verdict, as `analyseExperiment` reaches it, without the tests beside it. */
const verdictsOf = (data: ExperimentData) =>
  data.arms.slice(1).map(({ key }) => {
    const { primary, perArm, level } = decidingEstimate(data, key);
    const { low, high } = primary;
    return verdict({
      design: 'RANDOMISED',
      registered: true,
      perArm,
      interval: low === null || high === null ? null : { low, high, level },
      smallestEffect: data.smallestEffect,
      direction: data.metric.direction,
      integrity: [],
      attainableP: attainableP(perArm),
    });
  });
const times = (n: number, value: number): number[] => new Array<number>(n).fill(value);

describe('ratings', () => {
  test('a difference of 0.4 on five steps is not “no difference”: the interval is of means, and has width', () => {
    // 100 and 100 people whose medians are both 4, and so are most differences.
    const before = [...times(5, 2), ...times(30, 3), ...times(50, 4), ...times(15, 5)];
    const after = [...times(2, 2), ...times(15, 3), ...times(46, 4), ...times(37, 5)];
    const data = experiment('RATING', [before, after]);
    const { primary } = estimateDifference(data, 'v2');
    expect(primary.estimate).toBeCloseTo(0.43, 10);
    // R: t.test(after, before)$conf.int
    expect(primary.low).toBeCloseTo(0.2169882, 6);
    expect(primary.high).toBeCloseTo(0.6430118, 6);
    expect(verdictsOf(data)).toEqual(['BETTER_TESTED']);
  });

  test.each([60, 90, 120])(
    'true differences of 0.42, %s an arm: EQUIVALENT hardly ever, where it was in 21–99 %%',
    (n) => {
      const random = new Random(`ratings-${n}`);
      /** One rating: step k with this weight in a hundred. */
      const draw = (weights: readonly number[]): number => {
        const at = random.below(100);
        return 1 + weights.findIndex((_, k) => at < weights.slice(0, k + 1).reduce((sum, weight) => sum + weight, 0));
      };
      let equivalent = 0;
      for (let run = 0; run < 60; run += 1) {
        const before = Array.from({ length: n }, () => draw([0, 5, 30, 50, 15]));
        const after = Array.from({ length: n }, () => draw([0, 2, 15, 47, 36]));
        if (verdictsOf(experiment('RATING', [before, after]))[0] === 'EQUIVALENT') equivalent += 1;
      }
      expect(equivalent).toBeLessThanOrEqual(2);
    },
  );

  test('beside it stands how much oftener a person is higher, and no shift that can only be a whole step', () => {
    const data = experiment('RATING', [
      [3, 4, 4, 4, 5, 4, 4, 3, 4, 4],
      [4, 4, 4, 5, 5, 4, 4, 4, 4, 5],
    ]);
    const names = estimateDifference(data, 'v2').sensitivity.map(({ method }) => method.en ?? '');
    expect(names.some((name) => name.includes('Brunner–Munzel'))).toBe(true);
    expect(names.some((name) => name.includes('Hodges–Lehmann'))).toBe(false);
  });

  test('an interval without width decides nothing, whatever the scale', () => {
    for (const scale of ['RATING', 'CONTINUOUS'] as const)
      expect(verdictsOf(experiment(scale, [times(12, 3), times(12, 4)]))).toEqual(['INCONCLUSIVE']);
  });
});

describe('yes and no', () => {
  const shares = (x1: number, n1: number, x2: number, n2: number) =>
    experiment('YES_NO', [
      [...times(x1, 1), ...times(n1 - x1, 0)],
      [...times(x2, 1), ...times(n2 - x2, 0)],
    ]);

  test('3 of 4 against 0 of 4 is not better, 4 of 4 against 0 of 4 is', () => {
    expect(verdictsOf(shares(0, 4, 3, 4))).toEqual(['INCONCLUSIVE']);
    expect(verdictsOf(shares(0, 4, 4, 4))).toEqual(['BETTER_MEANINGFUL']);
  });

  test.each([
    [4, 4],
    [5, 9],
    [10, 10],
    [12, 7],
  ])('enumerated at %s and %s: whatever the common share, at most 5 %% false alarms', (n1, n2) => {
    const alarms: [number, number][] = [];
    for (let x1 = 0; x1 <= n1; x1 += 1)
      for (let x2 = 0; x2 <= n2; x2 += 1) {
        const { interval } = exactShareDifference(x1, n1, x2, n2);
        if (interval && (interval.low > 0 || interval.high < 0)) alarms.push([x1, x2]);
      }
    expect(alarms.length).toBeGreaterThan(0);
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
    const mass = (n: number, k: number, p: number) => choose(n, k) * p ** k * (1 - p) ** (n - k);
    for (let p = 0.005; p < 1; p += 0.005) {
      const size = alarms.reduce((sum, [x1, x2]) => sum + mass(n1, x1, p) * mass(n2, x2, p), 0);
      expect(size).toBeLessThanOrEqual(0.05);
    }
  });
});

describe('a baseline that is missing', () => {
  const random = new Random('baselines');
  const bases = Array.from({ length: 48 }, () => 50 + 20 * random.fraction());
  const outcomes = [0, 1].map((arm) =>
    Array.from({ length: 24 }, (_, i) => (bases[arm * 24 + i] as number) + 3 * random.fraction() + 4 * arm),
  );
  const withMissing = (...missing: number[]) =>
    experiment('CONTINUOUS', outcomes, {
      smallestEffect: 1,
      baseline: (arm, i) => (missing.includes(arm * 24 + i) ? null : (bases[arm * 24 + i] as number)),
    });
  const width = (data: ExperimentData) => {
    const { primary } = estimateDifference(data, 'v2');
    return (primary.high ?? 0) - (primary.low ?? 0);
  };

  test('of one in 48 leaves the method as it is, and the line says what stands in for it', () => {
    const { primary } = estimateDifference(withMissing(7), 'v2');
    expect(primary.method.en).toContain('ANCOVA');
    expect(primary.note).toEqual({
      'zh-CN': '48 人中 1 人没有起点，按所有组起点的均值计',
      en: '1 of 48 people have no baseline; the mean over all arms stands in for it',
    });
    expect(width(withMissing(7))).toBeLessThan(2 * width(withMissing()));
    expect(width(withMissing(7))).toBeLessThan(0.7 * width(withMissing(...bases.keys())));
  });

  test('nobody has one: the plain difference, and no word of adjusting', () => {
    const { primary } = estimateDifference(withMissing(...bases.keys()), 'v2');
    expect(primary.method.en).toContain('Welch');
    expect(primary.note).toBeUndefined();
  });

  test('the baseline of one person that alone differs does not stop the analysis', () => {
    const data = experiment('CONTINUOUS', outcomes, { baseline: (arm, i) => (arm === 0 && i === 0 ? 65 : 60) });
    expect(estimateDifference(data, 'v2').primary.low).not.toBeNull();
  });
});

describe('several versions', () => {
  test('have intervals that hold at once, wider than those of two, and the line says so', () => {
    const random = new Random('several');
    const arm = () => Array.from({ length: 20 }, () => 60 + 10 * random.fraction());
    const lists = [arm(), arm(), arm(), arm()];
    const four = estimateDifference(experiment('CONTINUOUS', lists), 'v2').primary;
    const two = estimateDifference(experiment('CONTINUOUS', lists.slice(0, 2)), 'v2').primary;
    const half = (of: typeof two) => ((of.high ?? 0) - (of.low ?? 0)) / 2;
    expect(four.estimate).toBeCloseTo(two.estimate ?? 0, 10);
    // Dunnett's quantile for three comparisons of 20 each is 2.4 to 2.45, Student's for two of 20 is 2.02.
    expect(half(four) / half(two)).toBeGreaterThan(1.17);
    expect(half(four) / half(two)).toBeLessThan(1.25);
    expect(four.pValue ?? 0).toBeGreaterThan(two.pValue ?? 1);
    expect(four.note?.en).toBe('Interval and p hold for all 3 comparisons at once (Dunnett)');
    expect(two.note).toBeUndefined();
  });

  test('arms of very unequal size are corrected by Bonferroni, yes and no too', () => {
    const random = new Random('unequal');
    const arm = (n: number) => Array.from({ length: n }, () => 60 + 10 * random.fraction());
    const small = estimateDifference(experiment('CONTINUOUS', [arm(40), arm(4), arm(40)]), 'v2').primary;
    expect(small.note?.en).toContain('2 comparisons at once (Bonferroni)');
    const yes = (n: number, of: number) => [...times(n, 1), ...times(of - n, 0)];
    const data = experiment('YES_NO', [yes(4, 20), yes(11, 20), yes(4, 20)]);
    const { primary } = estimateDifference(data, 'v2');
    const alone = exactShareDifference(11, 20, 4, 20);
    expect(alone.interval?.low ?? -1).toBeGreaterThan(0);
    expect(primary.pValue).toBeCloseTo(2 * (alone.pValue ?? 0), 12);
    expect(primary.low ?? 1).toBeLessThan(0);
    expect(verdictsOf(data)).toEqual(['INCONCLUSIVE', 'INCONCLUSIVE']);
  });

  test('four an arm, four arms: no p could reach one in sixty, so there are too few', () => {
    const arm = (by: number) => [1, 2, 3, 4].map((x) => x + by);
    expect(verdictsOf(experiment('CONTINUOUS', [arm(0), arm(9), arm(18), arm(27)]))).toEqual([
      'TOO_FEW',
      'TOO_FEW',
      'TOO_FEW',
    ]);
  });
});
