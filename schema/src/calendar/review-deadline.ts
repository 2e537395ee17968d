import {
  addDays,
  addMs,
  DAY_MS,
  durationMs,
  epochMs,
  type Instant,
  instantAt,
  instantFromEpochMs,
  type PlainTime,
  plainDateIn,
  timeOfDayMs,
  type Zone,
} from '../time/index.js';
import type { WorkingDayCalendar } from './calendar.js';
import type { ResolvedDate } from './resolve-date.js';
import { addWorkdays, rollDate } from './workdays.js';

export interface WorkingHours {
  from: PlainTime;
  /** At or before `from` = the shift ends the next day. */
  to: PlainTime;
}

export interface ReviewClockContext {
  /** Of the reviewer. */
  zone: Zone;
  calendar: WorkingDayCalendar;
  workingHours: WorkingHours;
}

/**
 * By when a submission is to be reviewed.
 * HOURS: so much elapsed time, a day being 24 hours. WORKING_HOURS: only the working hours of working days count, and a
 * day is one working day long (`P1D` = 9 hours at 09:00–18:00, while `PT24H` takes 24 working hours).
 * @param within ISO 8601 duration of days, hours and minutes
 * @throws RangeError for a malformed duration or instant, or an unknown zone
 */
export function reviewDeadline(
  submittedAt: Instant,
  within: string,
  clock: 'HOURS' | 'WORKING_HOURS',
  { zone, calendar, workingHours }: ReviewClockContext,
): ResolvedDate {
  if (clock === 'HOURS') return { at: addMs(submittedAt, durationMs(within)), provisional: false };

  const overnight = timeOfDayMs(workingHours.to) <= timeOfDayMs(workingHours.from);
  const length = timeOfDayMs(workingHours.to) - timeOfDayMs(workingHours.from) + (overnight ? DAY_MS : 0);
  let left = durationMs(within, length);
  const submitted = epochMs(submittedAt);
  // Without a number to count from, the days below would never end.
  if (Number.isNaN(submitted)) throw new RangeError(`Not an instant: ${submittedAt}`);
  // A night shift that began yesterday may still run.
  const from = addDays(plainDateIn(submittedAt, zone), overnight ? -1 : 0);
  let day = rollDate(from, 'FOLLOWING', calendar);
  let provisional = day.provisional;
  for (;;) {
    const opens = epochMs(instantAt(day.date, workingHours.from, zone));
    const closes = epochMs(instantAt(overnight ? addDays(day.date, 1) : day.date, workingHours.to, zone));
    const start = Math.max(opens, submitted);
    const available = Math.max(0, closes - start);
    if (left <= available && start < closes) return { at: instantFromEpochMs(start + left), provisional };
    left -= available;
    day = addWorkdays(day.date, 1, calendar);
    provisional ||= day.provisional;
  }
}
