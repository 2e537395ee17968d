import {
  addDays,
  type Instant,
  instantAt,
  type PlainDate,
  plainDateIn,
  weekdayIndex,
  type Zone,
} from '@planwright/schema/time';

/** Reports wait for their readers when work begins. */
const SENT_AT = '09:00';

export interface Rhythm {
  everyWeeks: number;
  /** 1 = Monday … 7 = Sunday. */
  weekday: number;
}

const sendingOn = (day: PlainDate, zone: Zone): Instant => instantAt(day, SENT_AT, zone);

/** The first sending: the next such weekday at 09:00 in the zone, today's if it is still ahead. */
export function firstSending({ weekday }: Rhythm, now: Instant, zone: Zone): Instant {
  const today = plainDateIn(now, zone);
  const ahead = (weekday - 1 - weekdayIndex(today) + 7) % 7;
  const at = sendingOn(addDays(today, ahead), zone);
  return at > now ? at : sendingOn(addDays(today, ahead + 7), zone);
}

/** The sending after one that was due; those that were missed meanwhile are not made up for. */
export function sendingAfter({ everyWeeks }: Rhythm, due: Instant, now: Instant, zone: Zone): Instant {
  let day = plainDateIn(due, zone);
  let at = due;
  while (at <= now) {
    day = addDays(day, 7 * everyWeeks);
    at = sendingOn(day, zone);
  }
  return at;
}
