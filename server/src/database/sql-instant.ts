import type { Instant } from '@planwright/schema/time';

/** An expression of type timestamptz as Instant text, for where PostgreSQL itself makes the JSON. */
export function instantSql(expression: string): string {
  return `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** A timestamptz that PostgreSQL has put into JSON by itself: `2026-01-05T10:00:00.25+00:00`, in the connection's zone. */
export function instantOfJson(text: string): Instant {
  const zone = text.length - 6;
  // UTC to the millisecond, what every connection of ours says: no need to parse a date.
  if (text.endsWith('+00:00') && (zone === 19 || (zone > 19 && zone <= 23))) {
    return zone === 19 ? `${text.slice(0, zone)}.000Z` : `${text.slice(0, zone).padEnd(23, '0')}Z`;
  }
  return new Date(text).toISOString();
}
