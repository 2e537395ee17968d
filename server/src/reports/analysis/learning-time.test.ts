import { describe, expect, test } from '@jest/globals';
import { planDefinition } from '@planwright/schema/definition';
import { everyShare } from '@planwright/schema/figures';
import { loadTemplates } from '@planwright/seeds';
import type { PersonRow } from '../../outcomes/person-rows/person-row.js';
import { learningTime } from './learning-time.js';

const template = (await loadTemplates()).find(({ definition }) => definition.key === 'retail-new-manager');
const definition = planDefinition.parse(template?.definition);
const [first, second] = definition.stages.flatMap(({ items }) => items);
if (!first || !second) throw new Error('the plan has no two items');
const NOTHING = { count: 0, of: 0 };

/** Somebody who said of each of these items how many minutes it took. */
const person = (i: number, minutes: Record<string, number>, over: Partial<PersonRow> = {}): PersonRow => ({
  enrolmentId: `e${i}`,
  personId: `p${i}`,
  name: `P${i}`,
  departmentId: null,
  jobRole: null,
  mentorId: null,
  mentorName: null,
  versionId: 'v',
  status: 'ACTIVE',
  startsOn: '2026-01-05',
  process: {
    ...everyShare(() => NOTHING),
    minutes: Object.keys(minutes).length === 0 ? null : Object.values(minutes).reduce((sum, each) => sum + each, 0),
    quality: null,
    mentorResponseHours: null,
    contacts: 0,
    sharedDocuments: 0,
  },
  items: [first, second].map(({ key, kind, requirement }) => ({
    key,
    kind,
    requirement,
    done: true,
    ...(minutes[key] === undefined ? {} : { minutes: minutes[key] }),
  })),
  baseline: {},
  outcome: {},
  ...over,
});

describe('how long people took', () => {
  test('is the median of those who said so, in all and of each item, in the order of the plan', () => {
    const rows = [30, 40, 50, 60, 600].map((minutes, i) => person(i, { [first.key]: minutes, [second.key]: 10 }));
    const lines = learningTime({ definition, rows: [...rows, person(9, {})] });
    expect(lines.map(({ key, median, n }) => ({ key, median, n }))).toEqual([
      { key: '', median: 60, n: 5 },
      { key: first.key, median: 50, n: 5 },
      { key: second.key, median: 10, n: 5 },
    ]);
    expect(lines[1]).toMatchObject({ low: 40, high: 60, planned: first.minutes ?? null, suppressed: false });
  });

  test('is told of nobody under five, not even how many said it', () => {
    const four = [30, 40, 50, 60].map((minutes, i) => person(i, { [first.key]: minutes }));
    for (const line of learningTime({ definition, rows: four }))
      expect(line).toMatchObject({ median: null, low: null, high: null, n: 0, suppressed: true });
    const cancelled = person(5, { [first.key]: 70 }, { status: 'CANCELLED' });
    expect(learningTime({ definition, rows: [...four, cancelled] }).every(({ suppressed }) => suppressed)).toBe(true);
  });

  test('leaves out what nobody said anything of', () => {
    expect(learningTime({ definition, rows: [0, 1, 2, 3, 4, 5].map((i) => person(i, {})) })).toEqual([]);
    const rows = [0, 1, 2, 3, 4].map((i) => person(i, { [first.key]: 20 }));
    expect(learningTime({ definition, rows }).map(({ key }) => key)).toEqual(['', first.key]);
  });
});
