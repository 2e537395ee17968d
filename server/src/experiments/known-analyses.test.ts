import { describe, expect, test } from '@jest/globals';
import { allocate } from '../statistics/allocate.js';
import { analyseExperiment } from './analysis/analyse-experiment.js';
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
  test('is not computed again while its data are the same, and is where one value comes, changes or goes', async () => {
    const analyses = new KnownAnalyses(async (given) => analyseExperiment(given));
    const first = await analyses.analyse(data((i) => i));
    for (let i = 0; i < 5; i += 1) expect(await analyses.analyse(data((one) => one))).toEqual(first);
    expect(analyses.computed).toBe(1);
    const late = await analyses.analyse(data((i) => (i === 3 ? 30 : i)));
    expect(late).not.toEqual(first);
    await analyses.analyse(data((i) => (i === 3 ? null : i)));
    expect(analyses.computed).toBe(3);
    // The first one is known still, and says what it said.
    expect(await analyses.analyse(data((i) => i))).toEqual(first);
    expect(analyses.computed).toBe(3);
  });

  test('is forgotten when it was not read for longest, and no more is kept than there is room for', async () => {
    const analyses = new KnownAnalyses(async (given) => analyseExperiment(given), 2);
    const read = (shift: number) => analyses.analyse(data((i) => i * shift));
    await read(1);
    await read(2);
    await read(1);
    await read(3);
    expect(analyses.computed).toBe(3);
    read(1);
    expect(analyses.computed).toBe(3);
    await read(2);
    expect(analyses.computed).toBe(4);
  });

  test('is computed once for all who ask meanwhile, and again after a failure', async () => {
    let fails = true;
    const analyses = new KnownAnalyses(async (given) => {
      if (fails) throw new Error('ended');
      return analyseExperiment(given);
    });
    const both = [analyses.analyse(data((i) => i)), analyses.analyse(data((i) => i))];
    await expect(Promise.all(both)).rejects.toThrow('ended');
    expect(analyses.computed).toBe(1);
    fails = false;
    const [one, other] = await Promise.all([analyses.analyse(data((i) => i)), analyses.analyse(data((i) => i))]);
    expect(one).toBe(other);
    expect(analyses.computed).toBe(2);
  });
});
