export {
  type Calendars,
  type CalendarYear,
  CN_FIXED_HOLIDAYS,
  UNPUBLISHED,
  type WorkingDayCalendar,
} from './calendar.js';
export {
  type Anchor,
  type AnchoredRule,
  type DateRule,
  dateRule,
  duration,
  type Lag,
  lag,
  type PersonEvent,
  ROLLS,
  type Roll,
  UNITS,
  type Unit,
  WEEKDAYS,
  type Weekday,
} from './date-rule.js';
export { cnCalendar } from './generated/cn.js';
export {
  addLag,
  anchorName,
  type DateContext,
  type DateResult,
  type ResolvedDate,
  resolveDate,
} from './resolve-date.js';
export { reviewDeadline } from './review-deadline.js';
export { statutoryDays } from './statutory-days.js';
export { addWorkdays, type CountedDate, countWorkdays, isWorkday, rollDate } from './workdays.js';
