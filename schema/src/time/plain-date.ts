import type { PlainDate } from './instant.js';
import { pad } from './pad.js';

/** 0 = Monday … 6 = Sunday. */
export type WeekdayIndex = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const PLAIN_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Days since 1970-01-01 of a date given by numbers; months beyond 1–12 and days beyond the month simply count on.
 * The year starts in March here, so that the leap day is the last of it (Hinnant, "chrono-compatible low-level date algorithms").
 */
export function dayNumberOf(year: number, month: number, day: number): number {
  const shifted = year + Math.floor((month - 3) / 12);
  const monthFromMarch = (((month - 3) % 12) + 12) % 12;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `dayNumberOf`. */
export function dateParts(dayNumber: number): { year: number; month: number; day: number } {
  const z = dayNumber + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Days since 1970-01-01. The date has to be a real one (`isPlainDate`); nothing is checked here. */
export function toDayNumber(date: PlainDate): number {
  return dayNumberOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

export function fromDayNumber(dayNumber: number): PlainDate {
  const { year, month, day } = dateParts(dayNumber);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Whether the text is a date that exists: `2026-02-29` is none. */
export function isPlainDate(text: string): boolean {
  return PLAIN_DATE.test(text) && fromDayNumber(toDayNumber(text)) === text;
}

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(date) + days);
}

export const daysInMonth = (year: number, month: number): number =>
  dayNumberOf(year, month + 1, 1) - dayNumberOf(year, month, 1);

/** Same day of the month, else the last day of it: 31 January + 1 month = 28 (29) February. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = dateParts(toDayNumber(date));
  const monthCount = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(monthCount / 12);
  const targetMonth = monthCount - targetYear * 12 + 1;
  const lastDay = daysInMonth(targetYear, targetMonth);
  return fromDayNumber(dayNumberOf(targetYear, targetMonth, Math.min(day, lastDay)));
}

/** From `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** 1970-01-01 was a Thursday. */
export function weekdayIndexOfDay(dayNumber: number): WeekdayIndex {
  return ((((dayNumber + 3) % 7) + 7) % 7) as WeekdayIndex;
}

export function weekdayIndex(date: PlainDate): WeekdayIndex {
  return weekdayIndexOfDay(toDayNumber(date));
}

/** The Monday of the calendar week that holds the date. */
export function mondayOf(date: PlainDate): PlainDate {
  const dayNumber = toDayNumber(date);
  return fromDayNumber(dayNumber - weekdayIndexOfDay(dayNumber));
}

/** The calendar week of a plan: weeks run Monday to Sunday, week 1 holds `startsOn`; 0 and less lie before it. */
export function weekOf(date: PlainDate, startsOn: PlainDate): number {
  return daysBetween(mondayOf(startsOn), mondayOf(date)) / 7 + 1;
}

/** For sorting: negative when `a` is earlier. Works for dates and for instants. */
export function compareDates(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
