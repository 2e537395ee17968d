import { addDays, type Instant, instantAt, plainDateIn } from '@planwright/schema/time';
import { type DeliveryHours, slotFrom } from '../engine/deliver-at.js';
import { stableId } from '../engine/occurrence.js';
import { deferToOpening } from '../engine/opening.js';
import type { TimedOccurrence } from './catch-up.js';

/** The idempotency key of a message: the same occurrences on the same route are the same message. */
export function deliveryKey({
  personId,
  route,
  occurrences,
}: {
  personId: string;
  route: string;
  occurrences: readonly { id: string }[];
}): string {
  return stableId(JSON.stringify(['delivery', personId, route, ...occurrences.map(({ id }) => id).sort()]));
}

/** What the day's budget asks of something to be sent. */
type Counted = Pick<TimedOccurrence, 'hard' | 'expiresAt'>;

export interface Budgeted<T extends Counted> {
  send: T[];
  /** Until the first slot of the recipient's next day, where they join what is due then. */
  wait: { occurrence: T; deliverAt: Instant }[];
  /** Would be pointless by then: EXPIRED, `budget`. */
  drop: T[];
}

/**
 * Whether one more message fits into the person's day. With a deadline in it, it always goes out, and the rest goes along: it costs
 * no further message.
 * @param sentToday messages that went to the person since their midnight, over all routes; without the inbox, which disturbs nobody
 * @param limit messages a day
 */
export function withinBudget<T extends Counted>(
  batch: readonly T[],
  { sentToday, limit }: { sentToday: number; limit: number },
  now: Instant,
  hours: DeliveryHours,
): Budgeted<T> {
  if (sentToday < limit || batch.some(({ hard }) => hard)) return { send: [...batch], wait: [], drop: [] };
  const tomorrow = instantAt(addDays(plainDateIn(now, hours.zone), 1), '00:00', hours.zone);
  const deliverAt = slotFrom(tomorrow, hours) ?? deferToOpening(tomorrow, hours);
  const result: Budgeted<T> = { send: [], wait: [], drop: [] };
  for (const occurrence of batch) {
    if (occurrence.expiresAt !== undefined && occurrence.expiresAt <= deliverAt) result.drop.push(occurrence);
    else result.wait.push({ occurrence, deliverAt });
  }
  return result;
}
