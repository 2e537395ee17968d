import { describe, expect, test } from '@jest/globals';
import { allocate } from '../statistics/index.js';
import type { ExperimentData } from './analysis/experiment-data.js';
import { KnownAnalyses } from './known-analyses.js';

const ARMS = [
  { key: 'v1', label: 'v1', weight: 1 },
  { key: 'v2', label: 'v2', weight: 1 },
];

function data(outcome: (i: number) => number | null): ExperimentData {
  const roster = Array.from({ length: 12 }, (_, i) => ({ id: `p${i}` }));
  const allocation = allocate(roster, ARMS, { seed: 's', method: 'BLOCKS' });
  return {
    metric: { key: 'm', title: { en: 'm' }, unit: null, direction: 'HIGHER_IS_BETTER', scale: 'CONTINUOUS' },
    smallestEffect: 5,
    unit: 'PERSON',
    seed: 's',
    arms: ARMS,
    members: roster.map(({ id }, i) => ({
      personId: id,
      arm: allocation.assignments[id] ?? '',
      delivered: allocation.assignments[id] ?? '',
      deviation: null,
      mentorId: null,
      departmentId: null,
      baseline: null,
      outcome: outcome(i),
      ageDays: 90,
    })),
    roster,
    allocation,
  };
}

describe('what was analysed already', () => {
  test('is not reckoned again while its data are the same, and is where one value comes, changes or goes', () => {
    const analyses = new KnownAnalyses();
    const first = analyses.analyse(data((i) => i));
    for (let i = 0; i < 5; i += 1) expect(analyses.analyse(data((one) => one))).toEqual(first);
    expect(analyses.reckoned).toBe(1);
    const late = analyses.analyse(data((i) => (i === 3 ? 30 : i)));
    expect(late).not.toEqual(first);
    analyses.analyse(data((i) => (i === 3 ? null : i)));
    expect(analyses.reckoned).toBe(3);
    // The first one is known still, and says what it said.
    expect(analyses.analyse(data((i) => i))).toEqual(first);
    expect(analyses.reckoned).toBe(3);
  });

  test('is forgotten when it was not read for longest, and no more is kept than there is room for', () => {
    const analyses = new KnownAnalyses(2);
    const read = (shift: number) => analyses.analyse(data((i) => i * shift));
    read(1);
    read(2);
    read(1);
    read(3);
    expect(analyses.reckoned).toBe(3);
    read(1);
    expect(analyses.reckoned).toBe(3);
    read(2);
    expect(analyses.reckoned).toBe(4);
  });
});
