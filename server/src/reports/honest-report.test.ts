import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  act,
  ask,
  enrol,
  makeCohort,
  makeWorld,
  moveClock,
  type PlanWorld,
  personId,
  startPlan,
} from '../enrolments/testing/plan-world.js';
import { smallPlan } from '../enrolments/testing/small-plan.js';
import { Random } from '../statistics/random.js';
import type { TestPerson } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let world: PlanWorld;

const METRIC_COUNT = 40;
const CREATE =
  'mutation ($input: CreateMetricInput!) { createMetric(input: $input) { metric { key } userErrors { code } } }';
const RECORD =
  'mutation ($input: RecordMeasurementsInput!) { recordMeasurements(input: $input) { recorded userErrors { code path } } }';
const REPORT = `query ($cohortId: ID!) { evaluationReport(cohortId: $cohortId) { headline scanned
  correlations { x y n pearson badge adjustedP reason } findings { rule title evidence grade }
  courses { itemKey association { n pearson low high reason } completion { count of } } } }`;

const measure = async (metricKey: string, people: readonly TestPerson[], value: (i: number) => number) => {
  const rows = people.map((person, i) => ({ personId: personId(person), value: value(i), measuredOn: '2026-02-01' }));
  const answer = await ask(server, RECORD, { input: { metricKey, rows } }, { as: world.hr });
  expect(answer).toEqual({ recorded: people.length, userErrors: [] });
};
const crew = async (prefix: string, n: number) => {
  const made: TestPerson[] = [];
  for (let i = 0; i < n; i += 1)
    made.push(await world.workspace.person({ name: `${prefix}${i}`, department: world.sales }));
  return made;
};

beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-05T01:00:00.000Z' });
  world = await makeWorld(server);
  await startPlan(
    world,
    smallPlan('small', { outcomes: [{ metric: 'team-performance', baseline: false, smallestEffect: 2 }] }),
  );
});
afterAll(() => server?.stop());

describe('what HR reads in a report', () => {
  test('40 metrics of pure noise on 10 managers: how many were looked at, and nothing above “not enough data”', async () => {
    const people = await crew('Noise', 10);
    const cohortId = await makeCohort(world, 'small');
    const enrolments = await enrol(world, cohortId, people);
    for (const [i, person] of people.slice(0, 5).entries())
      await act(world, person, enrolments[i] ?? '', 'course', 'COMPLETE');
    await moveClock(server, '2026-02-02T01:00:00.000Z');
    const random = new Random('noise');
    for (let k = 0; k < METRIC_COUNT; k += 1) {
      const input = { key: `noise-${k}`, title: `Noise ${k}`, direction: 'HIGHER_IS_BETTER', family: 'PERFORMANCE' };
      expect((await ask(server, CREATE, { input }, { as: world.hr })).userErrors).toEqual([]);
      await measure(`noise-${k}`, people, () => random.fraction() * 100);
    }
    const report = await ask(server, REPORT, { cohortId }, { as: world.hr });
    expect(report.scanned).toBeGreaterThanOrEqual(METRIC_COUNT);
    const graded = report.findings.filter(({ grade }: { grade: string }) => grade !== 'NOT_ENOUGH_DATA');
    // What is late is late: that is counted, and no metric is in it.
    expect(graded.filter(({ rule }: { rule: string }) => rule !== 'R39')).toEqual([]);
    expect(JSON.stringify(graded)).not.toContain('Noise');
    for (const { n, badge } of report.correlations) if (n > 0) expect(badge).not.toBe('SOLID');
  });

  test('27 of 30 who finished a course: its link to the outcome is refused, and it says why', async () => {
    const people = await crew('Many', 30);
    const cohortId = await makeCohort(world, 'small', '2026-02-02');
    const enrolments = await enrol(world, cohortId, people);
    for (const [i, person] of people.slice(0, 27).entries())
      await act(world, person, enrolments[i] ?? '', 'course', 'COMPLETE');
    await moveClock(server, '2026-03-02T01:00:00.000Z');
    const rows = people.map((person, i) => ({
      personId: personId(person),
      value: (i < 27 ? 60 : 20) + (i % 5),
      measuredOn: '2026-03-01',
    }));
    await ask(server, RECORD, { input: { metricKey: 'team-performance', rows } }, { as: world.hr });
    const report = await ask(server, REPORT, { cohortId }, { as: world.hr });
    expect(report.headline).toContain('outcomes were measured but no baseline, so no change can be told');
    const [course] = report.courses;
    expect(course.completion).toEqual({ count: 27, of: 30 });
    expect(course.association).toMatchObject({ n: 30, pearson: null, low: null, high: null });
    expect(course.association.reason).toMatch(
      /^27 of 30 people completed it, so there is hardly anybody to compare with/,
    );
    const [finding] = report.findings.filter(({ rule }: { rule: string }) => rule === 'R38');
    expect(finding).toMatchObject({ grade: 'NOT_ENOUGH_DATA', evidence: course.association.reason });
  });
});
