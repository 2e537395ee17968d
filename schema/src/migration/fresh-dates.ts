import { rollDate, type WorkingDayCalendar } from '../calendar/index.js';
import type { FixedDate, ItemEvaluation } from '../engine/index.js';
import { addDays, daysBetween, type Instant, instantAt, plainDateIn, plainTimeIn, type Zone } from '../time/index.js';

/** For who was given no opening either: a working week. */
const DAYS_WITHOUT_OPENING = 7;

/**
 * Due dates of a new item whose window had closed, as if it opened now: as many days from today as the rules give from
 * its opening, at the same time of day, on a working day. Its steps keep their distances.
 */
export function freshDates(
  item: ItemEvaluation,
  { now, zone, calendar }: { now: Instant; zone: Zone; calendar: WorkingDayCalendar },
): FixedDate[] {
  const { key: itemKey, dueAt, opensAt } = item;
  if (dueAt === undefined) return [];
  const dueDay = plainDateIn(dueAt, zone);
  const given = opensAt === undefined ? DAYS_WITHOUT_OPENING : daysBetween(plainDateIn(opensAt, zone), dueDay);
  const shift = daysBetween(dueDay, addDays(plainDateIn(now, zone), Math.max(1, given)));
  const moved = (at: Instant) => {
    const { date, provisional } = rollDate(addDays(plainDateIn(at, zone), shift), 'FOLLOWING', calendar);
    return { at: instantAt(date, plainTimeIn(at, zone), zone), provisional };
  };
  const steps = item.steps.flatMap(({ key: stepKey, dueAt: at }): FixedDate[] =>
    at === undefined ? [] : [{ itemKey, stepKey, which: 'due', ...moved(at) }],
  );
  return [{ itemKey, which: 'due', ...moved(dueAt) }, ...steps];
}
