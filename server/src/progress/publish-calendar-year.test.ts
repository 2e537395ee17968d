import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanDefinition } from '@planwright/schema/definition';
import { ask, enrol, makeCohort, makeWorld, type PlanWorld, startPlan } from '../enrolments/testing/plan-world.js';
import { changesNothing } from '../enrolments/testing/row-counts.js';
import { smallPlan } from '../enrolments/testing/small-plan.js';
import { DefinitionCache } from '../plans/definition-cache.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { untilWaiting } from '../testing/waiting-transactions.js';
import { applyEvents, loadEnrolments } from './apply-events.js';

// On a busy machine a request may take a while; nothing here waits for time to pass.
let server: TestServer;
let world: PlanWorld;
beforeAll(async () => {
  server = await startTestServer({ now: '2026-12-20T01:00:00.000Z' });
  world = await makeWorld(server);
});
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
    // Somebody whose date lies before the new year.
    await startPlan(world, planInWorkdays(), '2026-12-14');
    const cohortId = await makeCohort(world, 'workdays', '2026-12-21');
    const [late] = await enrol(world, cohortId, [world.learner]);
    const before = await ask(server, DATES, { id: late }, { as: world.hr });
    // 21 December is a Monday; until the year is known Monday to Friday, but for the fixed holiday of 1 January: 5 January.
    expect(before.items[0]).toEqual({ key: 'course', dueAt: '2027-01-05T10:00:00.000Z', provisional: true });

    const off = ['2027-01-01', '2027-01-05'];
    const input = { calendar: 'cn', year: 2027, off, on: [] };
    const done = await ask(server, PUBLISH, { input }, { as: world.hr });
    expect(done).toMatchObject({
      userErrors: [],
      moved: 1,
      calendarYear: { year: 2027, published: true, off },
    });
    const after = await ask(server, DATES, { id: late }, { as: world.hr });
    expect(after.items[0]).toEqual({ key: 'course', dueAt: '2027-01-06T10:00:00.000Z', provisional: false });
    const events = await server.sql.rows(`select type from progress_event where type = 'calendarPublished'`);
    expect(events).toHaveLength(1);
  });

  test('that is published can be corrected, as its preview said, and only so', async () => {
    const PREVIEW = `query ($input: PublishCalendarYearInput!) { previewCalendarYear(input: $input) { corrects enrolments dates previewHash
      moves { title opens before after enrolment { id person { name } } } userErrors { code path } } }`;
    const year = { calendar: 'cn', year: 2027, off: ['2027-01-01', '2027-01-05', '2027-01-04'], on: [] };
    const preview = await changesNothing(server.sql, () => ask(server, PREVIEW, { input: year }, { as: world.hr }));
    expect(preview).toMatchObject({
      corrects: true,
      enrolments: 1,
      dates: 1,
      userErrors: [],
      moves: [
        {
          title: 'Course',
          opens: false,
          before: '2027-01-06T10:00:00.000Z',
          after: '2027-01-07T10:00:00.000Z',
          enrolment: { person: { name: 'Li' } },
        },
      ],
    });
    const codes = async (input: object) => {
      const answer = await changesNothing(server.sql, () => ask(server, PUBLISH, { input }, { as: world.hr }));
      return answer.userErrors.map(({ code }: { code: string }) => code);
    };
    expect(await codes(year)).toEqual(['NOT_NOW']);
    expect(await codes({ ...year, on: ['2027-01-10'], previewHash: preview.previewHash })).toEqual([
      'PREVIEW_OUTDATED',
    ]);
    const done = await ask(server, PUBLISH, { input: { ...year, previewHash: preview.previewHash } }, { as: world.hr });
    expect(done).toMatchObject({ userErrors: [], moved: 1, calendarYear: { year: 2027, off: [...year.off].sort() } });
    const late = await ask(server, DATES, { id: preview.moves[0].enrolment.id }, { as: world.hr });
    expect(late.items[0]).toEqual({ key: 'course', dueAt: '2027-01-07T10:00:00.000Z', provisional: false });
    const told = await server.sql.rows<{ detail: object }>(
      `select detail from audit_entry where action = 'publishCalendarYear' and detail ? 'before'`,
    );
    expect(told).toEqual([
      {
        detail: {
          people: 1,
          before: { off: ['2027-01-01', '2027-01-05'], on: [] },
          off: [...year.off].sort(),
          on: [],
        },
      },
    ]);
    for (const as of [world.designer, await world.workspace.person({ name: 'Fang', roles: [{ HR: world.sales }] })]) {
      const tried = await server.execute(PREVIEW, { input: year }, { as });
      expect(tried.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
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

  test('is not for HR of one department, since it moves the dates of everybody', async () => {
    const ownHr = await world.workspace.person({ name: 'Sun', roles: [{ HR: world.sales }] });
    const input = { calendar: 'cn', year: 2028, off: ['2028-01-03'], on: [] };
    const tried = await changesNothing(server.sql, () => server.execute(PUBLISH, { input }, { as: ownHr }));
    expect(tried.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('waits for acts that are under way, so that no date is counted without it for ever', async () => {
    const plan = smallPlan('follows', { links: [] });
    const [first] = plan.stages;
    const [course, report] = first?.items ?? [];
    if (!first || !course || !report) throw new Error('the plan has a course and a report');
    const due = { anchor: { completed: 'course' }, offset: 275, unit: 'WORKDAY', at: '18:00' } as const;
    const definition = {
      ...plan,
      stages: [{ ...first, due: { anchor: 'START', offset: 3, unit: 'DAY' }, items: [course, { ...report, due }] }],
    } satisfies PlanDefinition;
    const { enrolmentId } = await startPlan(world, definition, '2026-12-14');
    const id = Buffer.from(enrolmentId, 'base64url').toString().split(':')[1] ?? '';
    const now = server.clock.real();
    const progress = { definitions: new DefinitionCache(), listener: server.running.boards.listener };

    let over = false;
    let publishing: Promise<unknown> = Promise.resolve();
    await server.database.work(async (tx) => {
      // The calendar is read here, before 2028 is known …
      const loaded = await loadEnrolments(tx, progress, world.workspace.id, [id], now);
      const input = { calendar: 'cn', year: 2028, off: ['2028-01-03'], on: [] };
      publishing = ask(server, PUBLISH, { input }, { as: world.hr }).finally(() => {
        over = true;
      });
      await untilWaiting(server.sql, 1, () => over);
      // … and a date that is counted through it is recorded here.
      const data = { itemKey: 'course', source: 'MARKED' } as const;
      const event = { type: 'completed', actor: world.learner.id, occurredAt: now, data } as const;
      await applyEvents(tx, progress, loaded, new Map([[id, { events: [event] }]]));
    });
    await publishing;
    const { items } = await ask(server, DATES, { id: enrolmentId }, { as: world.hr });
    expect(items[1]).toMatchObject({ key: 'report', provisional: false });
  });
});
