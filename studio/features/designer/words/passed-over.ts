import type { WorkingDayCalendar } from '@planwright/schema/calendar';
import { addDays, type PlainDate, yearOf } from '@planwright/schema/time';

export interface PassedOver {
  /** Names of the holidays between, each once, in order; weekday holidays without a name are left out. */
  holidays: string[];
  /** Weekend days between that are worked (调休). */
  workingWeekends: PlainDate[];
}

/** What a count of working days passes over, both ends in: it explains a date that looks late. */
export function daysPassedOver(from: PlainDate, to: PlainDate, calendar: WorkingDayCalendar): PassedOver {
  const holidays = new Set<string>();
  const workingWeekends: PlainDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const year = calendar.years[yearOf(date)];
    const name = year?.names?.[date];
    if (year?.off.includes(date) && name) holidays.add(name);
    if (year?.on.includes(date)) workingWeekends.push(date);
  }
  return { holidays: [...holidays], workingWeekends };
}
