import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanDefinition } from '@planwright/schema/definition';
import { act, ask, enrol, startPlan } from '../enrolments/testing/plan-world.js';
import { smallPlan } from '../enrolments/testing/small-plan.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { makeReminderWorld, outcome, type ReminderWorld } from './testing/reminder-world.js';

let server: TestServer;
let world: ReminderWorld;
beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-04T02:00:00.000Z' });
});
afterAll(() => server?.stop());
let plans = 0;
/** A world with one learner whose course is due on Friday at 18:00, and whose chat is an integration. */
async function chatWorld(reminders?: PlanDefinition['reminders']): Promise<{ enrolmentId: string; cohortId: string }> {
  await server.stop();
  server = await startTestServer({ now: '2026-01-04T02:00:00.000Z' });
  world = await makeReminderWorld(server);
  await world.route('chat');
  plans += 1;
  return startPlan(
    world,
    smallPlan(`plan-${plans}`, {
      reminders: reminders ?? [
        { key: 'due', use: 'core/before-due', with: { days: 3, at: '09:00' }, to: ['LEARNER'], channels: ['chat'] },
      ],
    }),
    '2026-01-05',
  );
}
const MORNING = '2026-01-06T01:00:00.000Z';
const later = (minutes: number) => new Date(Date.parse(MORNING) + minutes * 60_000).toISOString();
const deliveries = () =>
  server.sql.rows<{
    state: string;
    attempts: number;
    key: string;
    detail: string | null;
    title: string;
    personId: string;
  }>(
    `select state, attempts, idempotency_key as key, detail, title, person_id as "personId" from delivery order by due_at, id`,
  );
/** As if the process had died half a minute ago. */
const die = () =>
  server.sql.rows(`update delivery set lease_until = now() - interval '1 second' where state = 'SENDING'`);
const died = () => ({ ok: false as const, failure: { kind: 'died' as const, message: 'killed' } });

describe('a channel', () => {
  test('that puts a message off gets it again with the same key, and no faster than it asked', async () => {
    await chatWorld();
    world.channel.script = [outcome('retry', { retryAfterMs: 60_000 }), outcome('accepted')];
    await world.moveTo(MORNING);
    expect(await deliveries()).toMatchObject([{ state: 'QUEUED', attempts: 1 }]);
    await world.moveTo(later(0.5));
    expect(world.channel.sent).toHaveLength(1);
    await world.moveTo(later(2));
    expect(world.channel.sent).toHaveLength(2);
    expect(new Set(world.channel.sent.map(({ key }) => key)).size).toBe(1);
    expect(await deliveries()).toMatchObject([{ state: 'SENT', attempts: 2 }]);
    expect((await world.occurrences()).filter(({ deliveryId }) => deliveryId).map(({ state }) => state)).toEqual([
      'SENT',
    ]);
  });

  test('that put a message off does not get it when the item is done meanwhile', async () => {
    const { enrolmentId } = await chatWorld();
    world.channel.script = [outcome('retry', { retryAfterMs: 60_000 })];
    await world.moveTo(MORNING);
    await act(world, world.learner, enrolmentId, 'course', 'COMPLETE');
    await world.moveTo(later(5));
    expect(world.channel.sent).toHaveLength(1);
    expect(await deliveries()).toMatchObject([{ state: 'SUPPRESSED' }]);
  });

  test('that is away for three days gets what is still of use; for longer, HR sees that it had expired', async () => {
    await chatWorld();
    const away = () => ({ ok: false as const, failure: { kind: 'unavailable' as const, message: 'away' } });
    world.channel.script = Array.from({ length: 200 }, () => away);
    await world.moveTo(MORNING);
    await world.moveTo('2026-01-08T02:00:00.000Z');
    world.channel.script = [];
    await world.moveTo('2026-01-09T02:00:00.000Z');
    expect(await deliveries()).toMatchObject([{ state: 'SENT' }]);

    await chatWorld();
    world.channel.script = Array.from({ length: 200 }, () => away);
    await world.moveTo(MORNING);
    world.channel.script = [];
    await world.moveTo('2026-01-21T02:00:00.000Z');
    expect((await deliveries())[0]).toMatchObject({ state: 'EXPIRED' });
    expect((await world.occurrences()).find(({ deliveryId }) => deliveryId)).toMatchObject({
      state: 'EXPIRED',
      reasonCode: 'stale',
    });
  });

  test('that answers again gets what waited for it within five minutes, and what it asked to wait no sooner', async () => {
    await chatWorld([
      {
        key: 'due',
        use: 'core/before-due',
        with: { days: 3, at: '09:00' },
        to: ['LEARNER', 'MENTOR'],
        channels: ['chat'],
      },
    ]);
    world.channel.script = [outcome('retry'), outcome('retry')];
    await world.moveTo(MORNING);
    const wait = (attempts: number, learner: boolean) =>
      server.sql.rows(`update delivery set attempts = $1, next_attempt_at = $2 where (person_id = $3) = $4`, [
        attempts,
        later(300),
        world.learner.id,
        learner,
      ]);
    const answer = async () => {
      await server.sql.rows(`update delivery set next_attempt_at = $1 where person_id = $2`, [
        later(1),
        world.learner.id,
      ]);
      await world.moveTo(later(1));
    };
    await wait(6, false);
    await wait(1, true);
    await answer();
    const next = async () =>
      (await server.sql.rows<{ at: string }>(`select next_attempt_at as at from delivery where state = 'QUEUED'`))[0]
        ?.at;
    expect(await next()).toBe(later(300));
    await server.sql.rows(`update delivery set state = 'QUEUED', attempts = 2 where person_id = $1`, [
      world.learner.id,
    ]);
    await server.sql.rows(
      `update reminder_occurrence set state = 'QUEUED' where recipient_id = $1 and delivery_id is not null`,
      [world.learner.id],
    );
    await server.sql.rows(`update delivery set attempts = 7 where person_id <> $1`, [world.learner.id]);
    await server.sql.rows(`update delivery set next_attempt_at = $1 where person_id = $2`, [
      later(2),
      world.learner.id,
    ]);
    await world.moveTo(later(2));
    expect(((await next()) ?? later(8)) <= later(7)).toBe(true);
    await world.moveTo(later(7));
    expect((await deliveries()).map(({ state }) => state)).toEqual(['SENT', 'SENT']);
  });

  test('that honours a key gets a message again after a crash; the ledger has it once', async () => {
    await chatWorld();
    world.channel.script = [died];
    await world.moveTo(MORNING);
    await world.remind();
    expect(new Set(world.channel.sent.map(({ key }) => key)).size).toBe(1);
    expect(world.channel.sent).toHaveLength(2);
    expect(await deliveries()).toMatchObject([{ state: 'SENT', attempts: 2 }]);
  });

  test('that dedupes nothing never gets a message again; the timeline says that nobody knows', async () => {
    await chatWorld();
    world.channel.description = { dedupe: { how: 'none' }, rates: [], settles: false };
    world.channel.script = [died];
    await world.moveTo(MORNING);
    for (const minutes of [1, 60, 600]) await world.moveTo(later(minutes));
    expect(world.channel.sent).toHaveLength(1);
    expect(await deliveries()).toMatchObject([{ state: 'UNKNOWN', attempts: 1 }]);
    expect((await world.occurrences()).find(({ deliveryId }) => deliveryId)).toMatchObject({
      state: 'UNKNOWN',
      reasonCode: 'undecided',
    });
  });

  test('that can be asked is asked first, and gets again only what it surely has not', async () => {
    for (const [settled, calls] of [
      ['accepted', 1],
      ['retry', 2],
    ] as const) {
      await chatWorld();
      world.channel.description = { dedupe: { how: 'lookup' }, rates: [], settles: true };
      world.channel.settled = settled;
      world.channel.script = [died];
      await world.moveTo(MORNING);
      // It may still be busy with the first one: what it does not know yet is not believed at once.
      expect(world.channel.sent).toHaveLength(1);
      server.clock.advance(121_000);
      await die();
      await world.remind();
      expect(world.channel.sent).toHaveLength(calls);
      expect(await deliveries()).toMatchObject([{ state: 'SENT' }]);
    }
  });

  test('that never learns gives up asking in the end', async () => {
    await chatWorld();
    world.channel.description = { dedupe: { how: 'lookup' }, rates: [], settles: true };
    world.channel.script = [died];
    await world.moveTo(MORNING);
    for (let asked = 0; asked < 8; asked += 1) {
      await die();
      await world.remind();
    }
    expect(world.channel.sent).toHaveLength(1);
    expect(await deliveries()).toMatchObject([{ state: 'UNKNOWN' }]);
  });

  test('that drops equal content gets the very same bytes again', async () => {
    await chatWorld();
    world.channel.description = { dedupe: { how: 'content', window: 'day' }, rates: [], settles: false };
    world.channel.script = [died];
    await world.moveTo(MORNING);
    await world.remind();
    expect(world.channel.sent).toHaveLength(2);
    expect(world.channel.sent[1]).toEqual(world.channel.sent[0]);
  });

  test('that drops equal content only today does not get it tomorrow, when it would be a second one', async () => {
    await chatWorld();
    world.channel.description = { dedupe: { how: 'content', window: 'day' }, rates: [], settles: false };
    world.channel.script = [died, outcome('retry', { retryAfterMs: 20 * 3_600_000 })];
    await world.moveTo(MORNING);
    await world.remind();
    expect(world.channel.sent).toHaveLength(2);
    await world.moveTo('2026-01-07T02:00:00.000Z');
    expect(world.channel.sent).toHaveLength(2);
    expect(await deliveries()).toMatchObject([{ state: 'UNKNOWN' }]);
  });

  test('that refuses a message again of which nobody knows whether it had arrived leaves it unknown', async () => {
    await chatWorld();
    world.channel.script = [died, outcome('rejected')];
    await world.moveTo(MORNING);
    await world.remind();
    expect(await deliveries()).toMatchObject([{ state: 'UNKNOWN' }]);
  });

  test('that refuses a message is told so to HR', async () => {
    await chatWorld();
    world.channel.script = [outcome('rejected', { detail: 'no such user' })];
    await world.moveTo(MORNING);
    expect(await deliveries()).toMatchObject([{ state: 'FAILED', detail: 'no such user' }]);
  });

  test('without an address of somebody leaves it to their inbox', async () => {
    await chatWorld();
    world.channel.reaches = () => null;
    await world.moveTo(MORNING);
    expect(world.channel.sent).toEqual([]);
    expect(await world.inbox(world.learner.id)).toHaveLength(1);
  });

  test('of which the limits are used up gets the rest when they allow it', async () => {
    await chatWorld();
    world.channel.refusals = [600_000];
    await world.moveTo(MORNING);
    expect(world.channel.sent).toEqual([]);
    await server.sql.rows(`update reminder_occurrence set claimed_until = null`);
    await world.remind();
    expect(world.channel.sent).toHaveLength(1);
  });
});

describe('messages', () => {
  test('to a mentor of several people are one', async () => {
    const { cohortId } = await chatWorld([
      { key: 'due', use: 'core/before-due', with: { days: 3, at: '09:00' }, to: ['MENTOR'], channels: ['chat'] },
    ]);
    const others = await Promise.all(['Ann', 'Bo', 'Cy'].map((name) => world.workspace.person({ name })));
    await enrol(world, cohortId, others, world.mentor);
    await world.moveTo(MORNING);
    expect(world.channel.sent).toHaveLength(1);
    const [digest] = world.channel.sent;
    for (const name of ['Li', 'Ann', 'Bo', 'Cy']) expect(digest?.content.markdown).toContain(name);
    const inIt = (await world.occurrences()).filter(({ deliveryId }) => deliveryId);
    expect(inIt).toHaveLength(4);
    expect(new Set(inIt.map(({ deliveryId }) => deliveryId)).size).toBe(1);
  });

  test('take along what fell due and waits for a later slot; what is not due yet stays', async () => {
    await chatWorld();
    await world.remind();
    const copy = (name: string, at: string) =>
      server.sql.rows(
        `insert into reminder_occurrence (id, workspace_id, enrolment_id, rule_key, key, recipient_id, channel, role, at, hard, about, why,
           item_key, provisional, catch_up, deliver_at, planned_at)
         select gen_random_uuid(), workspace_id, enrolment_id, rule_key, key || $1, recipient_id, channel, role, $2, hard, about, why,
           item_key, false, 'ALL', '2026-01-06T06:00:00Z', planned_at from reminder_occurrence where item_key = 'course' and key not like '%+'`,
        [name, at],
      );
    await world.moveTo('2026-01-05T02:00:00.000Z');
    await copy(' before+', '2026-01-06T00:30:00Z');
    await copy(' ahead+', '2026-01-06T02:00:00Z');
    await world.moveTo(MORNING);
    expect(world.channel.sent).toHaveLength(1);
    const stateOf = async (name: string) => (await world.occurrences()).find(({ key }) => key.endsWith(name))?.state;
    // Looked at with the others: no rule knows it, so it is held back.
    expect(await stateOf(' before+')).toBe('SUPPRESSED');
    expect(await stateOf(' ahead+')).toBe('PLANNED');
  });

  test('beyond the daily budget wait, but a deadline does not', async () => {
    await chatWorld([
      { key: 'first', use: 'core/day-one', with: { at: '09:00' }, to: ['LEARNER'], channels: ['chat'] },
      { key: 'due', use: 'core/before-due', with: { days: 3, at: '09:00' }, to: ['LEARNER'], channels: ['chat'] },
    ]);
    const spend = `insert into delivery (workspace_id, idempotency_key, person_id, channel, contribution, state, due_at, title, markdown, language, content_hash)
      select $1, gen_random_uuid(), $2, 'chat', 'out', 'SENT', $3, 't', 'm', 'en', n::text from generate_series(1, 4) n`;
    await server.sql.rows(spend, [world.workspace.id, world.learner.id, '2026-01-04T23:00:00Z']);
    await world.moveTo('2026-01-05T01:00:00.000Z');
    expect(world.channel.sent).toEqual([]);
    expect((await world.occurrences()).find(({ ruleKey }) => ruleKey === 'first')).toMatchObject({
      state: 'PLANNED',
      deliverAt: MORNING,
    });
    await server.sql.rows(spend, [world.workspace.id, world.learner.id, '2026-01-06T00:00:00Z']);
    await world.moveTo(MORNING);
    // The deadline goes out beyond the budget, and what waited goes along: it costs no further message.
    expect(world.channel.sent).toHaveLength(1);
    expect((await world.occurrences()).filter(({ deliveryId }) => deliveryId)).toHaveLength(2);
  });

  test('about what stays open climb from learner to mentor, superior and HR, each in words of its own', async () => {
    await chatWorld([{ key: 'late', use: 'core/overdue', with: {}, to: ['LEARNER'], channels: ['chat'] }]);
    const days = ['12', '13', '14', '15', '16', '19', '20', '21', '22', '23', '26', '27', '28', '29', '30'];
    for (const day of days) {
      await world.moveTo(`2026-01-${day}T01:00:00.000Z`);
      await world.moveTo(`2026-01-${day}T06:00:00.000Z`);
    }
    const about = (await world.occurrences()).filter(({ itemKey, state }) => itemKey === 'course' && state === 'SENT');
    const told = new Set(about.map(({ recipientId }) => recipientId));
    for (const person of [world.learner, world.mentor, world.lead, world.hr]) expect(told).toContain(person.id);
    const sent = world.channel.sent.map(({ to, content }) => `${to[0]?.person} ${content.title}\n${content.markdown}`);
    expect(new Set(sent).size).toBe(sent.length);
  });
});

describe('through the API', () => {
  const REMINDERS = `query ($id: ID!) { reminders(enrolmentId: $id) { id ruleKey itemKey stepKey title text why reason channel recipient state
    dueAt deferredTo sentAt provisional to { name } enrolment { id } } }`;
  const DELIVERIES = `query ($first: Int!, $after: String, $personId: ID) { deliveries(first: $first, after: $after, personId: $personId) { totalCount pageInfo { hasNextPage endCursor }
    edges { node { id channel title markdown state dueAt sentAt sink attempts detail to { name } occurrences { id why } } } } }`;
  const SUPPRESS = `mutation ($input: SuppressReminderInput!) { suppressReminder(input: $input) { reminder { id state reason } userErrors { code } } }`;
  let enrolmentId: string;

  test('everybody who looks after a learner sees why the learner is reminded, and learners see what is meant for them', async () => {
    ({ enrolmentId } = await chatWorld([
      {
        key: 'due',
        use: 'core/before-due',
        with: { days: 3, at: '09:00' },
        to: ['LEARNER', 'MENTOR'],
        channels: ['chat', 'inbox'],
      },
    ]));
    await world.moveTo('2026-01-05T02:00:00.000Z');
    const seen = async (as: typeof world.hr, language: 'en' | 'zh-CN' = 'en') =>
      ask(server, REMINDERS, { id: enrolmentId }, { as, language });
    const all = await seen(world.hr);
    expect(all.filter(({ itemKey }: { itemKey: string }) => itemKey === 'course')).toHaveLength(4);
    for (const one of all) expect([one.state, one.why !== '', one.text !== '']).toEqual(['PLANNED', true, true]);
    expect(all[0]).toMatchObject({ title: 'Course', provisional: false, enrolment: { id: enrolmentId } });
    expect((await seen(world.hr, 'zh-CN'))[0].why).toMatch(/[\u4e00-\u9fff]/);
    expect((await seen(world.mentor)).length).toBe(all.length);
    const own = await seen(world.learner);
    expect(own.length).toBe(all.length / 2);
    expect(new Set(own.map(({ to }: { to: { name: string } }) => to.name))).toEqual(new Set(['Li']));
    expect(await seen(world.stranger)).toEqual([]);
  });

  test('HR takes a planned one back with a reason; others may not', async () => {
    const [first] = await ask(server, REMINDERS, { id: enrolmentId }, { as: world.hr });
    const input = { occurrenceId: first.id, reason: 'On leave' };
    expect((await server.execute(SUPPRESS, { input }, { as: world.stranger })).errors?.[0]?.extensions.code).toBe(
      'NOT_FOUND',
    );
    expect((await server.execute(SUPPRESS, { input }, { as: world.mentor })).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
    const empty = await ask(server, SUPPRESS, { input: { ...input, reason: ' ' } }, { as: world.hr });
    expect(empty.userErrors).toEqual([{ code: 'INVALID' }]);
    const taken = await ask(server, SUPPRESS, { input }, { as: world.hr });
    expect(taken).toMatchObject({ userErrors: [], reminder: { state: 'SUPPRESSED' } });
    expect(taken.reminder.reason).toContain('On leave');
    expect((await ask(server, SUPPRESS, { input }, { as: world.hr })).userErrors).toEqual([{ code: 'NOT_NOW' }]);
    await server.sql.rows(`update reminder_watermark set plan_at = '-infinity'`);
    await world.remind();
    const again = await ask(server, REMINDERS, { id: enrolmentId }, { as: world.hr });
    expect(again.find(({ id }: { id: string }) => id === first.id).state).toBe('SUPPRESSED');
  });

  test('HR sees every message; others none', async () => {
    await world.moveTo(MORNING);
    const page = await ask(server, DELIVERIES, { first: 1 }, { as: world.hr });
    expect(page.totalCount).toBeGreaterThanOrEqual(3);
    expect(page.pageInfo.hasNextPage).toBe(true);
    const next = await ask(server, DELIVERIES, { first: 100, after: page.pageInfo.endCursor }, { as: world.hr });
    expect(next.edges.length).toBe(page.totalCount - 1);
    expect(page.edges[0].node).toMatchObject({ state: 'SENT', sink: false });
    expect(page.edges[0].node.occurrences.length).toBeGreaterThan(0);
    const { id } = page.edges[0].node;
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect(await ask(server, node, { id }, { as: world.hr })).toEqual({ id });
    expect(await ask(server, node, { id }, { as: world.stranger })).toBeNull();
    expect((await server.execute(DELIVERIES, { first: 1 }, { as: world.learner })).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
  });

  test('an administrator sets quiet hours and routes; what waits goes by them', async () => {
    const SET = `mutation ($input: ReminderSettingsInput!) { setReminderSettings(input: $input) { settings { slots dailyBudget } userErrors { code path } } }`;
    const input = { quietFrom: '20:00', quietUntil: '09:30', workingDaysOnly: true, slots: ['10:00'], dailyBudget: 3 };
    expect((await server.execute(SET, { input }, { as: world.hr })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const wrong = await ask(server, SET, { input: { ...input, slots: ['09:00'] } }, { as: world.admin });
    expect(wrong.userErrors).toEqual([{ code: 'INVALID', path: ['slots'] }]);
    expect((await ask(server, SET, { input }, { as: world.admin })).settings).toEqual({
      slots: ['10:00'],
      dailyBudget: 3,
    });
    const QUERY = '{ reminderSettings { quietFrom slots } }';
    expect(await ask(server, QUERY, {}, { as: world.hr })).toEqual({ quietFrom: '20:00', slots: ['10:00'] });

    const ROUTE = `mutation ($input: ChannelRouteInput!) { setChannelRoute(input: $input) { routes { channel contribution integration { id } } userErrors { code path } } }`;
    expect((await ask(server, ROUTE, { input: { channel: 'fax' } }, { as: world.admin })).userErrors).toEqual([
      { code: 'INVALID', path: ['channel'] },
    ]);
    const back = await ask(server, ROUTE, { input: { channel: 'chat' } }, { as: world.admin });
    expect(back.userErrors).toEqual([]);
    expect(back.routes).toHaveLength(5);
    expect(back.routes[0]).toEqual({ channel: 'chat', contribution: null, integration: null });
  });
});
