import type { Language } from '../text/index.js';
import { type Instant, plainDateIn, plainTimeIn, weekdayIndex, type Zone } from '../time/index.js';

import { sayIn, says } from './generated/messages.js';

/** `1月19日（周一）` or `Mon 19 Jan`, with the time where it is not midnight and the year where it is not the one given. */
export function dayWords(at: Instant, { zone, year: known }: { zone: Zone; year: string }, language: Language): string {
  const date = plainDateIn(at, zone);
  const time = plainTimeIn(at, zone).slice(0, 5);
  const [year, month, day] = [date.slice(0, 4), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  const words = {
    day,
    month: named(`month.${month}`, language),
    weekday: named(`weekday.${weekdayIndex(date)}`, language),
  };
  const said =
    known === year ? sayIn(language, 'day.ofYear', words) : sayIn(language, 'day.withYear', { ...words, year });
  return time === '00:00' ? said : sayIn(language, 'day.at', { date: said, time });
}

function named(key: `month.${number}` | `weekday.${number}`, language: Language): string {
  return says(key) ? sayIn(language, key) : '';
}
