import { addDays, type PlainDate } from '../time/index.js';
import { CN_FIXED_HOLIDAYS } from './calendar.js';

/**
 * Lunar New Year, Qingming, Dragon Boat and Mid-Autumn by year, as months and days. Written down, because `Intl` is wrong about some: of
 * 2027 it has the New Year a day late. The test holds them to a library that has them from tables.
 */
const MOVING: Readonly<Record<number, readonly [newYear: string, qingming: string, boats: string, moon: string]>> = {
  2026: ['02-17', '04-05', '06-19', '09-25'],
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
  2036: ['01-28', '04-04', '05-30', '10-04'],
};

/**
 * The days that are off in mainland China by law: what is known of a year before the State Council's notice says which weekends are
 * worked for longer holidays. (Regulation on national holidays, as of 2025: New Year 1, Spring Festival 4 with its eve, Qingming 1, Labour
 * Day 2, Dragon Boat 1, Mid-Autumn 1, National Day 3.) Of years that are not written down above, those with fixed dates alone.
 */
export function statutoryDays(year: number): PlainDate[] {
  const on = (day: string): PlainDate => `${year}-${day}`;
  const days = new Set(CN_FIXED_HOLIDAYS.map(on));
  const [newYear, ...others] = MOVING[year] ?? [];
  for (const day of others) days.add(on(day));
  if (newYear) for (const offset of [-1, 0, 1, 2]) days.add(addDays(on(newYear), offset));
  return [...days].sort();
}
