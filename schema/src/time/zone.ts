import { Temporal } from 'temporal-polyfill';
import { DAY_MS, epochMs, HOUR_MS, instantFromEpochMs, MINUTE_MS } from './epoch.js';
import type { Instant, PlainDate, PlainTime, Zone } from './instant.js';
import { pad } from './pad.js';
import { dateParts, dayNumberOf, fromDayNumber, toDayNumber } from './plain-date.js';

/** From `from` (epoch ms) on, local time is UTC + `offset` ms. Sorted by `from`; the first starts before everything. */
interface OffsetSpan {
  from: number;
  offset: number;
}

/** One entry a zone and UTC year. The zone database is part of the runtime and does not change while it runs. */
const spansByZone = new Map<Zone, Map<number, OffsetSpan[]>>();

/** Whether the runtime knows the zone by this IANA name. */
export function isValidZone(zone: string): boolean {
  if (spansByZone.has(zone)) return true;
  // Offsets such as `+08:00` are accepted by Intl, but carry no daylight saving and name no place.
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** Offset in ms as the zone database has it. Temporal's own search for transitions looks at the clock; this does not. */
const readOffset = (ms: number, zone: Zone): number =>
  Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;

/** The spans of one UTC year: clocks change at most once a day, so each day is looked at, and a change found by halves. */
function readSpans(zone: Zone, year: number): OffsetSpan[] {
  const end = dayNumberOf(year + 1, 1, 1) * DAY_MS;
  let at = dayNumberOf(year, 1, 1) * DAY_MS;
  let offset = readOffset(at, zone);
  const spans: OffsetSpan[] = [{ from: Number.NEGATIVE_INFINITY, offset }];
  while (at < end) {
    const next = at + DAY_MS;
    const nextOffset = readOffset(next, zone);
    if (nextOffset !== offset) {
      const from = firstWithOther(at, next, offset, zone);
      if (from < end) spans.push({ from, offset: nextOffset });
      offset = nextOffset;
    }
    at = next;
  }
  return spans;
}

/** The first ms after `before` and up to `after` at which the offset is not `offset` any more. */
function firstWithOther(before: number, after: number, offset: number, zone: Zone): number {
  let [same, other] = [before, after];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (readOffset(middle, zone) === offset) same = middle;
    else other = middle;
  }
  return other;
}

/** UTC offset in ms at an epoch ms. @throws RangeError for an unknown zone */
function offsetAt(ms: number, zone: Zone): number {
  const { year } = dateParts(Math.floor(ms / DAY_MS));
  let years = spansByZone.get(zone);
  if (!years) {
    if (!isValidZone(zone)) throw new RangeError(`Unknown time zone: ${zone}`);
    years = new Map();
    spansByZone.set(zone, years);
  }
  let spans = years.get(year);
  if (!spans) {
    spans = readSpans(zone, year);
    years.set(year, spans);
  }
  let offset = 0;
  for (const span of spans) {
    if (span.from > ms) break;
    offset = span.offset;
  }
  return offset;
}

/** Milliseconds since midnight of `18:00` or `23:59:59`. */
export function timeOfDayMs(time: PlainTime): number {
  return (
    Number(time.slice(0, 2)) * HOUR_MS + Number(time.slice(3, 5)) * MINUTE_MS + Number(time.slice(6, 8) || 0) * 1000
  );
}

/**
 * The instant at which the clocks of a zone show a date and time.
 * A time that is skipped (spring) moves forward by the gap; one that comes twice (autumn) is the first.
 * Never reads the zone of the process.
 * @throws RangeError for an unknown zone
 */
export function instantAt(date: PlainDate, time: PlainTime, zone: Zone): Instant {
  return instantFromEpochMs(localToEpochMs(toDayNumber(date) * DAY_MS + timeOfDayMs(time), zone));
}

/** `local`: the wall-clock time read as if it were UTC. */
function localToEpochMs(local: number, zone: Zone): number {
  // No offset is beyond a day, so these two are those before and after any change near the wall-clock time.
  const before = offsetAt(local - DAY_MS, zone);
  const after = offsetAt(local + DAY_MS, zone);
  const first = local - Math.max(before, after);
  if (offsetAt(first, zone) === local - first) return first;
  const second = local - Math.min(before, after);
  if (offsetAt(second, zone) === local - second) return second;
  // Skipped: with the offset from before the gap the clock has moved on by exactly the gap.
  return local - before;
}

/** Wall-clock time in the zone, as ms of a clock read as if it were UTC. */
function localMs(instant: Instant, zone: Zone): number {
  const ms = epochMs(instant);
  return ms + offsetAt(ms, zone);
}

/** The date that calendars in the zone show at an instant. @throws RangeError for an unknown zone */
export function plainDateIn(instant: Instant, zone: Zone): PlainDate {
  return fromDayNumber(Math.floor(localMs(instant, zone) / DAY_MS));
}

/** The wall-clock time `HH:MM:SS` in the zone at an instant; milliseconds are cut off. */
export function plainTimeIn(instant: Instant, zone: Zone): PlainTime {
  const local = localMs(instant, zone);
  const rest = local - Math.floor(local / DAY_MS) * DAY_MS;
  const hour = Math.floor(rest / HOUR_MS);
  const minute = Math.floor((rest % HOUR_MS) / MINUTE_MS);
  return `${pad(hour, 2)}:${pad(minute, 2)}:${pad(Math.floor((rest % MINUTE_MS) / 1000), 2)}`;
}
