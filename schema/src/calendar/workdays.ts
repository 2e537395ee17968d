import {
  dateParts,
  dayNumberOf,
  fromDayNumber,
  type PlainDate,
  toDayNumber,
  weekdayIndexOfDay,
} from '../time/index.js';
import type { WorkingDayCalendar } from './calendar.js';
import type { Roll } from './date-rule.js';

/** A date, and whether it was counted through a year whose calendar is not published. */
export interface CountedDate {
  date: PlainDate;
  provisional: boolean;
}

interface YearIndex {
  published: boolean;
  firstDay: number;
  /** Day numbers of all working days, ascending. */
  workdays: Int32Array;
  /** How many working days lie before each day of the year; one entry more than days. */
  before: Uint16Array;
}

/**
 * Calendars are values: one that changes is a new object (publishing a year makes one), so what was read out of it
 * may be kept beside it.
 */
const indexes = new WeakMap<WorkingDayCalendar, Map<number, YearIndex>>();

function readYear(calendar: WorkingDayCalendar, year: number): YearIndex {
  const published = calendar.years[year];
  const off = new Set(published?.off ?? calendar.always?.map((day) => `${String(year).padStart(4, '0')}-${day}`));
  const on = new Set(published?.on);
  const firstDay = dayNumberOf(year, 1, 1);
  const length = dayNumberOf(year + 1, 1, 1) - firstDay;
  const workdays: number[] = [];
  const before = new Uint16Array(length + 1);
  for (let i = 0; i < length; i++) {
    before[i] = workdays.length;
    const day = firstDay + i;
    const date = fromDayNumber(day);
    const works = on.has(date) || (weekdayIndexOfDay(day) < 5 && !off.has(date));
    if (works) workdays.push(day);
  }
  before[length] = workdays.length;
  return { published: published !== undefined, firstDay, workdays: Int32Array.from(workdays), before };
}

function yearIndex(calendar: WorkingDayCalendar, year: number): YearIndex {
  let years = indexes.get(calendar);
  if (!years) {
    years = new Map();
    indexes.set(calendar, years);
  }
  let index = years.get(year);
  if (!index) {
    index = readYear(calendar, year);
    years.set(year, index);
  }
  return index;
}

const yearOfDay = (day: number): number => dateParts(day).year;

function worksOn(day: number, calendar: WorkingDayCalendar): boolean {
  const { before, firstDay } = yearIndex(calendar, yearOfDay(day));
  const i = day - firstDay;
  return (before[i + 1] ?? 0) > (before[i] ?? 0);
}

/** Whether a day from `from` to `to` (both included, `from` ≤ `to`) lies in a year that is not published. */
function countsUnpublished(from: number, to: number, calendar: WorkingDayCalendar): boolean {
  for (let year = yearOfDay(from); year <= yearOfDay(to); year++) {
    if (calendar.years[year] === undefined) return true;
  }
  return false;
}

/** Whether people work on a date. Provisional in a year that is not published, where Monday to Friday work but for what is always off. */
export function isWorkday(date: PlainDate, calendar: WorkingDayCalendar): { workday: boolean; provisional: boolean } {
  const day = toDayNumber(date);
  return { workday: worksOn(day, calendar), provisional: countsUnpublished(day, day, calendar) };
}

/** The n-th working day after `day`, n ≥ 1. */
function forward(day: number, n: number, calendar: WorkingDayCalendar): number {
  let year = yearOfDay(day);
  let index = yearIndex(calendar, year);
  let wanted = (index.before[day - index.firstDay + 1] ?? 0) + n - 1;
  while (wanted >= index.workdays.length) {
    wanted -= index.workdays.length;
    year += 1;
    index = yearIndex(calendar, year);
  }
  return index.workdays[wanted] ?? day;
}

/** The n-th working day before `day`, n ≥ 1. */
function backward(day: number, n: number, calendar: WorkingDayCalendar): number {
  let year = yearOfDay(day);
  let index = yearIndex(calendar, year);
  let wanted = (index.before[day - index.firstDay] ?? 0) - n;
  while (wanted < 0) {
    year -= 1;
    index = yearIndex(calendar, year);
    wanted += index.workdays.length;
  }
  return index.workdays[wanted] ?? day;
}

/**
 * n > 0: the n-th working day after the date; n < 0: before it; 0: the date itself, or the next working day when it is none.
 * Provisional when a day that was looked at lies in a year that is not published; the given date is looked at for 0 only.
 */
export function addWorkdays(date: PlainDate, n: number, calendar: WorkingDayCalendar): CountedDate {
  if (n === 0) return rollDate(date, 'FOLLOWING', calendar);
  const day = toDayNumber(date);
  const target = n > 0 ? forward(day, n, calendar) : backward(day, -n, calendar);
  const provisional =
    n > 0 ? countsUnpublished(day + 1, target, calendar) : countsUnpublished(target, day - 1, calendar);
  return { date: fromDayNumber(target), provisional };
}

/** Moves a date that is no working day. MODIFIED_FOLLOWING goes back where going on would leave the month. */
export function rollDate(date: PlainDate, roll: Roll, calendar: WorkingDayCalendar): CountedDate {
  if (roll === 'NONE') return { date, provisional: false };
  const day = toDayNumber(date);
  if (worksOn(day, calendar)) return { date, provisional: countsUnpublished(day, day, calendar) };
  const next = forward(day, 1, calendar);
  const previous = backward(day, 1, calendar);
  switch (roll) {
    case 'FOLLOWING':
      return { date: fromDayNumber(next), provisional: countsUnpublished(day, next, calendar) };
    case 'PRECEDING':
      return { date: fromDayNumber(previous), provisional: countsUnpublished(previous, day, calendar) };
    case 'MODIFIED_FOLLOWING': {
      const leavesMonth = dateParts(next).month !== dateParts(day).month;
      // Whether the next working day lies in the month was itself read from the calendar up to `next`.
      const provisional = countsUnpublished(leavesMonth ? previous : day, next, calendar);
      return { date: fromDayNumber(leavesMonth ? previous : next), provisional };
    }
    default: {
      const unknown: never = roll;
      throw new RangeError(`Unknown roll: ${String(unknown)}`);
    }
  }
}

/** Working days from `from` to `to`, both included; 0 when `to` is earlier. */
export function countWorkdays(
  from: PlainDate,
  to: PlainDate,
  calendar: WorkingDayCalendar,
): { count: number; provisional: boolean } {
  const first = toDayNumber(from);
  const last = toDayNumber(to);
  if (last < first) return { count: 0, provisional: false };
  let count = 0;
  for (let year = yearOfDay(first); year <= yearOfDay(last); year++) {
    const { before, firstDay, workdays } = yearIndex(calendar, year);
    const lastOfYear = firstDay + before.length - 2;
    const upTo = last >= lastOfYear ? workdays.length : (before[last - firstDay + 1] ?? 0);
    const earlier = first <= firstDay ? 0 : (before[first - firstDay] ?? 0);
    count += upTo - earlier;
  }
  return { count, provisional: countsUnpublished(first, last, calendar) };
}
