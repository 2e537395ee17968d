import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask, enrol, personId, startPlan } from '../../enrolments/testing/plan-world.js';
import { makeReminderWorld, type ReminderWorld } from '../../reminders/testing/reminder-world.js';
import type { TestPerson } from '../../testing/fixture.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { dueReports } from './send-reports.js';

const FIELDS = 'schedule { id everyWeeks weekday nextAt lastAt recipients { name } } userErrors { code path }';
const SCHEDULE = `mutation ($input: ScheduleReportInput!) { scheduleReport(input: $input) { ${FIELDS} } }`;
const CANCEL = `mutation ($input: CancelReportScheduleInput!) { cancelReportSchedule(input: $input) { ${FIELDS} } }`;
const LIST = '{ reportSchedules(first: 10) { edges { node { id cohort { name } nextAt lastAt } } } }';

let server: TestServer;
let world: ReminderWorld;
let cohortId: string;
beforeAll(async () => {
  // A Monday, 09:00 in Shanghai.
  server = await startTestServer({ now: '2026-01-05T01:00:00.000Z' });
  world = await makeReminderWorld(server);
  await world.route('chat');
  ({ cohortId } = await startPlan(world));
  await enrol(world, cohortId, [await world.workspace.person({ name: 'An' })]);
});
afterAll(() => server?.stop());

const schedule = (input: object, as = world.hr) => ask(server, SCHEDULE, { input: { cohortId, ...input } }, { as });
const sentTo = (person: TestPerson) =>
  world.channel.sent.filter(({ to }) => to.some(({ person: id }) => id === person.id || id === personId(person)));
const reportsTo = (person: TestPerson) => sentTo(person).filter(({ content }) => /report/i.test(content.title));
const goTo = async (instant: string) => {
  server.clock.moveTo(instant);
  await server.sql.rows(
    `update session set last_seen_at = $1::timestamptz, expires_at = $1::timestamptz + interval '12 hours'`,
    [instant],
  );
  await server.running.sendings.wake();
  await world.remind();
};

describe('a report that is sent regularly', () => {
  test('is refused with a path: a wrong rhythm, nobody, twice the same, somebody who may not read it', async () => {
    const wrong = await schedule({ everyWeeks: 0, weekday: 8, recipientIds: [] });
    expect(wrong.userErrors.map(({ path }: { path: string[] }) => path)).toEqual([
      ['everyWeeks'],
      ['weekday'],
      ['recipientIds'],
    ]);
    const hr = personId(world.hr);
    expect(
      (await schedule({ everyWeeks: 1, weekday: 2, recipientIds: [hr, hr, personId(world.mentor)] })).userErrors,
    ).toEqual([
      { code: 'INVALID', path: ['recipientIds', '1'] },
      { code: 'INVALID', path: ['recipientIds', '2'] },
    ]);
    const refused = await server.execute(
      SCHEDULE,
      { input: { cohortId, everyWeeks: 1, weekday: 2, recipientIds: [hr] } },
      { as: world.mentor },
    );
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('comes on its day to each recipient once, with the figures and a link, whoever else looks', async () => {
    const recipientIds = [personId(world.hr), personId(world.admin)];
    const made = await schedule({ everyWeeks: 2, weekday: 3, recipientIds });
    expect(made.userErrors).toEqual([]);
    expect(made.schedule).toMatchObject({
      everyWeeks: 2,
      weekday: 3,
      nextAt: '2026-01-07T01:00:00.000Z',
      lastAt: null,
    });
    await goTo('2026-01-07T00:59:00.000Z');
    expect(reportsTo(world.hr)).toEqual([]);

    server.clock.moveTo('2026-01-07T01:00:00.000Z');
    // Another server over the same database at the same moment.
    const other = dueReports(
      { database: server.database, clock: server.clock },
      { definitions: world.deps.definitions, statistics: server.running.statistics, analyses: server.running.analyses },
    );
    await Promise.all([server.running.sendings.wake(), other.doDue(), other.doDue()]);
    await goTo('2026-01-07T01:01:00.000Z');
    for (const person of [world.hr, world.admin]) {
      expect(reportsTo(person)).toHaveLength(1);
      const [{ content, link } = { content: undefined, link: undefined }] = reportsTo(person);
      expect(content?.markdown).toMatch(/completion: \d+(\.\d)? ?% \(\d+ \/ \d+/i);
      expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/reports\//);
    }
    const { edges } = await ask(server, LIST, {}, { as: world.hr });
    expect(edges).toMatchObject([
      { node: { cohort: { name: 'Spring' }, nextAt: '2026-01-21T01:00:00.000Z', lastAt: '2026-01-07T01:00:00.000Z' } },
    ]);
  });

  test('comes once after an outage of months, goes on in its rhythm, and not to whoever has left', async () => {
    await server.sql.rows('update person set active = false where id = $1', [world.admin.id]);
    await goTo('2026-03-20T03:00:00.000Z');
    expect([reportsTo(world.hr).length, reportsTo(world.admin).length]).toEqual([2, 1]);
    const { edges } = await ask(server, LIST, {}, { as: world.hr });
    expect(edges[0].node.nextAt).toBe('2026-04-01T01:00:00.000Z');
    await goTo('2026-04-01T01:00:30.000Z');
    expect(reportsTo(world.hr)).toHaveLength(3);
  });

  test('ends when it is cancelled', async () => {
    const { edges } = await ask(server, LIST, {}, { as: world.hr });
    const input = { scheduleId: edges[0].node.id };
    expect((await ask(server, CANCEL, { input }, { as: world.hr })).userErrors).toEqual([]);
    expect((await ask(server, LIST, {}, { as: world.hr })).edges).toEqual([]);
    await goTo('2026-05-20T03:00:00.000Z');
    expect(reportsTo(world.hr)).toHaveLength(3);
    const gone = await server.execute(CANCEL, { input }, { as: world.hr });
    expect(gone.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
