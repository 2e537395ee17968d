import { describe, expect, test } from '@jest/globals';
import { addMs } from '@planwright/schema/time';
import fc from 'fast-check';
import { seededRandom } from '../engine/random.js';
import { type DedupeKind, MOST_QUESTIONS, reconcile, SETTLES_AFTER_MS, type Settled } from './reconcile.js';
import { afterOutcome, RETRY, retryDelay } from './retry.js';

const STARTED = '2026-03-03T02:00:00.000Z';
const after = (ms: number): string => addMs(STARTED, ms);
const MINUTE = 60_000;

describe('an attempt that was cut', () => {
  const kind = fc.constantFrom<DedupeKind>(
    { how: 'key' },
    { how: 'lookup' },
    { how: 'content', window: 'day' },
    { how: 'content', window: 30 * MINUTE },
    { how: 'none' },
  );
  const settled = fc.constantFrom<Settled | undefined>(
    'accepted',
    'delivered',
    'rejected',
    'absent',
    'unknown',
    undefined,
  );

  test('is sent again only where the provider drops the second, or surely has none', () => {
    fc.assert(
      fc.property(kind, settled, fc.integer({ min: -60, max: 3000 }), fc.nat(8), (dedupe, answer, minutes, asked) => {
        const now = after(minutes * MINUTE);
        const verdict = reconcile(dedupe, { startedAt: STARTED, asked }, now, answer);
        if (answer === 'accepted' || answer === 'delivered') return expect(verdict.do).toBe('SENT');
        if (answer === 'rejected') return expect(verdict.do).toBe('FAILED');
        if (dedupe.how === 'none') return expect(verdict.do).toBe('UNKNOWN');
        if (verdict.do !== 'RESEND') return undefined;
        if (dedupe.how === 'lookup') {
          expect(answer).toBe('absent');
          expect(minutes * MINUTE).toBeGreaterThanOrEqual(SETTLES_AFTER_MS);
        }
        return expect(verdict.identical).toBe(dedupe.how === 'content');
      }),
    );
  });

  test('by a provider that can be asked is asked, and given up after a few answers that say nothing', () => {
    const lookup: DedupeKind = { how: 'lookup' };
    expect(reconcile(lookup, { startedAt: STARTED, asked: 0 }, after(MINUTE)).do).toBe('ASK');
    expect(reconcile(lookup, { startedAt: STARTED, asked: MOST_QUESTIONS }, after(MINUTE), 'unknown').do).toBe(
      'UNKNOWN',
    );
    expect(reconcile(lookup, { startedAt: STARTED, asked: 0 }, after(MINUTE), 'absent').do).toBe('ASK');
  });

  test('is repeated byte by byte within the provider’s day, and not after its midnight or before the clock was set back', () => {
    const day: DedupeKind = { how: 'content', window: 'day' };
    const attempt = { startedAt: '2026-03-03T15:50:00.000Z', asked: 0 };
    expect(reconcile(day, attempt, '2026-03-03T15:59:00.000Z')).toEqual({ do: 'RESEND', identical: true });
    expect(reconcile(day, attempt, '2026-03-03T16:01:00.000Z').do).toBe('UNKNOWN');
    expect(reconcile(day, attempt, '2026-03-03T15:49:00.000Z').do).toBe('UNKNOWN');
  });
});

describe('waiting for the next attempt', () => {
  test('never undercuts what the provider asked for, however long, and else stays within the doubled base', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer(),
        fc.nat(3 * 86_400_000),
        (attempt, seed, retryAfter) => {
          const delay = retryDelay(attempt, seededRandom(seed), retryAfter);
          expect(delay).toBeGreaterThanOrEqual(retryAfter);
          const ceiling = Math.min(RETRY.capMs, RETRY.baseMs * 2 ** (attempt - 1));
          expect(delay).toBeLessThanOrEqual(retryAfter > 0 ? 2 * retryAfter : ceiling);
        },
      ),
    );
  });

  test('is spread over the whole time, and reaches hours, not half a minute', () => {
    const random = seededRandom(7);
    const delays = Array.from({ length: 2000 }, () => retryDelay(14, random));
    const mean = delays.reduce((a, b) => a + b, 0) / delays.length;
    expect(Math.max(...delays)).toBeGreaterThan(5.9 * 3_600_000);
    expect(Math.min(...delays)).toBeLessThan(0.1 * 3_600_000);
    expect(mean).toBeGreaterThan(2.7 * 3_600_000);
    expect(mean).toBeLessThan(3.3 * 3_600_000);
  });

  test('follows from the outcome', () => {
    const random = seededRandom(1);
    const next = (status: Parameters<typeof afterOutcome>[0]['status'], attempt = 1) =>
      afterOutcome({ status }, attempt, STARTED, random);
    expect(next('accepted')).toEqual({ do: 'SENT', delivered: false });
    for (const status of ['delivered', 'read', 'done'] as const)
      expect(next(status)).toEqual({ do: 'SENT', delivered: true });
    expect(next('rejected')).toEqual({ do: 'FAILED', because: 'rejected' });
    expect(next('unknown')).toEqual({ do: 'RECONCILE' });
    expect(next('retry').do).toBe('RETRY');
    expect(next('retry', RETRY.attempts)).toEqual({ do: 'FAILED', because: 'gave-up' });
  });

  test('draws the same numbers for the same seed, evenly', () => {
    const [a, b] = [seededRandom(42), seededRandom(42)];
    const numbers = Array.from({ length: 10_000 }, () => a());
    expect(numbers.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => b()));
    expect(numbers.every((n) => n >= 0 && n < 1)).toBe(true);
    expect(numbers.reduce((x, y) => x + y, 0) / numbers.length).toBeCloseTo(0.5, 1);
  });
});
