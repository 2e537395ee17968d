import {
  addDays,
  addMonths,
  addMs,
  HOUR_MS,
  type Instant,
  instantAt,
  laterOf,
  MINUTE_MS,
  mondayOf,
  type PlainDate,
  type PlainTime,
  plainDateIn,
  plainTimeIn,
  type Zone,
} from '../time/index.js';
import type { WorkingDayCalendar } from './calendar.js';
import { type Anchor, type DateRule, type Lag, type Roll, type Unit, WEEKDAYS } from './date-rule.js';
import { addWorkdays, type CountedDate, rollDate } from './workdays.js';

/** What has happened so far, for rules to count from. */
export interface Anchors {
  startsOn: PlainDate;
  /**
   * When the anchor happened or, for `{ due }` and `STAGE_START`, is planned; undefined = not yet known.
   * With `provisional` where that date itself may still be moved. `START` is never asked for.
   */
  lookup(anchor: Anchor): Instant | ResolvedDate | undefined;
}

export interface DateContext {
  calendar: WorkingDayCalendar;
  zone: Zone;
}

export interface ResolvedDate {
  at: Instant;
  /** Publishing a calendar year may still move it. A rule that asks no calendar is never provisional. */
  provisional: boolean;
}

export type DateResult = ResolvedDate | { awaiting: string } | { none: true };

const DEFAULT_TIME: Record<'opens' | 'due', PlainTime> = { opens: '00:00', due: '23:59:59' };

/** An anchor as one word: `START`, `completed:goal-plan`, `event:PROMOTED`. */
export function anchorName(anchor: Anchor): string {
  if (typeof anchor === 'string') return anchor;
  if ('opened' in anchor) return `opened:${anchor.opened}`;
  if ('completed' in anchor) return `completed:${anchor.completed}`;
  if ('due' in anchor) return `due:${anchor.due}`;
  return `event:${anchor.event}`;
}

/** Whether the unit counts calendar dates rather than hours. */
type DayUnit = Exclude<Unit, 'MINUTE' | 'HOUR'>;
const isDayUnit = (unit: Unit): unit is DayUnit => unit !== 'MINUTE' && unit !== 'HOUR';

function addToDate(date: PlainDate, offset: number, unit: DayUnit, calendar: WorkingDayCalendar): CountedDate {
  switch (unit) {
    case 'DAY':
      return { date: addDays(date, offset), provisional: false };
    case 'WEEK':
      return { date: addDays(date, offset * 7), provisional: false };
    case 'MONTH':
      return { date: addMonths(date, offset), provisional: false };
    case 'WORKDAY':
      return addWorkdays(date, offset, calendar);
    default: {
      const unknown: never = unit;
      throw new RangeError(`Unknown unit: ${String(unknown)}`);
    }
  }
}

const elapsed = (offset: number, unit: 'MINUTE' | 'HOUR'): number => offset * (unit === 'HOUR' ? HOUR_MS : MINUTE_MS);

/** Moves the date of an instant off a day that is no working day and keeps its wall-clock time. */
function rollInstant(at: Instant, roll: Roll, { calendar, zone }: DateContext): ResolvedDate {
  const date = plainDateIn(at, zone);
  const rolled = rollDate(date, roll, calendar);
  return {
    at: rolled.date === date ? at : instantAt(rolled.date, plainTimeIn(at, zone), zone),
    provisional: rolled.provisional,
  };
}

/**
 * The instant that a date rule means for one person.
 * `awaiting` = the anchor has not happened; `none` = there is no rule, which is something else.
 * Times default to 00:00 for `opens` and 23:59:59 for `due`. Weekdays of a week are not rolled: the rule names the day.
 * @throws RangeError for an unknown zone
 */
export function resolveDate(
  rule: DateRule | undefined,
  anchors: Anchors,
  ctx: DateContext & { kind: 'opens' | 'due' },
): DateResult {
  if (!rule) return { none: true };
  const defaultTime = DEFAULT_TIME[ctx.kind];
  if ('fixed' in rule) {
    return { at: instantAt(rule.fixed.slice(0, 10), rule.fixed.slice(11), ctx.zone), provisional: false };
  }
  if ('week' in rule) {
    const date = addDays(mondayOf(anchors.startsOn), (rule.week - 1) * 7 + WEEKDAYS.indexOf(rule.weekday));
    return { at: instantAt(date, rule.at ?? defaultTime, ctx.zone), provisional: false };
  }

  const found = rule.anchor === 'START' ? undefined : anchors.lookup(rule.anchor);
  if (rule.anchor !== 'START' && found === undefined) return { awaiting: anchorName(rule.anchor) };
  const anchor: ResolvedDate | undefined = typeof found === 'string' ? { at: found, provisional: false } : found;
  const roll = rule.roll ?? 'NONE';

  if (!isDayUnit(rule.unit)) {
    const from = anchor?.at ?? instantAt(anchors.startsOn, '00:00', ctx.zone);
    const rolled = rollInstant(addMs(from, elapsed(rule.offset, rule.unit)), roll, ctx);
    return { at: rolled.at, provisional: rolled.provisional || (anchor?.provisional ?? false) };
  }
  const from = anchor ? plainDateIn(anchor.at, ctx.zone) : anchors.startsOn;
  const counted = addToDate(from, rule.offset, rule.unit, ctx.calendar);
  const rolled = rollDate(counted.date, roll, ctx.calendar);
  return {
    at: instantAt(rolled.date, rule.at ?? defaultTime, ctx.zone),
    provisional: counted.provisional || rolled.provisional || (anchor?.provisional ?? false),
  };
}

/**
 * When the target of a link opens whose condition was met at `metAt`: day units count dates and open at 00:00 of that
 * date, as every opening does, but never before the link was met.
 */
export function addLag(metAt: Instant, lag: Lag | undefined, ctx: DateContext): ResolvedDate {
  if (!lag) return { at: metAt, provisional: false };
  if (!isDayUnit(lag.unit)) return { at: addMs(metAt, elapsed(lag.offset, lag.unit)), provisional: false };
  const counted = addToDate(plainDateIn(metAt, ctx.zone), lag.offset, lag.unit, ctx.calendar);
  return { at: laterOf(metAt, instantAt(counted.date, '00:00', ctx.zone)), provisional: counted.provisional };
}
