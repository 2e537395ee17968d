import type { PlainDate } from '../time/index.js';

/**
 * One published year of a working-day calendar. Monday to Friday work and weekends rest, except:
 * `off` (holidays on weekdays, also weekend days named by the notice) and `on` (weekend days that work, 调休).
 */
export interface CalendarYear {
  year: number;
  off: PlainDate[];
  on: PlainDate[];
  /** Names of holidays by date, for people: `{ '2026-02-17': '春节' }`. */
  names?: Record<PlainDate, string>;
}

/** Years that are absent are not published: Monday to Friday work, and every date counted there is provisional. */
export interface WorkingDayCalendar {
  key: string;
  years: Record<number, CalendarYear>;
  /** Days (`01-01`) that are off in every year by law: known before a year is published, which then says all. */
  always?: readonly string[];
}

/** What the regulation on national holidays fixes by the calendar date; the lunar ones and 调休 come with each year's notice. */
export const CN_FIXED_HOLIDAYS: readonly string[] = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

/** All calendars of a workspace by key. */
export type Calendars = Record<string, WorkingDayCalendar>;

/** For plans whose calendar nobody has: Monday to Friday, and every date provisional. */
export const UNPUBLISHED: WorkingDayCalendar = { key: '', years: {} };
