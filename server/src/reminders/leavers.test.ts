import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { act, ask, personId, startPlan } from '../enrolments/testing/plan-world.js';
import type { TestPerson } from '../testing/fixture.js';
import { operation } from '../testing/operation.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { makeReminderWorld, type ReminderWorld, remindedPlan } from './testing/reminder-world.js';

let server: TestServer | undefined;
let world: ReminderWorld;
let enrolmentId: string;
/** Before 09:00, when reminders go out. */
const MONDAY = '2026-01-05T00:30:00.000Z';

beforeEach(async () => {
  await server?.stop();
  server = await startTestServer({ now: '2026-01-04T02:00:00.000Z' });
  world = await makeReminderWorld(server);
  const rule = { key: 'due', use: 'core/before-due', with: { days: 3, at: '09:00' }, channels: ['chat' as const] };
  ({ enrolmentId } = await startPlan(world, remindedPlan('leavers', [{ ...rule, to: ['LEARNER', 'MENTOR'] }])));
  await world.moveTo(MONDAY);
});
afterAll(() => server?.stop());

const DEACTIVATE = operation(
  'mutation ($input: DeactivatePersonInput!) { deactivatePerson(input: $input) { userErrors { code } } }',
);
const SET_DEPUTY = operation('mutation ($input: DeputyInput!) { setDeputy(input: $input) { userErrors { code } } }');
const MOVE_DUE = operation(
  'mutation ($input: ChangeDueDateInput!) { changeDueDate(input: $input) { userErrors { code } } }',
);
const leave = async (person: TestPerson, successor?: TestPerson) => {
  const input = { personId: personId(person), ...(successor ? { successorId: personId(successor) } : {}) };
  expect((await ask(world.server, DEACTIVATE, { input }, { as: world.hr })).userErrors).toEqual([]);
};
const standIn = async (deputy: TestPerson, from: string, until?: string) => {
  const people = { mentorId: personId(world.mentor), deputyId: personId(deputy) };
  const input = { ...people, from, ...(until ? { until } : {}) };
  expect((await ask(world.server, SET_DEPUTY, { input }, { as: world.hr })).userErrors).toEqual([]);
};
const plannedFor = async ({ id }: TestPerson) =>
  (await world.occurrences()).filter(({ recipientId, state }) => recipientId === id && state === 'PLANNED').length;
const told = async ({ id }: TestPerson) => (await world.inbox(id)).length;

describe('reminders', () => {
  test('that waited for a mentor who leaves go to the successor, and nothing to the mentor', async () => {
    expect(await plannedFor(world.mentor)).toBeGreaterThan(0);
    await leave(world.mentor, world.peer);
    expect(await plannedFor(world.mentor)).toBe(0);
    await world.moveTo('2026-01-06T01:00:00.000Z');
    const titles = (await world.inbox(world.peer.id)).map(({ title }) => title);
    expect(titles).toHaveLength(2);
    expect(titles).toContain('You take over 1 person from Mo');
    await world.moveTo('2026-01-07T01:00:00.000Z');
    expect(await told(world.mentor)).toBe(0);
  });

  test('of a plan whose learner leaves are silent until they come back', async () => {
    await leave(world.learner);
    await world.moveTo('2026-01-06T01:00:00.000Z');
    expect([await told(world.learner), await told(world.mentor)]).toEqual([0, 0]);
  });

  test('of a mentor go to the deputy while the period runs, and back to the mentor after it', async () => {
    await standIn(world.peer, '2026-01-06', '2026-01-06');
    await world.moveTo('2026-01-05T16:00:00.000Z');
    await world.server.running.deputies.wake();
    await world.moveTo('2026-01-06T01:00:00.000Z');
    expect([await told(world.mentor), await told(world.peer)]).toEqual([0, 2]);
    await world.moveTo('2026-01-06T16:00:00.000Z');
    await world.server.running.deputies.wake();
    const input = { enrolmentId, itemKey: 'course', at: '2026-01-10T10:00:00.000Z', reason: 'Trip' };
    expect((await ask(world.server, MOVE_DUE, { input }, { as: world.hr })).userErrors).toEqual([]);
    await world.moveTo('2026-01-07T01:00:00.000Z');
    expect([await told(world.mentor), await told(world.peer)]).toEqual([1, 2]);
  });

  test('of a superior go to the one of now', async () => {
    const UPDATE = operation(
      'mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { userErrors { code } } }',
    );
    const watermark = () =>
      world.server.sql.row<{ again: boolean }>(
        `select plan_at = '-infinity' as again from reminder_watermark where workspace_id = $1`,
        [world.workspace.id],
      );
    expect(await watermark()).toEqual({ again: false });
    const input = { personId: personId(world.learner), managerId: personId(world.peer) };
    expect((await ask(world.server, UPDATE, { input }, { as: world.hr })).userErrors).toEqual([]);
    expect(await watermark()).toEqual({ again: true });
  });

  test('work that comes in is told to who stands in', async () => {
    await standIn(world.peer, '2026-01-05');
    await act(world, world.learner, enrolmentId, 'course', 'COMPLETE');
    await act(world, world.learner, enrolmentId, 'report', 'SUBMIT', { artefact: 'https://docs.example/1' });
    await world.moveTo('2026-01-05T01:00:00.000Z');
    expect(await told(world.mentor)).toBe(0);
    const titles = (await world.inbox(world.peer.id)).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(['Li submitted “Report”', 'You stand in for Mo']);
  });
});
