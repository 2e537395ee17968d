import { statutoryDays } from '@planwright/schema/calendar';

/** Days of a year that are not as their weekday says: `off` are holidays, `on` weekend days that are worked. */
export interface YearDays {
  off: ReadonlySet<string>;
  on: ReadonlySet<string>;
}

export type DayKind = 'work' | 'weekend' | 'holiday' | 'makeup';

const DAY = 86_400_000;
const at = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** 0 = Monday. */
export const weekdayOf = (date: string): number => (new Date(at(date)).getUTCDay() + 6) % 7;

export const plusDays = (date: string, days: number): string =>
  new Date(at(date) + days * DAY).toISOString().slice(0, 10);

export function kindOfDay(date: string, { off, on }: YearDays): DayKind {
  const isWeekend = weekdayOf(date) >= 5;
  if (on.has(date)) return 'makeup';
  if (off.has(date)) return 'holiday';
  return isWeekend ? 'weekend' : 'work';
}

/** The day as the other thing that it can be: a working day rests, and a day of rest is worked. */
export function turned(date: string, days: YearDays): YearDays {
  const off = new Set(days.off);
  const on = new Set(days.on);
  const isWeekend = weekdayOf(date) >= 5;
  switch (kindOfDay(date, days)) {
    case 'makeup':
      on.delete(date);
      break;
    case 'holiday':
      off.delete(date);
      if (isWeekend) on.add(date);
      break;
    case 'weekend':
      on.add(date);
      break;
    case 'work':
      off.add(date);
      break;
  }
  return { off, on };
}

/** The dates of a month, and how many cells of its first week are empty. */
export function monthOf(year: number, month: number): { dates: string[]; before: number } {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const dates: string[] = [];
  for (let date = first; date.slice(0, 7) === first.slice(0, 7); date = plusDays(date, 1)) dates.push(date);
  return { dates, before: weekdayOf(first) };
}

export function workingDays(year: number, days: YearDays): number {
  let count = 0;
  for (let month = 1; month <= 12; month += 1)
    count += monthOf(year, month).dates.filter((date) => ['work', 'makeup'].includes(kindOfDay(date, days))).length;
  return count;
}

/** What a year begins with: as it is published, or the days that the law gives. */
export const daysOf = (year: {
  year: number;
  published: boolean;
  off: readonly string[];
  on: readonly string[];
}): YearDays =>
  year.published
    ? { off: new Set(year.off), on: new Set(year.on) }
    : { off: new Set(statutoryDays(year.year)), on: new Set() };

export const sameDays = (one: YearDays, other: YearDays): boolean =>
  one.off.size === other.off.size &&
  one.on.size === other.on.size &&
  [...one.off].every((date) => other.off.has(date)) &&
  [...one.on].every((date) => other.on.has(date));
