export { durationMs } from './duration.js';
export {
  addMs,
  DAY_MS,
  earlierOf,
  epochMs,
  HOUR_MS,
  instantFromEpochMs,
  isInstant,
  laterOf,
  MINUTE_MS,
} from './epoch.js';
export type { Instant, PlainDate, PlainTime, Zone } from './instant.js';
export {
  addDays,
  addMonths,
  compareDates,
  dateParts,
  dayNumberOf,
  daysBetween,
  daysInMonth,
  fromDayNumber,
  isPlainDate,
  mondayOf,
  toDayNumber,
  weekdayIndex,
  weekdayIndexOfDay,
  weekOf,
  yearOf,
} from './plain-date.js';
export { instantAt, isValidZone, plainDateIn, plainTimeIn, timeOfDayMs } from './zone.js';
