import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { act, ask, startPlan } from '../enrolments/testing/plan-world.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { planReminders } from './plan/plan-reminders.js';
import { makeReminderWorld, type ReminderWorld, remindedPlan } from './testing/reminder-world.js';

let server: TestServer;
const start = async (now = '2026-01-04T02:00:00.000Z') => {
  server = await startTestServer({ now });
  return makeReminderWorld(server);
};
const stop = () => server?.stop();

const dayOne = () => ({
  key: 'first',
  use: 'core/day-one',
  with: { at: '09:00' },
  to: ['LEARNER' as const],
  channels: ['chat' as const, 'email' as const],
});
const beforeDue = (days = 3) => ({
  key: 'due',
  use: 'core/before-due',
  with: { days, at: '09:00' },
  to: ['LEARNER' as const, 'MENTOR' as const],
  channels: ['chat' as const],
});
const states = async (
  world: ReminderWorld,
  of: (row: { ruleKey: string; itemKey: string | null }) => boolean = () => true,
) =>
  (await world.occurrences())
    .filter(of)
    .map(({ state, reasonCode }) => (reasonCode ? `${state} ${reasonCode}` : state));
const course = ({ itemKey }: { itemKey: string | null }) => itemKey === 'course';

describe('planning', () => {
  beforeAll(async () => {
    world = await start();
  });
  afterAll(stop);
  let world: ReminderWorld;

  test('reaches two days ahead, and planning again changes nothing', async () => {
    await startPlan(world, remindedPlan('once', [dayOne(), beforeDue()]), '2026-01-05');
    await world.remind();
    const planned = await world.occurrences();
    expect(planned.length).toBeGreaterThan(0);
    expect(new Set(planned.map(({ state }) => state))).toEqual(new Set(['PLANNED']));
    await server.sql.rows(`update reminder_watermark set plan_at = '-infinity'`);
    expect(await planReminders(world.deps, world.workspace.id, server.clock.real())).toBe(1);
    expect(await world.occurrences()).toEqual(planned);
    expect(await planReminders(world.deps, world.workspace.id, server.clock.real())).toBe(0);
  });

  test('is done once by any number of replicas', async () => {
    const before = await world.occurrences();
    await server.sql.rows(`update reminder_watermark set plan_at = '-infinity'`);
    const counts = await Promise.all(
      Array.from({ length: 4 }, () => planReminders(world.deps, world.workspace.id, server.clock.real())),
    );
    expect(counts.toSorted()).toEqual([0, 0, 0, 1]);
    expect(await world.occurrences()).toEqual(before);
  });

  test('sends at its time, once, two channels that lead to the same place as one message', async () => {
    await world.moveTo('2026-01-05T01:00:00.000Z');
    const first = await world.inbox(world.learner.id);
    expect(first).toHaveLength(1);
    await world.remind();
    await world.moveTo('2026-01-05T01:30:00.000Z');
    expect(await world.inbox(world.learner.id)).toEqual(first);
    const sent = (await world.occurrences()).filter(({ ruleKey }) => ruleKey === 'first');
    expect(sent.map(({ state }) => state)).toEqual(['SENT', 'SENT']);
    expect(new Set(sent.map(({ deliveryId }) => deliveryId)).size).toBe(1);
  });

  test('follows a due date that was moved', async () => {
    await world.moveTo('2026-01-05T02:00:00.000Z');
    const before = (await world.occurrences()).filter(course);
    expect(before.map(({ at }) => at)).toEqual(['2026-01-06T01:00:00.000Z', '2026-01-06T01:00:00.000Z']);
    const [row] = await server.sql.rows<{ id: string }>('select id from enrolment where workspace_id = $1', [
      world.workspace.id,
    ]);
    const enrolmentId = Buffer.from(`Enrolment:${row?.id}`).toString('base64url');
    const input = { enrolmentId, itemKey: 'course', at: '2026-01-10T10:00:00.000Z', reason: 'Trip' };
    const changed = await ask(
      server,
      'mutation ($input: ChangeDueDateInput!) { changeDueDate(input: $input) { userErrors { code } } }',
      { input },
      { as: world.hr },
    );
    expect(changed.userErrors).toEqual([]);
    await world.remind();
    const after = (await world.occurrences()).filter(course);
    expect(after.filter(({ state }) => state === 'PLANNED').map(({ at }) => at)).toEqual([
      '2026-01-07T01:00:00.000Z',
      '2026-01-07T01:00:00.000Z',
    ]);
    expect(
      after.filter(({ at }) => at === '2026-01-06T01:00:00.000Z').every(({ state }) => state === 'SUPPRESSED'),
    ).toBe(true);
  });
});

describe('an act that makes a reminder needless', () => {
  let world: ReminderWorld;
  let enrolmentId: string;
  beforeAll(async () => {
    world = await start();
    ({ enrolmentId } = await startPlan(world, remindedPlan('cancel', [beforeDue()]), '2026-01-05'));
    await world.moveTo('2026-01-05T02:00:00.000Z');
  });
  afterAll(stop);

  test('that fails cancels nothing', async () => {
    expect(await states(world, course)).toEqual(['PLANNED', 'PLANNED']);
    await expect(
      server.database.work(async (tx) => {
        await tx.rows(`update item_state set state = 'DONE' where item_key = 'course'`);
        const [row] = await tx.rows<{ id: string; workspaceId: string; cohortId: string }>(
          'select id, workspace_id as "workspaceId", cohort_id as "cohortId" from enrolment',
        );
        if (!row) throw new Error('nobody is enrolled');
        const figures = { enrolmentId: row.id, workspaceId: row.workspaceId, cohortId: row.cohortId };
        const { followProgress } = await import('./plan/follow-progress.js');
        await followProgress(tx, [
          { ...figures, before: null, after: { status: 'ACTIVE' } as never, cellsChanged: true },
        ]);
        const inside = await tx.rows<{ state: string }>(
          `select state from reminder_occurrence where item_key = 'course'`,
        );
        expect(inside.map(({ state }) => state)).toEqual(['SUPPRESSED', 'SUPPRESSED']);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await states(world, course)).toEqual(['PLANNED', 'PLANNED']);
  });

  test('cancels it in the same transaction', async () => {
    await act(world, world.learner, enrolmentId, 'course', 'COMPLETE');
    expect(await states(world, course)).toEqual(['SUPPRESSED not-needed', 'SUPPRESSED not-needed']);
  });

  test('lets it be planned again when it is taken back', async () => {
    await act(world, world.hr, enrolmentId, 'course', 'REOPEN', { comment: 'Once more' });
    await world.remind();
    expect((await states(world, course)).filter((state) => state === 'PLANNED').length).toBeGreaterThan(0);
  });

  test('or pauses the plan, or ends it, cancels all of it', async () => {
    const pause = 'mutation ($input: PauseEnrolmentInput!) { pauseEnrolment(input: $input) { userErrors { code } } }';
    const paused = await ask(server, pause, { input: { enrolmentId, reason: 'Leave' } }, { as: world.hr });
    expect(paused.userErrors).toEqual([]);
    expect((await states(world)).every((state) => state.startsWith('SUPPRESSED'))).toBe(true);
    await world.moveTo('2026-01-08T02:00:00.000Z');
    expect(await world.inbox(world.learner.id)).toEqual([]);
  });
});

describe('sending', () => {
  let world: ReminderWorld;
  beforeAll(async () => {
    world = await start();
    await startPlan(world, remindedPlan('due', [beforeDue()]), '2026-01-05');
  });
  afterAll(stop);

  test('asks the rule once more: what somebody has left meanwhile is not sent', async () => {
    await world.moveTo('2026-01-05T02:00:00.000Z');
    await server.sql.rows('update person set active = false where id = $1', [world.mentor.id]);
    await world.moveTo('2026-01-06T01:00:00.000Z');
    expect(await world.inbox(world.mentor.id)).toEqual([]);
    expect(await world.inbox(world.learner.id)).toHaveLength(1);
    const rows = (await world.occurrences()).filter(course);
    expect(rows.find(({ recipientId }) => recipientId === world.mentor.id)).toMatchObject({
      state: 'SUPPRESSED',
      reasonCode: 'person-inactive',
    });
  });

  test('puts what comes at night off to the morning', async () => {
    await server.sql.rows('update person set active = true where id = $1', [world.mentor.id]);
    await server.sql.rows(
      `insert into reminder_settings (workspace_id, quiet_from, quiet_until, working_days_only, slots, daily_budget)
       values ($1, '20:00', '08:30', true, array['09:00'], 4)`,
      [world.workspace.id],
    );
    await server.sql.rows(
      `insert into reminder_occurrence (id, workspace_id, enrolment_id, rule_key, key, recipient_id, channel, role, at, hard, about, why,
         item_key, provisional, catch_up, deliver_at, planned_at)
       select gen_random_uuid(), workspace_id, enrolment_id, rule_key, key || '/night', recipient_id, channel, role, '2026-01-06T13:00:00Z', false,
         about, why, item_key, false, 'ALL', '2026-01-06T13:00:00Z', planned_at
       from reminder_occurrence where item_key = 'course' and recipient_id = $1`,
      [world.learner.id],
    );
    await world.moveTo('2026-01-06T13:00:00.000Z');
    const [night] = (await world.occurrences()).filter(({ key }) => key.endsWith('/night'));
    expect(night).toMatchObject({ state: 'PLANNED', deliverAt: '2026-01-07T00:30:00.000Z' });
  });

  test('leaves what a rule cannot answer for now, and says so', async () => {
    world.rules.fail = true;
    await world.moveTo('2026-01-07T00:30:00.000Z');
    const night = async () => (await world.occurrences()).find(({ key }) => key.endsWith('/night'));
    expect(await night()).toMatchObject({ state: 'PLANNED', deliverAt: '2026-01-07T00:31:00.000Z' });
    world.rules.fail = false;
    await world.moveTo('2026-01-07T00:31:00.000Z');
    // The rule does not know it any more.
    expect(await night()).toMatchObject({ state: 'SUPPRESSED', reasonCode: 'not-needed' });
  });
});

describe('the database itself', () => {
  let world: ReminderWorld;
  beforeAll(async () => {
    world = await start();
    await startPlan(world, remindedPlan('twice', [dayOne()]), '2026-01-05');
    await world.moveTo('2026-01-05T01:00:00.000Z');
  });
  afterAll(stop);

  test('keeps an occurrence in the one message that it was sent in', async () => {
    const other = `insert into delivery (workspace_id, idempotency_key, person_id, channel, state, due_at, title, markdown, language, content_hash)
      values ($1, gen_random_uuid(), $2, 'chat', 'QUEUED', now(), 't', 'm', 'en', 'h') returning id`;
    const made = await server.sql.row<{ id: string }>(other, [world.workspace.id, world.learner.id]);
    await expect(
      server.sql.rows(`update reminder_occurrence set delivery_id = $1 where state = 'SENT'`, [made?.id]),
    ).rejects.toThrow('stays in the message');
    await expect(
      server.sql.rows(`update reminder_occurrence set delivery_id = null where state = 'SENT'`),
    ).rejects.toThrow();
    await expect(
      server.sql.rows(
        `insert into reminder_occurrence select gen_random_uuid(), workspace_id, enrolment_id, rule_key, key, recipient_id, channel, role, at, hard,
           expires_at, about, why, item_key, step_key, provisional, catch_up, deliver_at from reminder_occurrence limit 1`,
      ),
    ).rejects.toThrow();
    await expect(
      server.sql.rows(
        `insert into delivery (workspace_id, idempotency_key, person_id, channel, state, due_at, title, markdown, language, content_hash)
         select workspace_id, idempotency_key, person_id, channel, state, due_at, title, markdown, language, content_hash from delivery limit 1`,
      ),
    ).rejects.toThrow('idempotency_key');
  });
});
