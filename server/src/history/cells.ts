import { readDay } from '@planwright/schema/tables';
import { type Instant, instantAt, instantFromEpochMs, type PlainDate, type Zone } from '@planwright/schema/time';

/** A day as Planwright counts days; null for anything else and for years that calendars do not reach. */
export function readDate(text: string): PlainDate | null {
  const day = readDay(text);
  return day !== null && day >= '2000-01-01' && day < '2100-01-01' ? day : null;
}

const LOCAL = /^(\S+)[T ](\d{1,2}:\d\d)(?::\d\d)?$/;

/**
 * When something happened: an instant with its zone (`2014-03-01T17:00:00Z`), a local time (`2014-03-01T18:00`) or a day,
 * which stands for noon: late enough for what opened in the morning, and in time for what was due that evening.
 */
export function readMoment(text: string, zone: Zone): Instant | null {
  const instant = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(instant)) {
    const exact = instantFromEpochMs(instant);
    return exact >= '2000' && exact < '2100' ? exact : null;
  }
  const [, day = text, time = '12:00'] = LOCAL.exec(text) ?? [];
  const date = readDate(day);
  const padded = time.padStart(5, '0');
  return date === null || padded > '23:59' ? null : instantAt(date, padded, zone);
}
