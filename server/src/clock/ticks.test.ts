import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import {
  act,
  ask,
  makeWorld,
  moveClock,
  type PlanWorld,
  type Running,
  startPlan,
} from '../enrolments/testing/plan-world.js';
import { smallPlan } from '../enrolments/testing/small-plan.js';
import { DefinitionCache } from '../plans/definition-cache.js';
import { dueEnrolments } from '../progress/due-enrolments.js';
import { operation, present } from '../testing/operation.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

// On a busy machine a request may take a while; nothing here waits for time to pass.
let server: TestServer;
let world: PlanWorld;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server?.stop());

const STATE = operation(
  'query ($id: ID!) { enrolment(id: $id) { status progress { overdue feedbackInTime onTime } items { key state overdue } } }',
);
const BOARD = operation(
  'query ($id: ID!) { board(cohortId: $id) { cursor rows { states overdue } counters { overdue feedbackInTime } } }',
);
const look = async (running: Pick<Running, 'enrolmentId'>, as = world.hr) =>
  present((await server.ask(STATE, { id: running.enrolmentId }, { as })).enrolment);
const board = async (running: Running) =>
  present((await server.ask(BOARD, { id: running.cohortId }, { as: world.hr })).board);

const moveTo = (instant: string) => moveClock(server, instant);

describe('time alone', () => {
  test('opens a stage, makes work overdue and misses feedback, on boards too, without an event of anybody', async () => {
    const running = await startPlan(world);
    const before = await board(running);
    expect(before.rows[0]?.states).toBe('o.o.');

    await moveTo('2026-01-09T09:59:59.000Z');
    expect((await look(running)).progress.overdue).toBe(0);
    await moveTo('2026-01-09T10:00:01.000Z');
    expect(await look(running)).toMatchObject({
      progress: { overdue: 1 },
      items: [{ key: 'course', overdue: true }, {}, {}, {}],
    });
    const late = await board(running);
    expect(late).toMatchObject({ rows: [{ states: 'O.o.', overdue: 1 }], counters: { overdue: 1 } });
    expect(late.cursor).not.toBe(before.cursor);

    await act(world, world.learner, running.enrolmentId, 'course', 'COMPLETE');
    await act(world, world.learner, running.enrolmentId, 'report', 'SUBMIT', { artefact: 'x' });
    expect((await look(running)).progress.feedbackInTime).toBeNull();
    await moveTo('2026-01-10T11:00:00.000Z');
    expect((await look(running)).progress.feedbackInTime).toBe(0);

    await moveTo('2026-01-18T16:00:01.000Z');
    const opened = await look(running);
    expect(opened.items[3]).toMatchObject({ key: 'project', state: 'AVAILABLE' });
  });

  test('starts somebody who was enrolled for later', async () => {
    const input = { planKey: 'small', name: 'Later', startsOn: '2026-02-02' };
    const { cohort } = await ask(
      server,
      'mutation ($input: CreateCohortInput!) { createCohort(input: $input) { cohort { id } } }',
      { input },
      { as: world.hr },
    );
    const person = await world.workspace.person({ name: 'Lao', department: world.sales });
    const enrolled = await ask(
      server,
      'mutation ($input: EnrolPeopleInput!) { enrolPeople(input: $input) { enrolments { id status weekNow } } }',
      { input: { cohortId: cohort.id, personIds: [Buffer.from(`Person:${person.id}`).toString('base64url')] } },
      { as: world.hr },
    );
    expect(enrolled.enrolments[0]).toMatchObject({ status: 'SCHEDULED', weekNow: null });
    const running = { cohortId: cohort.id, versionId: '', enrolmentId: enrolled.enrolments[0].id };
    await moveTo('2026-02-01T16:00:00.000Z');
    expect((await look(running)).status).toBe('ACTIVE');
  });

  test('runs ahead in a workspace whose clock was moved', async () => {
    const other = await makeWorld(server);
    const later = { anchor: 'START', offset: 80, unit: 'DAY' } as const;
    const stages = smallPlan().stages.map((stage) => ({
      ...stage,
      due: later,
      items: stage.items.map(({ due: _due, ...item }) => item),
    }));
    const { enrolmentId } = await startPlan(other, smallPlan('ahead', { stages }));
    const overdue = async () => (await look({ enrolmentId }, other.hr)).progress.overdue;
    expect(await overdue()).toBe(0);
    await server.sql.rows('update workspace set clock_offset_ms = $2 where id = $1', [
      other.workspace.id,
      90 * 86_400_000,
    ]);
    await server.running.ticker.wake();
    expect(await overdue()).toBeGreaterThan(0);
  });

  test('is noticed once by several replicas', async () => {
    const running = await startPlan(world, smallPlan('twice'));
    const uuid = Buffer.from(running.enrolmentId, 'base64url').toString().split(':')[1];
    server.clock.moveTo('2026-06-01T00:00:00.000Z');
    const { database, clock, running: replica } = server;
    const log = pino({ level: 'silent' });
    const second = dueEnrolments(
      { database, clock, log },
      { definitions: new DefinitionCache(), listener: replica.boards.listener },
    );
    await Promise.all([replica.ticker.wake(), second.doDue(), second.doDue()]);
    const events = await server.sql.rows<{ seq: number }>(
      'select seq from progress_event where enrolment_id = $1 order by seq',
      [uuid],
    );
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    const due = await server.sql.rows(
      `select s.id from enrolment_state s join workspace w on w.id = s.workspace_id
       where s.next_change_at <= $1::timestamptz + w.clock_offset_ms * interval '1 millisecond'`,
      [server.clock.real()],
    );
    expect(due).toEqual([]);
  });

  test('goes on for the others when one enrolment cannot be evaluated, and says so in the log', async () => {
    await moveTo('2026-06-02T00:00:00.000Z');
    const today = '2026-06-02';
    const sick = await startPlan(world, smallPlan('sick'), today);
    const well = await startPlan(world, smallPlan('well'), today);
    const poison = { migrationId: 'x', fromVersionId: uuidOf(sick.versionId), toVersionId: crypto.randomUUID() };
    await server.sql.rows(
      `insert into progress_event (workspace_id, enrolment_id, seq, recorded_at, occurred_at, actor, type, data)
       select workspace_id, enrolment_id, max(seq) + 1, max(recorded_at), max(recorded_at), 'system', 'migrated', $2::jsonb
       from progress_event where enrolment_id = $1 group by 1, 2`,
      [uuidOf(sick.enrolmentId), JSON.stringify(poison)],
    );
    await moveTo('2026-07-15T00:00:00.000Z');
    expect((await look(well)).progress.overdue).toBeGreaterThan(0);
    expect((await look(sick)).progress.overdue).toBe(0);
    expect(server.log).toContainEqual(expect.objectContaining({ enrolment: uuidOf(sick.enrolmentId) }));
  });
});

const uuidOf = (id: string): string => Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';
