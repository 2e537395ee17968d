import { isWorkday, type WorkingDayCalendar } from '@planwright/schema/calendar';
import {
  addDays,
  addMs,
  type Instant,
  instantAt,
  type PlainDate,
  type PlainTime,
  plainDateIn,
  plainTimeIn,
  type Zone,
} from '@planwright/schema/time';

/** When one recipient may be disturbed: on their own clock and calendar. */
export interface OpeningHours {
  zone: Zone;
  /** No messages from `from` until `until`; over midnight when `from` is later. Equal = no quiet hours. */
  quiet: { from: PlainTime; until: PlainTime };
  workingDaysOnly: boolean;
  calendar: WorkingDayCalendar;
}

/** A calendar without a working day for longer than this is broken, not on holiday. */
const MOST_DAYS_CLOSED = 400;

const fullTime = (time: PlainTime): PlainTime => (time.length === 5 ? `${time}:00` : time);

/** Whether a message may reach the recipient at this instant. */
export function isOpen(at: Instant, hours: OpeningHours): boolean {
  return isOpenDay(plainDateIn(at, hours.zone), hours) && !isQuiet(at, hours);
}

function isQuiet(at: Instant, { quiet, zone }: OpeningHours): boolean {
  const [from, until] = [fullTime(quiet.from), fullTime(quiet.until)];
  if (from === until) return false;
  const time = plainTimeIn(at, zone);
  return from < until ? time >= from && time < until : time >= from || time < until;
}

const isOpenDay = (date: PlainDate, { workingDaysOnly, calendar }: OpeningHours): boolean =>
  !workingDaysOnly || isWorkday(date, calendar).workday;

/**
 * The first instant from `at` on at which the recipient may be disturbed; `at` itself when they may.
 * Clocks that are changed in between are those of the zone.
 * @throws RangeError for a calendar that closes for more than a year
 */
export function deferToOpening(at: Instant, hours: OpeningHours): Instant {
  if (isOpen(at, hours)) return at;
  let date = plainDateIn(at, hours.zone);
  for (let day = 0; day < MOST_DAYS_CLOSED; day++, date = addDays(date, 1)) {
    if (!isOpenDay(date, hours)) continue;
    // The day opens at its start, or when its quiet hours end.
    for (const time of ['00:00', hours.quiet.until]) {
      const opening = instantAt(date, time, hours.zone);
      if (opening >= at && isOpen(opening, hours)) return opening;
    }
  }
  throw new RangeError(`No opening within ${MOST_DAYS_CLOSED} days of ${at}`);
}

/**
 * The last instant before `at` at which the recipient may be disturbed, an hour before that day closes (for what would come too
 * late after the night); undefined when there is none from `notBefore` on.
 */
export function openingBefore(at: Instant, notBefore: Instant, hours: OpeningHours): Instant | undefined {
  const first = plainDateIn(notBefore, hours.zone);
  for (let date = plainDateIn(at, hours.zone); date >= first; date = addDays(date, -1)) {
    if (!isOpenDay(date, hours)) continue;
    const closing = hours.quiet.from === hours.quiet.until ? '23:59' : hours.quiet.from;
    const wanted = addMs(instantAt(date, closing, hours.zone), -3_600_000);
    if (wanted < at && wanted >= notBefore && isOpen(wanted, hours)) return wanted;
    // Already within the last hour of the day: now is the best there is.
    if (wanted < notBefore && notBefore < at && plainDateIn(notBefore, hours.zone) === date && isOpen(notBefore, hours))
      return notBefore;
  }
  return undefined;
}
