import { addMs, type Instant } from '@planwright/schema/time';
import type { Random } from '../engine/random.js';

export interface RetryPolicy {
  baseMs: number;
  /** Most to wait between two attempts, not counting what the provider asks for. */
  capMs: number;
  /** Attempts after which the message is given up even if it is still of use. */
  attempts: number;
}

/** 5 s doubling up to 6 h: a provider that is away for a day is not asked a thousand times (activepieces#6242: 32 s is too low a cap). */
export const RETRY: RetryPolicy = { baseMs: 5_000, capMs: 6 * 3_600_000, attempts: 40 };

/**
 * How long to wait after the n-th failed attempt: anywhere between nothing and the doubled base ("full jitter", Brooker, AWS
 * Architecture Blog 2015), but never less than the provider asked for, however long that is.
 * @param attempt from 1
 * @returns milliseconds
 */
export function retryDelay(attempt: number, random: Random, retryAfterMs = 0, policy: RetryPolicy = RETRY): number {
  const ceiling = Math.min(policy.capMs, policy.baseMs * 2 ** Math.min(attempt - 1, 40));
  const jitter = Math.floor(random() * ceiling);
  // After the time the provider named everybody would come at once: the jitter comes on top.
  return retryAfterMs > 0 ? retryAfterMs + Math.min(jitter, retryAfterMs) : jitter;
}

/** One recipient's part of what a channel answered; as the SDK's `Outcome`. */
export interface ChannelOutcome {
  status: 'accepted' | 'delivered' | 'read' | 'done' | 'rejected' | 'unknown' | 'retry';
  retryAfterMs?: number;
}

export type AfterOutcome =
  | { do: 'SENT'; delivered: boolean }
  | { do: 'FAILED'; because: 'rejected' | 'gave-up' }
  | { do: 'RETRY'; at: Instant }
  /** bytes left, nobody knows: `reconcile` decides */
  | { do: 'RECONCILE' };

/** What follows from the outcome of an attempt. A call that failed before anything could leave is a `retry`. */
export function afterOutcome(
  outcome: ChannelOutcome,
  attempt: number,
  now: Instant,
  random: Random,
  policy: RetryPolicy = RETRY,
): AfterOutcome {
  switch (outcome.status) {
    case 'accepted':
      return { do: 'SENT', delivered: false };
    case 'delivered':
    case 'read':
    case 'done':
      return { do: 'SENT', delivered: true };
    case 'rejected':
      return { do: 'FAILED', because: 'rejected' };
    case 'unknown':
      return { do: 'RECONCILE' };
    case 'retry':
      if (attempt >= policy.attempts) return { do: 'FAILED', because: 'gave-up' };
      return { do: 'RETRY', at: addMs(now, retryDelay(attempt, random, outcome.retryAfterMs, policy)) };
    default:
      return outcome.status satisfies never;
  }
}
