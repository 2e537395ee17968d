import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allocate, type Roster } from '../../statistics/allocate.js';
import { analyseExperiment } from './analyse-experiment.js';
import { detectableEffect } from './detectable-effect.js';
import type { ExperimentData, Member } from './experiment-data.js';

const ARMS = [
  { key: 'v1', label: '第 1 版', weight: 1 },
  { key: 'v2', label: '第 2 版', weight: 1 },
];

/** An experiment of this many people; `outcome` and `change` decide what became of each. */
function experiment(
  size: number,
  outcome: (member: Member, index: number) => number | null,
  change: Partial<ExperimentData> & { member?: (index: number) => Partial<Member> } = {},
): ExperimentData {
  const { member: override = () => ({}), ...rest } = change;
  const roster: Roster[] = Array.from({ length: size }, (_, i) => ({ id: `p${String(i).padStart(3, '0')}` }));
  const allocation = allocate(roster, ARMS, { seed: 'seed', method: 'BLOCKS' });
  const members = roster.map(({ id }, i): Member => {
    const arm = allocation.assignments[id] ?? '';
    const plain: Member = {
      personId: id,
      arm,
      delivered: arm,
      deviation: null,
      mentorId: `${arm}-mentor-${i % 3}`,
      departmentId: null,
      baseline: 60 + (Math.floor(i / 2) % 7),
      outcome: null,
      ageDays: 90,
      ...override(i),
    };
    return { ...plain, outcome: outcome(plain, i) };
  });
  return {
    metric: {
      key: 'performance',
      title: { 'zh-CN': '团队绩效', en: 'team performance' },
      unit: null,
      direction: 'HIGHER_IS_BETTER',
      scale: 'CONTINUOUS',
    },
    smallestEffect: 5,
    unit: 'PERSON',
    seed: 'seed',
    arms: ARMS,
    members,
    roster,
    allocation,
    ...rest,
  };
}

const only = (data: ExperimentData) => {
  const analysis = analyseExperiment(data, { replicates: 199 });
  const [comparison] = analysis.comparisons;
  if (!comparison) throw new Error('two arms make one comparison');
  return { ...comparison, analysis };
};
const failed = (data: ExperimentData) =>
  analyseExperiment(data)
    .integrity.filter(({ passed }) => !passed)
    .map(({ key }) => key);
const wobble = (i: number) => ((i * 7919) % 13) - 6;

describe('what an experiment may say', () => {
  test('3 against 3 is too few, whatever the difference', () => {
    expect(only(experiment(6, ({ arm }) => (arm === 'v2' ? 100 : 0))).verdict).toBe('TOO_FEW');
  });

  test('a large difference of 24 and 24 is found, the other way round too, and the sentence holds its interval', () => {
    const better = only(experiment(48, ({ arm }, i) => 60 + wobble(i) + (arm === 'v2' ? 20 : 0)));
    expect(better.verdict).toBe('BETTER_MEANINGFUL');
    expect(better.primary.method.en).toContain('ANCOVA');
    expect(better.sentence.en).toContain('randomised comparison supports that 第 2 版 does better');
    expect(better.sensitivity.map(({ method }) => method.en)).toEqual([
      'Welch t-test',
      'Mann–Whitney with Hodges–Lehmann',
      'Permutation test of the mean',
      'Replay of the drawing',
    ]);
    expect(only(experiment(48, ({ arm }, i) => 60 + wobble(i) - (arm === 'v2' ? 20 : 0))).verdict).toBe(
      'WORSE_MEANINGFUL',
    );
  });

  test('no difference and little spread is equivalent; much spread cannot tell, and its headline holds no estimate', () => {
    expect(only(experiment(48, (_, i) => 60 + wobble(i) / 6)).verdict).toBe('EQUIVALENT');
    const unclear = only(experiment(12, (_, i) => 60 + ((i * 31) % 17) * 8));
    expect(unclear.verdict).toBe('INCONCLUSIVE');
    expect(unclear.sentence.en).toMatch(/could be anything from .* to /);
    expect(unclear.sentence['zh-CN']).not.toMatch(/导致|提升|带来/);
  });

  test('a mentor over both arms is told beside the verdict', () => {
    const data = experiment(48, ({ arm }, i) => 60 + wobble(i) + (arm === 'v2' ? 20 : 0), {
      member: (i) => (i < 6 ? { mentorId: 'shared' } : {}),
    });
    expect(failed(data)).toEqual(['contamination']);
    expect(only(data).verdict).toBe('BETTER_MEANINGFUL');
    expect(
      analyseExperiment(data, { replicates: 1 }).integrity.find(({ key }) => key === 'contamination')?.text.en,
    ).toContain('1 mentors have people in more than one arm (6 people');
  });

  test('who drops out from one arm makes the arms incomparable', () => {
    const data = experiment(48, ({ arm }, i) => (arm === 'v2' && i % 3 !== 0 ? null : 60 + wobble(i)));
    expect(failed(data)).toContain('attrition');
    expect(only(data).verdict).toBe('NOT_COMPARABLE');
    expect(only(data).sentence.en).toContain('no outcome');
  });

  test('people that were moved by hand stay in their arm; too many make the arms incomparable', () => {
    const difference = ({ arm }: Member, i: number) => 60 + wobble(i) + (arm === 'v2' ? 20 : 0);
    const one = experiment(48, difference, {
      member: (i) => (i === 0 ? { delivered: 'v2', deviation: 'asked for it' } : {}),
    });
    expect(only(one).verdict).toBe('BETTER_MEANINGFUL');
    const many = experiment(48, difference, { member: (i) => (i < 24 ? { delivered: 'v2' } : {}) });
    expect(only(many).verdict).toBe('NOT_COMPARABLE');
  });

  test('a constant metric gives no figure and a reason', () => {
    const { primary, verdict } = only(experiment(48, () => 80, { member: () => ({ baseline: null }) }));
    expect(primary).toMatchObject({
      low: null,
      high: null,
      pValue: null,
      note: { en: 'Everybody has the same value' },
    });
    expect(verdict).toBe('INCONCLUSIVE');
  });

  test('drawn by mentor, a mentor counts as one: 4 against 4 mentors with 40 people find less than 40 people would', () => {
    const data = experiment(
      40,
      ({ arm, mentorId }, i) => 60 + wobble(i) + (mentorId?.endsWith('0') ? 9 : 0) + (arm === 'v2' ? 3 : 0),
      {
        unit: 'MENTOR',
        member: (i) => ({ mentorId: `m${i % 8}` }),
      },
    );
    const roster = data.members.map(({ personId, mentorId }) => ({ id: personId, cluster: mentorId ?? '' }));
    const allocation = allocate(roster, ARMS, { seed: 'c', method: 'CLUSTERS' });
    const members = data.members.map((member) => ({
      ...member,
      arm: allocation.assignments[member.personId] ?? '',
      delivered: allocation.assignments[member.personId] ?? '',
    }));
    const { primary, sensitivity, analysis } = only({ ...data, roster, allocation, members });
    expect(primary.method.en).toBe('Welch t-test of cluster means');
    expect(sensitivity.map(({ method }) => method.en)).toEqual([
      'Regression by person, cluster-robust errors (CR2)',
      'Replay of the drawing',
    ]);
    expect(analysis.integrity.find(({ key }) => key === 'contamination')?.passed).toBe(true);
    expect((primary.high ?? 0) - (primary.low ?? 0)).toBeGreaterThan(5);
  });

  test('yes and no are compared as shares, ratings by their means', () => {
    const shares = only(
      experiment(48, ({ arm }, i) => (i % 4 === 0 || arm === 'v2' ? 1 : 0), {
        metric: {
          key: 'satisfied',
          title: { en: 'satisfied superiors' },
          unit: null,
          direction: 'HIGHER_IS_BETTER',
          scale: 'YES_NO',
        },
        smallestEffect: 0.1,
      }),
    );
    expect(shares.primary.method.en).toContain('Exact test');
    expect(shares.sensitivity[0]?.method.en).toContain('Newcombe');
    expect(shares.verdict).toBe('BETTER_MEANINGFUL');
    const ratings = only(
      experiment(48, ({ arm }, i) => (i % 3) + (arm === 'v2' ? 2 : 0), {
        metric: { key: 'rating', title: { en: 'rating' }, unit: null, direction: 'HIGHER_IS_BETTER', scale: 'RATING' },
        smallestEffect: 1,
      }),
    );
    expect(ratings.primary.method.en).toContain('ANCOVA');
    expect(ratings.sensitivity.map(({ method }) => method.en)).toContain(
      'Chance of being higher minus chance of being lower (Brunner–Munzel)',
    );
    expect(ratings.primary.low ?? 0).toBeGreaterThan(0);
  });

  test('turning the arms round turns the verdict round', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 8, max: 20 }), (by, size) => {
        const plain = experiment(size, ({ arm }, i) => 60 + wobble(i) + (arm === 'v2' ? by : 0));
        const turned = { ...plain, arms: [...plain.arms].reverse() };
        const opposite = { BETTER: 'WORSE', WORSE: 'BETTER' } as Record<string, string>;
        const [head = '', ...tail] = only(plain).verdict.split('_');
        expect(only(turned).verdict).toBe([opposite[head] ?? head, ...tail].join('_'));
      }),
      { numRuns: 30 },
    );
  });
});

describe('what it could find, before it starts', () => {
  const metric = { title: { 'zh-CN': '团队绩效', en: 'team performance' }, unit: null };
  const ask = (over: Partial<Parameters<typeof detectableEffect>[0]>) =>
    detectableEffect({
      metric,
      perArm: [24, 24],
      standardDeviation: 10,
      baselineCorrelation: null,
      clusterSize: 1,
      intraclass: 0,
      ...over,
    });

  test('24 and 24 people at a spread of 10 see 8.3 points; a baseline that goes with the outcome sees smaller ones', () => {
    // R: power.t.test(n = 24, sd = 10, power = .8)$delta = 8.26
    expect(ask({}).effect).toBeCloseTo(8.26, 2);
    expect(ask({}).sentence.en).toContain('differences in team performance from 8.3 on');
    expect(ask({ baselineCorrelation: 0.7 }).effect).toBeCloseTo(8.26 * Math.sqrt(0.51), 1);
  });

  test('clusters are worth fewer people, 3 against 3 nothing, and what was never measured is said so', () => {
    expect(ask({ perArm: [5, 5], clusterSize: 10, intraclass: 0.2 }).effect ?? 0).toBeGreaterThan(
      ask({ perArm: [50, 50] }).effect ?? 0,
    );
    expect(ask({ perArm: [3, 3] })).toMatchObject({ effect: null, attainableP: 0.1 });
    expect(ask({ standardDeviation: null }).effect).toBeNull();
  });
});
