import { describe, expect, test } from '@jest/globals';
import type { Instant } from '@planwright/schema/time';
import { SettableClock } from './settable-clock.js';
import { Ticker } from './ticker.js';

const MIDNIGHT = '2026-01-05T00:00:00.000Z';
const at = (second: number): Instant => `2026-01-05T00:00:${String(second).padStart(2, '0')}.000Z`;

/** Work at given instants, a clock that moves when told to, and what came of it. */
function world(dueAt: Instant[]) {
  const clock = new SettableClock(MIDNIGHT);
  const done: Instant[] = [];
  const errors: unknown[] = [];
  const failures: Error[] = [];
  const ticker = new Ticker({
    clock,
    safetyPollMs: 10_000,
    onError: (error) => errors.push(error),
    work: {
      nextDueAt: async () => dueAt.toSorted()[0],
      doDue: async () => {
        const failure = failures.pop();
        if (failure) throw failure;
        const index = dueAt.findIndex((instant) => instant <= clock.real());
        if (index < 0) return 0;
        done.push(...dueAt.splice(index, 1));
        return 1;
      },
    },
  });
  /** Moves the clock and waits for the round that its timer has started. */
  const moveTo = async (instant: Instant): Promise<void> => {
    clock.moveTo(instant);
    await settled();
  };
  return { ticker, clock, dueAt, done, errors, failures, moveTo };
}

/** Lets all promises that wait on nothing outside run to their end. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
}

describe('the ticker', () => {
  test('does everything at the instant it falls due, and nothing before', async () => {
    const { ticker, done, moveTo } = world([at(7), at(3), at(3)]);
    ticker.start();
    await settled();
    await moveTo(at(2));
    expect(done).toEqual([]);
    await moveTo(at(3));
    expect(done).toEqual([at(3), at(3)]);
    await moveTo(at(8));
    expect(done).toEqual([at(3), at(3), at(7)]);
    await ticker.stop();
  });

  test('polls even when nothing is planned, and so finds what another replica planned', async () => {
    const { ticker, done, dueAt, moveTo } = world([]);
    ticker.start();
    await settled();
    dueAt.push(at(4));
    await moveTo(at(9));
    expect(done).toEqual([]);
    await moveTo(at(10));
    expect(done).toEqual([at(4)]);
    await ticker.stop();
  });

  test('a wake while it works is not lost', async () => {
    const { ticker, dueAt, done } = world([]);
    ticker.start();
    dueAt.push(MIDNIGHT);
    await ticker.wake();
    await settled();
    expect(done).toEqual([MIDNIGHT]);
    await ticker.stop();
  });

  test('a failure is told once and the work is done at the next poll', async () => {
    const { ticker, errors, failures, done, moveTo } = world([MIDNIGHT]);
    failures.push(new Error('the database is away'));
    ticker.start();
    await settled();
    expect(errors).toHaveLength(1);
    expect(done).toEqual([]);
    await moveTo(at(10));
    expect(done).toEqual([MIDNIGHT]);
    expect(errors).toHaveLength(1);
    await ticker.stop();
  });

  test('does nothing after it was stopped', async () => {
    const { ticker, dueAt, done, moveTo } = world([]);
    ticker.start();
    await settled();
    await ticker.stop();
    dueAt.push(at(1));
    await ticker.wake();
    await moveTo(at(59));
    expect(done).toEqual([]);
  });
});
