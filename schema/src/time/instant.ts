/**
 * An instant: ISO 8601 in UTC, always with milliseconds and `Z` (`2026-01-05T10:00:00.000Z`).
 * Always the same 24 characters, so that comparing strings compares times and JSON needs no conversion.
 */
export type Instant = string;

/** A calendar date without zone: `2026-01-05`. Comparing strings compares dates. */
export type PlainDate = string;

/** A wall-clock time without zone or date: `18:00` or `23:59:59`. */
export type PlainTime = string;

/** An IANA zone name: `Asia/Shanghai`. */
export type Zone = string;
