import { type Language, type LocalizedText, textIn } from '@planwright/schema/text';
import {
  type Instant,
  type PlainDate,
  plainDateIn,
  plainTimeIn,
  weekdayIndex,
  type Zone,
} from '@planwright/schema/time';

const ZH_DAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const EN_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const EN_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The same sentence in both languages. */
export function inBoth(write: (language: Language) => string): LocalizedText {
  return { 'zh-CN': write('zh-CN'), en: write('en') };
}

/** One of two wordings. */
export const say = (language: Language, zh: string, en: string): string => (language === 'zh-CN' ? zh : en);

/** `1月9日（周五）` · `Friday, 9 January` */
export function dateWords(date: PlainDate, language: Language): string {
  const [month, day] = [Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  const weekday = weekdayIndex(date);
  return say(
    language,
    `${month}月${day}日（${ZH_DAYS[weekday]}）`,
    `${EN_DAYS[weekday]}, ${day} ${EN_MONTHS[month - 1]}`,
  );
}

/** `1月9日（周五）18:00` · `Friday, 9 January, 18:00`, as the clocks of the zone show it. */
export function momentWords(at: Instant, zone: Zone, language: Language): string {
  const date = dateWords(plainDateIn(at, zone), language);
  const time = plainTimeIn(at, zone).slice(0, 5);
  return say(language, `${date}${time}`, `${date}, ${time}`);
}

/** `2026年2月` · `February 2026` */
export function monthWords(month: string, language: Language): string {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5, 7))];
  return say(language, `${year}年${number}月`, `${EN_MONTHS[number - 1]} ${year}`);
}

export const weekdayWords = (index: number, language: Language): string =>
  say(language, ZH_DAYS[index] ?? '', EN_DAYS[index] ?? '');

/** Titles stand within sentences and lists, so a line break in one is a blank. */
const plain = (title: LocalizedText, language: Language): string => textIn(title, language).replace(/\s+/g, ' ');

/** `《…》` · `“…”` */
export const itemWords = ({ title }: { title: LocalizedText }, language: Language): string =>
  say(language, `《${plain(title, language)}》`, `“${plain(title, language)}”`);

/** `「…」` · `“…”`: a stage or a step. */
export const partWords = ({ title }: { title: LocalizedText }, language: Language): string =>
  say(language, `「${plain(title, language)}」`, `“${plain(title, language)}”`);

export const stageHeading = ({ title }: { title: LocalizedText }, language: Language): string =>
  `**${plain(title, language)}**`;

/** `1 day`, `3 days`; Chinese counts without a plural. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
