import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { PlanDefinition } from '@planwright/schema';
import { ask, enrol, makeCohort, makeWorld, type PlanWorld, startPlan } from '../enrolments/testing/plan-world.js';
import { changesNothing } from '../enrolments/testing/row-counts.js';
import { smallPlan } from '../enrolments/testing/small-plan.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

// On a busy machine a request may take a while; nothing here waits for time to pass.
jest.setTimeout(30_000);

let server: TestServer;
let world: PlanWorld;
beforeAll(async () => {
  server = await startTestServer({ now: '2026-12-20T01:00:00.000Z' });
  world = await makeWorld(server);
}, 60_000);
afterAll(() => server?.stop());

const PUBLISH =
  'mutation ($input: PublishCalendarYearInput!) { publishCalendarYear(input: $input) { moved calendarYear { year published off on } userErrors { code path } } }';
const DATES = 'query ($id: ID!) { enrolment(id: $id) { items { key dueAt provisional } stages { provisional } } }';

/** Due ten working days after the start: counted through a year that is not published yet. */
const planInWorkdays = (): PlanDefinition => {
  const plan = smallPlan('workdays', { links: [] });
  const [first] = plan.stages;
  const [course] = first?.items ?? [];
  if (!first || !course) throw new Error('the plan has a course');
  const due = { anchor: 'START', offset: 10, unit: 'WORKDAY', at: '18:00' } as const;
  return {
    ...plan,
    stages: [{ ...first, due: { anchor: 'START', offset: 3, unit: 'DAY' }, items: [{ ...course, due }] }],
  };
};

describe('publishing a calendar year', () => {
  test('moves the dates that were provisional, and no others', async () => {
    await startPlan(world, planInWorkdays());
    const cohortId = await makeCohort(world, 'workdays', '2026-12-21');
    const [late] = await enrol(world, cohortId, [world.learner]);
    const before = await ask(server, DATES, { id: late }, { as: world.hr });
    // 21 December is a Monday; Monday to Friday until the year is known: 4 January.
    expect(before.items[0]).toEqual({ key: 'course', dueAt: '2027-01-04T10:00:00.000Z', provisional: true });

    const input = { calendar: 'cn', year: 2027, off: ['2027-01-01'], on: [] };
    const done = await ask(server, PUBLISH, { input }, { as: world.hr });
    expect(done).toMatchObject({
      userErrors: [],
      moved: 1,
      calendarYear: { year: 2027, published: true, off: ['2027-01-01'] },
    });
    const after = await ask(server, DATES, { id: late }, { as: world.hr });
    expect(after.items[0]).toEqual({ key: 'course', dueAt: '2027-01-05T10:00:00.000Z', provisional: false });
    const events = await server.sql.rows(`select type from progress_event where type = 'calendarPublished'`);
    expect(events).toHaveLength(1);
  });

  test('is listed with the next year that nobody has published', async () => {
    const years = await ask(server, '{ calendarYears { calendar year published off } }', {}, { as: world.learner });
    expect(years.map(({ year, published }: { year: number; published: boolean }) => [year, published])).toEqual([
      [2024, true],
      [2025, true],
      [2026, true],
      [2027, true],
      [2028, false],
    ]);
  });

  test('happens once a year, with dates of that year, by HR', async () => {
    const codes = async (input: object) => {
      const answer = await changesNothing(server.sql, () => ask(server, PUBLISH, { input }, { as: world.hr }));
      return answer.userErrors.map(({ code, path }: { code: string; path: string[] }) => [code, ...path]);
    };
    const good = { calendar: 'cn', year: 2028, off: ['2028-01-03'], on: ['2028-01-08'] };
    expect(await codes({ ...good, year: 2027, off: [], on: [] })).toEqual([['NOT_NOW', 'year']]);
    expect(await codes({ ...good, calendar: 'mars' })).toEqual([['INVALID', 'calendar']]);
    expect(await codes({ ...good, year: 12 })).toEqual([['INVALID', 'year']]);
    expect(await codes({ ...good, off: ['2027-01-03'] })).toEqual([['INVALID', 'off']]);
    expect(await codes({ ...good, on: ['2028-01-03'] })).toEqual([['INVALID', 'on']]);
    const tried = await server.execute(PUBLISH, { input: good }, { as: world.designer });
    expect(tried.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const date = await server.execute(PUBLISH, { input: { ...good, off: ['2028-02-30'] } }, { as: world.hr });
    expect(date.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});
