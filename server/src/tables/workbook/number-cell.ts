import type { CellRemark } from '../table.ts';
import type { FormatKind } from './number-format.ts';

const DAY_MS = 86_400_000;
/** Day 0 of both calendars that workbooks count in. */
const EPOCH = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;

/** What binary fractions add to a number that was typed with up to fifteen digits. */
const typed = (value: number): number => (Number.isSafeInteger(value) ? value : Number(value.toPrecision(15)));

/** A stored number as it is read: a date as its day, a percentage with its sign; and how it is shown where that differs. */
export function numberCell(
  raw: string,
  format: FormatKind,
  calendar: keyof typeof EPOCH,
): { text: string; remark?: CellRemark } {
  const value = Number(raw);
  if (raw === '' || !Number.isFinite(value)) return { text: raw };
  switch (format.kind) {
    case 'plain':
      return { text: String(typed(value)) };
    case 'date':
      return { text: dateText(value, format, calendar) ?? String(typed(value)) };
    case 'number':
      return rounded(typed(value), format.decimals, '');
    case 'percent':
      return rounded(typed(value * 100), format.decimals, '%');
    default:
      return format satisfies never;
  }
}

function rounded(value: number, decimals: number | undefined, sign: string): { text: string; remark?: CellRemark } {
  const text = `${value}${sign}`;
  const shown = decimals === undefined || decimals > 20 ? value : Number(value.toFixed(decimals));
  return shown === value ? { text } : { text, remark: { kind: 'shown', shown: `${value.toFixed(decimals)}${sign}` } };
}

function dateText(
  value: number,
  { hasDay, hasTime }: { hasDay: boolean; hasTime: boolean },
  calendar: keyof typeof EPOCH,
): string | null {
  if (value < 0 || value > 2_958_465) return null;
  // Excel believes that 1900 was a leap year: before March 1900 its days are one further.
  const days = calendar === 1900 && value < 60 && value >= 1 ? value + 1 : value;
  const at = new Date(EPOCH[calendar] + Math.round(days * 86_400) * 1000);
  const iso = at.toISOString();
  const time = iso.slice(11, 16);
  if (!hasDay && value < 1) return time;
  const day = iso.slice(0, 10);
  return hasTime && at.getTime() % DAY_MS !== 0 ? `${day} ${time}` : day;
}
