import type { CatchUp } from '@planwright/schema/rules';
import { addMs, HOUR_MS, type Instant } from '@planwright/schema/time';
import type { PlannedOccurrence, Reason } from '../engine/occurrence.js';
import { reason } from '../engine/reasons.js';

/** What is due, with the instant at which it should have gone out. */
export type TimedOccurrence = PlannedOccurrence & { deliverAt: Instant };

export interface CaughtUp<T extends TimedOccurrence> {
  send: T[];
  /** Each ends as EXPIRED, with the reason for HR. */
  expire: { occurrence: T; reason: Reason }[];
}

/** Later than this means that we were away, not busy. */
export const MISSED_AFTER_MS = HOUR_MS;

/**
 * What of all that is due at `now` still goes out. Whatever has become pointless expires. Of what was missed in an outage:
 * ALL goes out late; LATEST keeps the latest of each rule, enrolment, recipient and channel; NONE keeps nothing. Deadlines that have
 * not passed go out late under every policy.
 * @param policyOf by the occurrence's rule
 */
export function catchUpOf<T extends TimedOccurrence>(
  due: readonly T[],
  now: Instant,
  policyOf: (occurrence: T) => CatchUp,
): CaughtUp<T> {
  const missedBefore = addMs(now, -MISSED_AFTER_MS);
  const latest = new Map<string, T>();
  for (const occurrence of due) {
    if (isStale(occurrence, now)) continue;
    const series = seriesOf(occurrence);
    const known = latest.get(series);
    if (!known || occurrence.at > known.at || (occurrence.at === known.at && occurrence.id > known.id))
      latest.set(series, occurrence);
  }
  const result: CaughtUp<T> = { send: [], expire: [] };
  for (const occurrence of due) {
    const why = whyNot(occurrence, now, missedBefore, policyOf(occurrence), latest.get(seriesOf(occurrence)));
    if (why) result.expire.push({ occurrence, reason: reason(why) });
    else result.send.push(occurrence);
  }
  return result;
}

/** Its time has passed. */
export const isStale = ({ expiresAt }: Pick<PlannedOccurrence, 'expiresAt'>, now: Instant): boolean =>
  expiresAt !== undefined && expiresAt <= now;

const seriesOf = ({ enrolmentId, ruleKey, recipientId, channel }: PlannedOccurrence): string =>
  JSON.stringify([enrolmentId, ruleKey, recipientId, channel]);

function whyNot(
  occurrence: TimedOccurrence,
  now: Instant,
  missedBefore: Instant,
  policy: CatchUp,
  latest: TimedOccurrence | undefined,
): 'stale' | 'superseded' | 'missed' | undefined {
  if (isStale(occurrence, now)) return 'stale';
  if (occurrence.deliverAt >= missedBefore || occurrence.hard) return undefined;
  switch (policy) {
    case 'ALL':
      return undefined;
    case 'LATEST':
      return latest === occurrence ? undefined : 'superseded';
    case 'NONE':
      return 'missed';
    default:
      return policy satisfies never;
  }
}
