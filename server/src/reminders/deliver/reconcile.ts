import { epochMs, type Instant, plainDateIn, type Zone } from '@planwright/schema/time';

/** How a channel resolves an unknown outcome; as the SDK's `Dedupe`. */
export type DedupeKind =
  | { how: 'key' }
  | { how: 'lookup' }
  /** `window`: the provider's calendar day, or milliseconds. */
  | { how: 'content'; window: 'day' | number }
  | { how: 'none' };

/** What a provider answered when it was asked about an earlier attempt. `absent`: it certainly has nothing. */
export type Settled = 'accepted' | 'delivered' | 'rejected' | 'absent' | 'unknown';

export interface InterruptedAttempt {
  startedAt: Instant;
  /** Times the provider was asked already without learning anything. */
  asked: number;
}

export type Reconciled =
  /** the same message again: same key; `identical` = the very bytes, nothing may be left out of it */
  | { do: 'RESEND'; identical: boolean }
  /** it had arrived */
  | { do: 'SENT'; delivered: boolean }
  | { do: 'FAILED' }
  /** `settle()` has to tell first */
  | { do: 'ASK' }
  /** nobody can tell, and nothing may be sent again */
  | { do: 'UNKNOWN' };

/** After this many answers of `unknown` the provider does not know. */
export const MOST_QUESTIONS = 5;

/** A provider that has nothing yet may still be busy with our call: it is believed only this long after the attempt began. */
export const SETTLES_AFTER_MS = 2 * 60_000;

/** The calendar day by which DingTalk and WeCom drop equal content. */
export const PROVIDER_ZONE: Zone = 'Asia/Shanghai';

/**
 * What becomes of an attempt of which the end was not recorded: the process died, or the line was cut after bytes had left. Never sends
 * again what may have arrived, unless the provider itself drops the second.
 * @param settled what `settle()` answered, when it was asked
 * @param settlesAfterMs how long the provider may be busy with a call, where that is known
 */
export function reconcile(
  dedupe: DedupeKind,
  attempt: InterruptedAttempt,
  now: Instant,
  settled?: Settled,
  settlesAfterMs = SETTLES_AFTER_MS,
): Reconciled {
  switch (settled) {
    case 'accepted':
    case 'delivered':
      return { do: 'SENT', delivered: settled === 'delivered' };
    case 'rejected':
      return { do: 'FAILED' };
    case 'absent':
      // Only who can look it up surely knows; others may have it on its way.
      if (dedupe.how !== 'lookup') break;
      return epochMs(now) - epochMs(attempt.startedAt) >= settlesAfterMs
        ? { do: 'RESEND', identical: false }
        : { do: 'ASK' };
    case 'unknown':
    case undefined:
      break;
    default:
      return settled satisfies never;
  }
  switch (dedupe.how) {
    case 'key':
      return { do: 'RESEND', identical: false };
    case 'lookup':
      return attempt.asked >= MOST_QUESTIONS ? { do: 'UNKNOWN' } : { do: 'ASK' };
    case 'content':
      return dropsRepeat(dedupe.window, attempt.startedAt, now) ? { do: 'RESEND', identical: true } : { do: 'UNKNOWN' };
    case 'none':
      return { do: 'UNKNOWN' };
    default:
      return dedupe satisfies never;
  }
}

/** Whether the provider would still drop the same content. A clock that was set back proves nothing. */
function dropsRepeat(window: 'day' | number, startedAt: Instant, now: Instant): boolean {
  if (now < startedAt) return false;
  if (window === 'day') return plainDateIn(startedAt, PROVIDER_ZONE) === plainDateIn(now, PROVIDER_ZONE);
  return epochMs(now) - epochMs(startedAt) < window;
}
