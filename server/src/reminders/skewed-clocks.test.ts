import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Delivery } from '@planwright/plugin-sdk';
import { type Clock, plusMs } from '../clock/clock.js';
import { startPlan } from '../enrolments/testing/plan-world.js';
import { smallPlan } from '../enrolments/testing/small-plan.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { advanceReminders } from './steps.js';
import { makeReminderWorld, type ReminderWorld } from './testing/reminder-world.js';

const HOUR_MS = 3_600_000;
const STEP_HOURS = 2;
const FROM = '2026-01-05T00:00:00.000Z';
/** Until the evening of the eighth day: nothing is due within two hours of then. */
const HOURS = 7 * 24 + 12;

let server: TestServer;
let world: ReminderWorld;
beforeAll(async () => {
  server = await startTestServer({ now: FROM });
});
afterAll(() => server?.stop());

/** A learner and a mentor with messages on the first day, before and after the course’s Friday. */
async function begin(): Promise<void> {
  await server.stop();
  server = await startTestServer({ now: FROM });
  world = await makeReminderWorld(server);
  await world.route('chat');
  const to = ['LEARNER', 'MENTOR'] as const;
  await startPlan(
    world,
    smallPlan('skewed', {
      reminders: [
        { key: 'first', use: 'core/day-one', with: { at: '09:00' }, to: [...to], channels: ['chat'] },
        { key: 'due', use: 'core/before-due', with: { days: 3, at: '09:00' }, to: [...to], channels: ['chat'] },
        { key: 'late', use: 'core/overdue', with: {}, to: [...to], channels: ['chat'] },
      ],
    }),
    '2026-01-05',
  );
}

interface Heard {
  key: string;
  said: string;
  /** By the right clock. */
  at: string;
}

/** Goes through the days in steps; two workers at once, the second by a clock that is wrong by so much. */
async function run(skewMs: number | undefined): Promise<Heard[]> {
  await begin();
  const heard: Heard[] = [];
  const send = world.channel.send;
  world.channel.send = async (channel, delivery: Delivery, ...rest) => {
    const said = `${delivery.to.map(({ name }) => name).join()}: ${delivery.content.title}`;
    heard.push({ key: delivery.key, said, at: server.clock.real() });
    return send(channel, delivery, ...rest);
  };
  const wrong: Clock = {
    real: () => plusMs(server.clock.real(), skewMs ?? 0),
    after: (delayMs, action) => server.clock.after(delayMs, action),
  };
  const workspaceId = world.workspace.id;
  for (let hour = 0; hour <= HOURS; hour += STEP_HOURS) {
    server.clock.moveTo(plusMs(FROM, hour * HOUR_MS));
    await server.running.ticker.wake();
    await Promise.all([
      advanceReminders(world.deps, workspaceId, server.clock.real()),
      ...(skewMs === undefined ? [] : [advanceReminders({ ...world.deps, clock: wrong }, workspaceId, wrong.real())]),
    ]);
  }
  return heard;
}

const sorted = (heard: readonly Heard[]) => heard.map(({ said }) => said).sort();

describe('two workers over one database, one of them with a wrong clock', () => {
  let alone: Heard[];
  beforeAll(async () => {
    alone = await run(undefined);
    expect(alone.length).toBeGreaterThanOrEqual(4);
  });

  test.each([
    ['two hours', -2 * HOUR_MS],
    ['forty days', -40 * 24 * HOUR_MS],
  ])('%s behind: everybody hears what one right worker says, when it says it, once', async (_, skewMs) => {
    const both = await run(skewMs);
    expect(both.map(({ said, at }) => `${at} ${said}`).sort()).toEqual(
      alone.map(({ said, at }) => `${at} ${said}`).sort(),
    );
    expect(new Set(both.map(({ key }) => key)).size).toBe(both.length);
  });

  test('two hours ahead: the same, once, and no more than two hours early', async () => {
    const both = await run(2 * HOUR_MS);
    expect(sorted(both)).toEqual(sorted(alone));
    expect(new Set(both.map(({ key }) => key)).size).toBe(both.length);
    const order = (heard: readonly Heard[]) =>
      heard.toSorted((a, b) => (`${a.said}${a.at}` < `${b.said}${b.at}` ? -1 : 1));
    for (const [index, { at }] of order(alone).entries()) {
      const early = Date.parse(at) - Date.parse(order(both)[index]?.at ?? '');
      expect(early).toBeGreaterThanOrEqual(0);
      expect(early).toBeLessThanOrEqual(2 * HOUR_MS);
    }
  });

  test('forty days ahead: as after an outage of forty days, and nobody hears anything twice', async () => {
    const both = await run(40 * 24 * HOUR_MS);
    expect(new Set(both.map(({ key }) => key)).size).toBe(both.length);
    const twice = sorted(both).filter((said, index, all) => all[index - 1] === said);
    expect(twice).toEqual([]);
    const open = await server.sql.rows("select id from reminder_occurrence where state in ('QUEUED', 'SENDING')");
    expect(open).toEqual([]);
  });
});
