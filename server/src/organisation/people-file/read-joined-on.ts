import { readDay } from '@planwright/schema/tables';
import { addDays, type PlainDate } from '@planwright/schema/time';

/** A day as somebody has written it, or why it cannot be taken for one. */
export type ReadDate =
  | { day: PlainDate }
  | {
      /**
       * - NO_YEAR: `3月1日`: a guess would be a year wrong for everybody who joined in December.
       * - SHORT_YEAR: `26/3/1`.
       * - NO_DAY: `2026年3月`.
       * - DAY_OR_MONTH: `3/1/2026`: read so in one country, the other way round in the next.
       * - NO_SUCH_DAY: 31 February.
       * - TOO_FAR: before 1950, or more than two years ahead.
       */
      fault: 'NO_YEAR' | 'SHORT_YEAR' | 'NO_DAY' | 'DAY_OR_MONTH' | 'NO_SUCH_DAY' | 'TOO_FAR' | 'UNREADABLE';
    };

const EARLIEST = '1950-01-01';
const DAYS_AHEAD = 731;

/** What Excel counts as day 0. Before March 1900 it counts one day too many, which nobody joined on. */
const SERIAL_EPOCH = '1899-12-30';
const FIRST_SERIAL = 18_264;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DIGITS = '〇一二三四五六七八九';

/**
 * `2026-03-01`, `2026/3/1`, `2026.3.1`, `2026年3月1日`, `20260301`, `二〇二六年三月一日`, `1 March 2026`, `Mar 1, 2026`, each with or without
 * a weekday or a time behind it; and the number that Excel keeps for a day, where the cell was saved without its format.
 */
export function readJoinedOn(text: string, today: PlainDate): ReadDate {
  const plain = westernDigits(text.normalize('NFKC'))
    .replace(/(?:星期|周|週)[一二三四五六日天]/gu, ' ')
    .replace(/\((?:\s*)\)/g, ' ')
    .replace(/\s*([年月日])\s*/gu, '$1')
    .replace(/\s*([-/.])\s*(?=\d)/g, '$1')
    .trim();
  const named = withNamedMonth(plain);
  const day = readDay(named ?? plain) ?? serialDay(plain);
  if (day === null) return { fault: named === null ? faultOf(plain) : 'NO_SUCH_DAY' };
  return day < EARLIEST || day > addDays(today, DAYS_AHEAD) ? { fault: 'TOO_FAR' } : { day };
}

function serialDay(plain: string): PlainDate | null {
  if (!/^\d{5}(?:\.\d+)?$/.test(plain)) return null;
  const serial = Math.floor(Number(plain));
  return serial < FIRST_SERIAL ? null : addDays(SERIAL_EPOCH, serial);
}

/** `1 March 2026` → `2026-3-1`: with the month in letters, nobody confuses it with the day. */
function withNamedMonth(plain: string): string | null {
  const match =
    /^(?:[a-z]+,?\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?<month>[a-z]{3,9})\.?,?[\s-]+(?<year>\d{4})$/i.exec(
      plain,
    ) ?? /^(?:[a-z]+,\s+)?(?<month>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})$/i.exec(plain);
  const { day = '', month = '', year = '' } = match?.groups ?? {};
  const index = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  return index < 0 ? null : `${year}-${index + 1}-${day}`;
}

function faultOf(plain: string): Exclude<ReadDate, { day: PlainDate }>['fault'] {
  if (/^\d{1,2}月\d{1,2}日?$/u.test(plain) || /^\d{1,2}[-/.]\d{1,2}$/.test(plain)) return 'NO_YEAR';
  if (/^\d{4}[-/.年]\d{1,2}月?$/u.test(plain)) return 'NO_DAY';
  if (/^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}/u.test(plain) || /^\d{8}$/.test(plain)) return 'NO_SUCH_DAY';
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/.test(plain)) return 'DAY_OR_MONTH';
  if (/^\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/u.test(plain)) return 'SHORT_YEAR';
  if (/^\d{1,2}[\s-]+[a-z]{3,9}\.?[\s-]+\d{2}$/i.test(plain)) return 'SHORT_YEAR';
  return /^\d{1,2}[\s-]+[a-z]{3,9}$|^[a-z]{3,9}\s+\d{1,2}$/i.test(plain) ? 'NO_YEAR' : 'UNREADABLE';
}

/** `二〇二六年三月十一日` → `2026年3月11日`: a display format of Excel, and so what is pasted. */
function westernDigits(text: string): string {
  const match = /^([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/u.exec(
    text,
  );
  if (!match) return text;
  const [whole, year = '', month = '', day = ''] = match;
  const digits = [...year].map((sign) => (sign === '零' || sign === '○' ? 0 : DIGITS.indexOf(sign))).join('');
  return `${digits}年${belowHundred(month)}月${belowHundred(day)}日${text.slice(whole.length)}`;
}

/** 十, 十一, 二十, 二十一. */
function belowHundred(text: string): number {
  const [before = '', after] = text.split('十');
  if (after === undefined) return DIGITS.indexOf(text);
  return (before === '' ? 1 : DIGITS.indexOf(before)) * 10 + (after === '' ? 0 : DIGITS.indexOf(after));
}
