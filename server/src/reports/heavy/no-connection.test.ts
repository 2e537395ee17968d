import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ask, enrol, personId, startPlan } from '../../enrolments/testing/plan-world.js';
import { makeReminderWorld, type ReminderWorld } from '../../reminders/testing/reminder-world.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

const REPORT = 'query ($cohortId: ID!) { evaluationReport(cohortId: $cohortId) { headline } }';
const EXPORT = 'mutation ($input: ExportReportInput!) { exportReport(input: $input) { url userErrors { code } } }';
const SCHEDULE =
  'mutation ($input: ScheduleReportInput!) { scheduleReport(input: $input) { schedule { id } userErrors { code } } }';

/** Transactions that are open and wait for this process to say what comes next. */
const WAITING = `select count(*)::int as count from pg_stat_activity
 where datname = current_database() and usename = 'planwright_app' and state like 'idle in transaction%'`;

let server: TestServer;
let world: ReminderWorld;
let cohortId: string;
/** Of each computation: how many transactions waited for it. */
let waiting: number[];

beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-05T01:00:00.000Z' });
  world = await makeReminderWorld(server);
  ({ cohortId } = await startPlan(world));
  await enrol(world, cohortId, [await world.workspace.person({ name: 'An' })]);
  const { statistics } = server.running;
  const run = statistics.run.bind(statistics);
  statistics.run = async (task, input) => {
    waiting.push((await server.sql.row<{ count: number }>(WAITING))?.count ?? -1);
    return run(task, input);
  };
});
beforeEach(() => {
  waiting = [];
});
afterAll(() => server?.stop());

// PostgreSQL ends a transaction that waits for more than 20 seconds, and others could use its connection meanwhile.
describe('no transaction waits while the figures are computed', () => {
  test('of a report that somebody opens', async () => {
    await ask(server, REPORT, { cohortId }, { as: world.hr });
    expect(waiting).toEqual([0]);
  });

  test('of a file', async () => {
    const made = await ask(server, EXPORT, { input: { cohortId, format: 'JSON' } }, { as: world.hr });
    expect(made.userErrors).toEqual([]);
    expect(waiting).toEqual([0]);
  });

  test('of a report that is sent regularly', async () => {
    const input = { cohortId, everyWeeks: 1, weekday: 3, recipientIds: [personId(world.hr)] };
    expect((await ask(server, SCHEDULE, { input }, { as: world.hr })).userErrors).toEqual([]);
    server.clock.moveTo('2026-01-07T01:00:00.000Z');
    await server.running.sendings.wake();
    expect(waiting).toEqual([0]);
  });
});
