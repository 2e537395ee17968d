import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allocate } from '../../statistics/allocate.js';
import { analyseExperiment } from './analyse-experiment.js';
import { attainableP } from './attainable-p.js';
import type { ExperimentData, Member } from './experiment-data.js';

interface Cause {
  people: number;
  arms?: number;
  change?: Partial<ExperimentData>;
  member?: (i: number, arm: string) => Partial<Member>;
  outcome: (i: number, arm: string) => number | null;
  verdict: string;
  says: RegExp;
}

const noise = (i: number) => ((i * 7919) % 13) * 8;

/** Each way in which nothing can be said, with what alone may be said of it. */
const CAUSES: Record<string, Cause> = {
  'few people': { people: 6, outcome: noise, verdict: 'TOO_FEW', says: /there are 3 \+ 3 people/ },
  'few outcomes of many people': {
    people: 24,
    outcome: (i) => (i < 4 ? noise(i) : null),
    verdict: 'TOO_FEW',
    says: /of 12 \+ 12 people only \d \+ \d have an outcome of team performance/,
  },
  'few mentors of many people': {
    people: 24,
    change: { unit: 'MENTOR' },
    member: (i, arm) => ({ mentorId: `${arm} ${i % 3}` }),
    outcome: noise,
    verdict: 'TOO_FEW',
    says: /there are \d \+ \d mentors/,
  },
  'four versions of four people': {
    people: 16,
    arms: 4,
    outcome: noise,
    verdict: 'TOO_FEW',
    says: /4 \+ 4 people have an outcome, and with this many versions no result/,
  },
  'the same value': {
    people: 24,
    outcome: () => 80,
    verdict: 'INCONCLUSIVE',
    says: /everybody has the same value of team/,
  },
  'a value for each version': {
    people: 24,
    outcome: (_, arm) => (arm === 'v1' ? 70 : 80),
    verdict: 'INCONCLUSIVE',
    says: /do not vary among people of the same version/,
  },
  'a wide interval': {
    people: 24,
    outcome: noise,
    verdict: 'INCONCLUSIVE',
    says: /could be anything from −?.*\d to \+?.*\d/,
  },
  'uneven loss': {
    people: 32,
    outcome: (i, arm) => (arm === 'v2' && i % 4 !== 0 ? null : noise(i)),
    verdict: 'NOT_COMPARABLE',
    says: /differ in how many have no outcome \(0 \/ 16/,
  },
  'many on another version': {
    people: 24,
    member: (i) => (i % 2 === 0 ? { delivered: 'other' } : {}),
    outcome: noise,
    verdict: 'NOT_COMPARABLE',
    says: /12 of 24 people ran another version/,
  },
  'an early stop': {
    people: 24,
    change: { exploratory: 'STOPPED' },
    outcome: noise,
    verdict: 'EXPLORATORY',
    says: /^Stopped early/,
  },
  'a metric that nobody registered': {
    people: 24,
    change: { exploratory: 'UNREGISTERED' },
    outcome: noise,
    verdict: 'EXPLORATORY',
    says: /nobody asked for it beforehand/,
  },
};

function dataOf({ people, arms: count = 2, change = {}, member = () => ({}), outcome }: Cause): ExperimentData {
  const arms = Array.from({ length: count }, (_, i) => ({ key: `v${i + 1}`, label: `v${i + 1}`, weight: 1 }));
  const roster = Array.from({ length: people }, (_, i) => ({ id: `p${String(i).padStart(3, '0')}` }));
  const allocation = allocate(roster, arms, { seed: 's', method: 'BLOCKS' });
  return {
    metric: {
      key: 'm',
      title: { en: 'team performance', 'zh-CN': '团队绩效' },
      unit: null,
      direction: 'HIGHER_IS_BETTER',
      scale: 'CONTINUOUS',
    },
    smallestEffect: 5,
    unit: 'PERSON',
    seed: 's',
    arms,
    roster,
    allocation,
    members: roster.map(({ id }, i): Member => {
      const arm = allocation.assignments[id] ?? '';
      const plain = { personId: id, arm, delivered: arm, deviation: null, mentorId: null, departmentId: null };
      return { ...plain, baseline: null, ageDays: 90, outcome: outcome(i, arm), ...member(i, arm) };
    }),
    ...change,
  };
}
const sentenceOf = (cause: Cause) => {
  const [first] = analyseExperiment(dataOf(cause), { replicates: 9 }).comparisons;
  return { verdict: first?.verdict, sentence: first?.sentence.en ?? '', zh: first?.sentence['zh-CN'] ?? '' };
};

describe('each cause of “cannot tell”', () => {
  test.each(Object.entries(CAUSES))('%s has its own sentence, and none of another cause', (name, cause) => {
    const { verdict, sentence, zh } = sentenceOf(cause);
    expect({ verdict, sentence }).toMatchObject({
      verdict: cause.verdict,
      sentence: expect.stringMatching(cause.says),
    });
    for (const [other, { says }] of Object.entries(CAUSES))
      if (other !== name && String(says) !== String(cause.says)) expect(sentence).not.toMatch(says);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(zh).not.toContain('undefined');
  });

  test('numbers in the sentence of too few are those of the data, whatever the sizes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 40 }), fc.integer({ min: 0, max: 40 }), (people, measured) => {
        const data = dataOf({
          people,
          outcome: (i) => (i < measured ? noise(i) : null),
          verdict: '',
          says: /x/,
        });
        const [first] = analyseExperiment(data, { replicates: 9 }).comparisons;
        const count = (arm: string, all: boolean) =>
          data.members.filter((member) => member.arm === arm && (all || member.outcome !== null)).length;
        const [all, known] = [true, false].map((every) => [count('v1', every), count('v2', every)] as [number, number]);
        const isFew = Math.min(...(known ?? [])) < 4 || attainableP(known as [number, number]) > 0.05;
        expect(first?.verdict === 'TOO_FEW').toBe(isFew);
        if (!isFew) return;
        const few = Math.min(...(all ?? [])) < 4;
        expect(first?.sentence.en).toContain(
          few ? `there are ${all?.join(' + ')} people` : `only ${known?.join(' + ')} have`,
        );
      }),
      { numRuns: 60 },
    );
  });

  test('what is told of the starting points is what the estimate does with them', () => {
    const apart = (arm: string) => (arm === 'v2' ? 8 : 0);
    const told = (change: Partial<ExperimentData>, baseline: (i: number, arm: string) => number | null) => {
      const data = dataOf({
        people: 40,
        change,
        member: (i, arm) => ({ baseline: baseline(i, arm) }),
        outcome: (i) => noise(i) / 100,
        verdict: '',
        says: /x/,
      });
      const analysis = analyseExperiment(data, { replicates: 9 });
      const text = analysis.integrity.find(({ key }) => key === 'balance')?.text.en ?? '';
      const isAdjusted = /ANCOVA/.test(analysis.comparisons[0]?.primary.method.en ?? '');
      expect({ text, isAdjusted }).toMatchObject({ isAdjusted: text.includes('is adjusted for that') });
      return text;
    };
    expect(told({}, (i, arm) => 60 + (i % 7) + apart(arm))).toContain('is adjusted');
    expect(told({ unit: 'MENTOR' }, (i, arm) => 60 + (i % 7) + apart(arm))).toContain('is not adjusted');
    const metric = {
      ...dataOf({ people: 8, outcome: noise, verdict: '', says: /x/ }).metric,
      scale: 'YES_NO' as const,
    };
    expect(told({ metric }, (i, arm) => 60 + (i % 7) + apart(arm))).toContain('is not adjusted');
  });
});
