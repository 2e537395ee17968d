import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { act, startPlan } from '../enrolments/testing/plan-world.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { makeReminderWorld, remindedPlan } from './testing/reminder-world.js';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-04T02:00:00.000Z' });
}, 60_000);
afterAll(() => server?.stop());

const dayOne = {
  key: 'first',
  use: 'core/day-one',
  with: { at: '09:00' },
  to: ['LEARNER'],
  channels: ['chat', 'email'],
} as const;
const beforeDue = {
  key: 'due',
  use: 'core/before-due',
  with: { days: 3, at: '09:00' },
  to: ['LEARNER', 'MENTOR'],
  channels: ['chat'],
} as const;
const copied = <T>(value: T) =>
  structuredClone(value) as { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

describe('a reminder', () => {
  test('is planned two days ahead, and is in the inbox at its time, once', async () => {
    const world = await makeReminderWorld(server);
    await startPlan(world, remindedPlan('once', [copied(dayOne), copied(beforeDue)]), '2026-01-05');
    await world.remind();
    const planned = await world.occurrences();
    expect(planned.length).toBeGreaterThan(0);
    expect(new Set(planned.map(({ state }) => state))).toEqual(new Set(['PLANNED']));
    expect(await world.inbox(world.learner.id)).toEqual([]);

    await world.moveTo('2026-01-05T01:00:00.000Z');
    const first = await world.inbox(world.learner.id);
    expect(first).toHaveLength(1);
    await world.remind();
    await world.moveTo('2026-01-05T01:30:00.000Z');
    expect(await world.inbox(world.learner.id)).toEqual(first);
    // Two channels that lead to the same place are one message.
    const sent = (await world.occurrences()).filter(({ ruleKey }) => ruleKey === 'first');
    expect(sent.map(({ state }) => state)).toEqual(['SENT', 'SENT']);
    expect(new Set(sent.map(({ deliveryId }) => deliveryId)).size).toBe(1);
  });

  test('is cancelled with the act that makes it needless', async () => {
    const world = await makeReminderWorld(server);
    const { enrolmentId } = await startPlan(world, remindedPlan('cancel', [copied(beforeDue)]), '2026-01-05');
    await world.moveTo('2026-01-05T02:00:00.000Z');
    const about = async () => (await world.occurrences()).filter(({ itemKey }) => itemKey === 'course');
    expect((await about()).map(({ state }) => state)).toEqual(['PLANNED', 'PLANNED']);
    await act(world, world.learner, enrolmentId, 'course', 'COMPLETE');
    expect((await about()).map(({ state, reasonCode }) => [state, reasonCode])).toEqual([
      ['SUPPRESSED', 'not-needed'],
      ['SUPPRESSED', 'not-needed'],
    ]);
  });
});
