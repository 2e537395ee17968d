/** How far an instant is from now, in the largest unit that reads well. */
export type Distance = { when: 'left' | 'late'; unit: 'minutes' | 'hours' | 'days'; count: number } | { when: 'now' };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Time left to `at` (or since it), rounded down, so that nobody is promised more than they have: minutes up to an hour,
 * hours up to two days, then days. Less than a minute on either side is `now`.
 */
export function distance(at: string, now: Date): Distance {
  const difference = new Date(at).getTime() - now.getTime();
  const size = Math.abs(difference);
  const when = difference > 0 ? 'left' : 'late';
  if (size < MINUTE) return { when: 'now' };
  if (size < HOUR) return { when, unit: 'minutes', count: Math.floor(size / MINUTE) };
  if (size < 2 * DAY) return { when, unit: 'hours', count: Math.floor(size / HOUR) };
  return { when, unit: 'days', count: Math.floor(size / DAY) };
}

/** The calendar date of an instant in a zone, as `2026-03-02`. */
export function dateIn(zone: string, at: string | Date): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(new Date(at));
}

/** Whole calendar days from the first date to the second; dates as `2026-03-02`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** `…Year` where the year has to be said. */
export type DateStyle = 'day' | 'dayYear' | 'dayTime' | 'dayTimeYear' | 'time' | 'full' | 'fullTime';

const STYLES: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { month: 'long', day: 'numeric', weekday: 'short' },
  dayTime: { month: 'long', day: 'numeric', weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  dayYear: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' },
  dayTimeYear: {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  full: { year: 'numeric', month: 'long', day: 'numeric' },
  fullTime: { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
};

const formatters = new Map<string, Intl.DateTimeFormat>();

const LATIN_NEXT_TO_CHINESE = /([\u4e00-\u9fff])(?=[0-9A-Za-z])|([0-9A-Za-z])(?=[\u4e00-\u9fff])/g;

/** Puts the half space between Chinese and Latin letters or figures: `3月2日` → `3 月 2 日`. */
export function halfSpaced(text: string): string {
  return text.replace(LATIN_NEXT_TO_CHINESE, '$1$2 ');
}

/** A date or instant in words of the locale and the zone. A plain date (`2026-03-02`) is the same day in every zone. */
export function dateWords(at: string, style: DateStyle, locale: string, zone: string): string {
  const timeZone = /^\d{4}-\d{2}-\d{2}$/.test(at) ? 'UTC' : zone;
  const id = `${locale} ${timeZone} ${style}`;
  const formatter = formatters.get(id) ?? new Intl.DateTimeFormat(locale, { ...STYLES[style], timeZone });
  formatters.set(id, formatter);
  const words = formatter.format(new Date(at));
  return locale.startsWith('zh') ? halfSpaced(words) : words;
}
