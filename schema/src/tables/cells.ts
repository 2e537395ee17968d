import type { PlainDate } from '../time/index.js';

/** `86.5`, `86,5`, `1,204.5`, `８６.５`, `86.5%`, `86.5 分`; null for anything else. */
export function readNumber(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s%分]/g, '')
    .replace(/^[+]/, '')
    .replace('−', '-');
  const decimalComma = /^-?\d+,\d{1,2}$/.test(plain) ? plain.replace(',', '.') : plain;
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(decimalComma) ? decimalComma.replaceAll(',', '') : decimalComma;
  if (!/^-?\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(grouped)) return null;
  const value = Number(grouped);
  return Number.isFinite(value) ? value : null;
}

/**
 * `2026-03-02`, `2026/3/2`, `2026.3.2`, `2026年3月2日`, `20260302`, each with or without a time behind it; null for anything
 * else, also where day and month could be confused.
 */
export function readDay(text: string): PlainDate | null {
  const plain = text.normalize('NFKC').trim();
  const match =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$/.exec(plain) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(plain);
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  // 31 February is another day to the parser.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date ? null : date;
}

const YES = new Set(['yes', 'true', '1', 'x', 'y', '是', '√', '✓', '对']);
const NO = new Set(['', 'no', 'false', '0', 'n', '否', '×', '-', '不是']);

/** null for what says neither yes nor no. An empty cell says no. */
export function readFlag(text: string): boolean | null {
  const word = text.normalize('NFKC').trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}
