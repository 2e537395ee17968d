import { addDays, type Instant, instantAt, plainDateIn } from '@planwright/schema/time';
import { type DeliveryHours, slotFrom } from '../engine/deliver-at.js';
import { stableId } from '../engine/occurrence.js';
import { deferToOpening } from '../engine/opening.js';
import type { DueOccurrence } from './catch-up.js';

/** What one person gets on one route (an integration, or the inbox) in one message. */
export interface DueBatch<T extends DueOccurrence> {
  personId: string;
  route: string;
  occurrences: T[];
}

/**
 * What goes out at `now`, a batch for each person and route. When something goes out, all that fell due for the same person and
 * route goes along, also what waits for a later slot: one message instead of two.
 * @param planned occurrences that are PLANNED; those of one person and route come together
 * @param routeOf where the occurrence's channel leads; two channels on one route make one message
 */
export function batchesDue<T extends DueOccurrence>(
  planned: readonly T[],
  now: Instant,
  routeOf: (occurrence: T) => string,
): DueBatch<T>[] {
  const batches = new Map<string, DueBatch<T>>();
  for (const occurrence of planned) {
    if (occurrence.at > now && occurrence.deliverAt > now) continue;
    const route = routeOf(occurrence);
    const key = JSON.stringify([occurrence.recipientId, route]);
    const batch = batches.get(key);
    if (batch) batch.occurrences.push(occurrence);
    else batches.set(key, { personId: occurrence.recipientId, route, occurrences: [occurrence] });
  }
  return [...batches.values()].filter(({ occurrences }) => occurrences.some(({ deliverAt }) => deliverAt <= now));
}

/** The idempotency key of a message: the same occurrences on the same route are the same message. */
export function deliveryKey({ personId, route, occurrences }: DueBatch<DueOccurrence>): string {
  return stableId(JSON.stringify(['delivery', personId, route, ...occurrences.map(({ id }) => id).sort()]));
}

/** What the day's budget asks of something to be sent. */
type Counted = Pick<DueOccurrence, 'hard' | 'expiresAt'>;

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
