import { DAY_MS, HOUR_MS, MINUTE_MS } from './epoch.js';

export interface Duration {
  days: number;
  hours: number;
  minutes: number;
}

const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** Reads `PT24H`, `P2D`, `P1DT2H30M`. @throws RangeError for anything else; definitions are checked before they get here */
export function parseDuration(text: string): Duration {
  const match = DURATION.exec(text);
  if (!match || text === 'P' || text.endsWith('T'))
    throw new RangeError(`Not a duration of days, hours and minutes: ${text}`);
  return { days: Number(match[1] ?? 0), hours: Number(match[2] ?? 0), minutes: Number(match[3] ?? 0) };
}

/** Elapsed milliseconds, a day being `dayMs` long (24 hours unless told). */
export function durationMs(text: string, dayMs = DAY_MS): number {
  const { days, hours, minutes } = parseDuration(text);
  return days * dayMs + hours * HOUR_MS + minutes * MINUTE_MS;
}
