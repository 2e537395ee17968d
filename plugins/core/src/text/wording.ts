import { type Language, type LocalizedText, textIn } from '@planwright/schema/text';
import {
  type Instant,
  type PlainDate,
  plainDateIn,
  plainTimeIn,
  weekdayIndex,
  type Zone,
} from '@planwright/schema/time';
import { sayIn, says } from '../generated/messages.js';

/** `1月9日（周五）` · `Friday, 9 January` */
export function dateWords(date: PlainDate, language: Language): string {
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  return sayIn(language, 'inWords.date', {
    month: named(`month.${month}`, language),
    day,
    weekday: weekdayWords(weekdayIndex(date), language),
  });
}

/** `1月9日（周五）18:00` · `Friday, 9 January, 18:00`, as the clocks of the zone show it. */
export function momentWords(at: Instant, zone: Zone, language: Language): string {
  const date = dateWords(plainDateIn(at, zone), language);
  const time = plainTimeIn(at, zone).slice(0, 5);
  return sayIn(language, 'inWords.moment', { date, time });
}

/** `2026年2月` · `February 2026` */
export function monthWords(month: string, language: Language): string {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5, 7))];
  return sayIn(language, 'inWords.monthOf', { year, month: named(`month.${number}`, language) });
}

export const weekdayWords = (index: number, language: Language): string => named(`weekdayName.${index}`, language);

function named(key: `month.${number}` | `weekdayName.${number}`, language: Language): string {
  return says(key) ? sayIn(language, key) : '';
}

/** Titles stand within sentences and lists, so a line break in one is a blank. */
const plain = (title: LocalizedText, language: Language): string => textIn(title, language).replace(/\s+/g, ' ');

/** `《…》` · `“…”` */
export const itemWords = ({ title }: { title: LocalizedText }, language: Language): string =>
  sayIn(language, 'inWords.item', { title: plain(title, language) });

/** `「…」` · `“…”`: a stage or a step. */
export const partWords = ({ title }: { title: LocalizedText }, language: Language): string =>
  sayIn(language, 'inWords.part', { title: plain(title, language) });

export const stageHeading = ({ title }: { title: LocalizedText }, language: Language): string =>
  `**${plain(title, language)}**`;
