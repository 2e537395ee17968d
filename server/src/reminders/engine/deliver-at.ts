import {
  addDays,
  addMs,
  earlierOf,
  epochMs,
  type Instant,
  instantAt,
  type PlainTime,
  plainDateIn,
} from '@planwright/schema/time';
import type { PlannedOccurrence } from './occurrence.js';
import { deferToOpening, isOpen, type OpeningHours, openingBefore } from './opening.js';

/** When one recipient gets messages on a channel. */
export interface DeliveryHours extends OpeningHours {
  /** Times of day at which messages are collected, ascending; none = each goes when it is due. */
  slots: readonly PlainTime[];
}

/** Days to look ahead for a slot that lies in opening hours; slots within the quiet hours never do. */
const MOST_DAYS_AHEAD = 400;

/** The first slot from `at` on that lies in the recipient's opening hours; `undefined` when no slot ever does. */
export function slotFrom(at: Instant, hours: DeliveryHours): Instant | undefined {
  if (!hours.slots.some((time) => isOpenTime(time, hours))) return undefined;
  let date = plainDateIn(at, hours.zone);
  for (let day = 0; day < MOST_DAYS_AHEAD; day++, date = addDays(date, 1)) {
    for (const time of hours.slots) {
      const slot = instantAt(date, time, hours.zone);
      if (slot >= at && isOpen(slot, hours)) return slot;
    }
  }
  return undefined;
}

function isOpenTime(time: PlainTime, { quiet }: DeliveryHours): boolean {
  if (quiet.from === quiet.until) return true;
  return quiet.from < quiet.until ? time < quiet.from || time >= quiet.until : time < quiet.from && time >= quiet.until;
}

/**
 * When an occurrence is to go out: at the next slot, unless waiting for it would take more than half of the time until it is
 * pointless; then at the recipient's next opening. A deadline that would open only when it has passed is announced before the
 * recipient's day ends instead, as long as that lies ahead of `plannedAt`.
 * The answer may lie at or after `expiresAt`: then nothing can be done, and the occurrence will expire.
 */
export function deliverAt(
  occurrence: Pick<PlannedOccurrence, 'at' | 'hard' | 'expiresAt'>,
  plannedAt: Instant,
  hours: DeliveryHours,
): Instant {
  const { at, hard, expiresAt } = occurrence;
  const opening = deferToOpening(at, hours);
  if (expiresAt !== undefined && opening >= expiresAt && hard) {
    return openingBefore(earlierOf(at, expiresAt), plannedAt, hours) ?? opening;
  }
  const slot = slotFrom(at, hours);
  if (slot === undefined) return opening;
  if (expiresAt === undefined) return slot;
  const half = addMs(at, Math.floor((epochMs(expiresAt) - epochMs(at)) / 2));
  return slot <= half || slot === opening ? slot : opening;
}
