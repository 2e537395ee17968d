import { describe, expect, test } from '@jest/globals';
import { planDefinition } from '@planwright/schema/definition';
import { everyShare } from '@planwright/schema/figures';
import { textIn } from '@planwright/schema/text';
import { loadTemplates } from '@planwright/seeds';
import type { PersonRow } from '../outcomes/person-rows/person-row.js';
import type { ReportMetric } from './analysis/report-data.js';
import { composeReport } from './compose-report.js';
import type { ReadReport } from './read-report-input.js';

const template = (await loadTemplates()).find(({ definition }) => definition.key === 'retail-new-manager');
const METRIC: ReportMetric = {
  key: 'score',
  title: { 'zh-CN': '得分', en: 'score' },
  unit: null,
  direction: 'HIGHER_IS_BETTER',
  scale: 'CONTINUOUS',
  family: 'PERFORMANCE',
};
const NOTHING = { count: 0, of: 0 };

const row = (i: number, before?: number, after?: number): PersonRow => ({
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
    minutes: null,
    quality: null,
    mentorResponseHours: null,
    contacts: 0,
    sharedDocuments: 0,
  },
  items: [],
  baseline: before === undefined ? {} : { score: before },
  outcome: after === undefined ? {} : { score: { value: after, measuredOn: '2026-03-01' } },
});

function headlineOf(rows: PersonRow[]): string {
  const read = {
    input: {
      definition: planDefinition.parse(template?.definition),
      rows,
      metrics: [METRIC],
      primaryMetric: 'score',
      smallestEffect: 5,
      ratings: [],
      departments: {},
      earlierMentors: {},
      experiment: null,
      targets: { completion: 0.9, onTime: 0.9, feedback: 0.9, quality: 80 },
    },
    experiment: null,
  } as unknown as ReadReport;
  return textIn(composeReport(read).text.headline, 'en');
}
const people = (n: number, measured: number, change: (i: number) => number) =>
  Array.from({ length: n }, (_, i) => (i < measured ? row(i, 60 + (i % 7), 60 + (i % 7) + change(i)) : row(i)));

describe('the headline of a report without a comparison', () => {
  test('says too few only where few have both', () => {
    expect(headlineOf(people(30, 3, (i) => i))).toContain(
      '3 of 30 people have both a baseline and an outcome of score; it takes 5',
    );
  });

  test('says that all changed alike where that is the reason, however many there are', () => {
    const sentence = headlineOf(people(12, 12, () => 4));
    expect(sentence).toContain('changed by exactly the same for all 12 people');
    expect(sentence).not.toMatch(/takes 5|only/);
  });

  test('does not let 27 of 2,283 people speak for all', () => {
    const sentence = headlineOf(people(2283, 27, (i) => 10 + (i % 3)));
    expect(sentence).toContain('only 27 of 2283 people have both');
    expect(sentence).not.toContain('changed by');
  });

  test('counts who stands behind a change', () => {
    expect(headlineOf(people(40, 30, (i) => 10 + (i % 3)))).toMatch(/changed by \+11\.0 \(.*\) among 30 of 40 people/);
    expect(headlineOf(people(40, 30, (i) => (i % 2 ? 9 : -9)))).toMatch(
      /Cannot tell yet.*among 30 of 40 people could be/,
    );
  });
});
