import { type CountedDate, isWorkday, rollDate, type WorkingDayCalendar } from '@planwright/schema/calendar';
import type { PlainDate } from '@planwright/schema/time';
import type { Holidays } from '../params/fields.js';

/** Where an announcement of a date goes; undefined = nowhere. */
export function offHolidays(
  date: PlainDate,
  holidays: Holidays,
  calendar: WorkingDayCalendar,
): CountedDate | undefined {
  switch (holidays) {
    case 'SKIP': {
      const { workday, provisional } = isWorkday(date, calendar);
      return workday ? { date, provisional } : undefined;
    }
    case 'NEXT':
      return rollDate(date, 'FOLLOWING', calendar);
    case 'PREVIOUS':
      return rollDate(date, 'PRECEDING', calendar);
    default:
      return holidays satisfies never;
  }
}
