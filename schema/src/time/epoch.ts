import type { Instant } from './instant.js';
import { pad } from './pad.js';
import { fromDayNumber, toDayNumber } from './plain-date.js';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Milliseconds since 1970-01-01T00:00Z of a well-formed instant. */
export function epochMs(instant: Instant): number {
  return (
    toDayNumber(instant.slice(0, 10)) * DAY_MS +
    Number(instant.slice(11, 13)) * HOUR_MS +
    Number(instant.slice(14, 16)) * MINUTE_MS +
    Number(instant.slice(17, 19)) * 1000 +
    Number(instant.slice(20, 23))
  );
}

export function instantFromEpochMs(ms: number): Instant {
  const day = Math.floor(ms / DAY_MS);
  const rest = ms - day * DAY_MS;
  const hour = Math.floor(rest / HOUR_MS);
  const minute = Math.floor((rest % HOUR_MS) / MINUTE_MS);
  const second = Math.floor((rest % MINUTE_MS) / 1000);
  return `${fromDayNumber(day)}T${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}.${pad(rest % 1000, 3)}Z`;
}

/** Whether the text is an instant in the one form that Planwright stores. */
export function isInstant(text: string): boolean {
  return INSTANT.test(text) && instantFromEpochMs(epochMs(text)) === text;
}

export function addMs(instant: Instant, ms: number): Instant {
  return instantFromEpochMs(epochMs(instant) + ms);
}

export const laterOf = (a: Instant, b: Instant): Instant => (a > b ? a : b);
export const earlierOf = (a: Instant, b: Instant): Instant => (a < b ? a : b);
