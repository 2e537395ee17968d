import type { PlainDate } from '@planwright/schema';

export interface Columns {
  email?: number;
  name?: number;
  value: number;
  /** Absent = today. */
  date?: number;
  baseline?: number;
}

const NAMES: Record<keyof Columns, readonly string[]> = {
  email: ['email', 'e-mail', 'mail', '邮箱', '电子邮箱', '邮件'],
  name: ['name', 'person', '姓名', '人员', '员工'],
  value: ['value', 'score', 'result', '数值', '值', '得分', '分数', '结果'],
  date: ['date', 'measured on', 'day', '日期', '测量日期'],
  baseline: ['baseline', 'before', '起点', '基线', '是否基线'],
};

/** Which column is what, by the names in the first row; null when nobody or no value can be told. */
export function columnsOf(head: readonly string[]): Columns | null {
  const plain = head.map((text) => text.normalize('NFKC').trim().toLowerCase().replaceAll('_', ' '));
  const find = (what: keyof Columns) => {
    const index = plain.findIndex((text) => NAMES[what].includes(text));
    return index < 0 ? undefined : index;
  };
  const [email, name, value, date, baseline] = [
    find('email'),
    find('name'),
    find('value'),
    find('date'),
    find('baseline'),
  ];
  if (value === undefined || (email === undefined && name === undefined)) return null;
  return {
    value,
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { name }),
    ...(date === undefined ? {} : { date }),
    ...(baseline === undefined ? {} : { baseline }),
  };
}

/** `86.5`, `86,5`, `1,204.5`, `８６.５`, `86.5%`, `86.5 分`; null for anything else. */
export function readNumber(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u00A0%分]/g, '')
    .replace(/^[+]/, '')
    .replace('−', '-');
  const decimalComma = /^-?\d+,\d{1,2}$/.test(plain) ? plain.replace(',', '.') : plain;
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(decimalComma) ? decimalComma.replaceAll(',', '') : decimalComma;
  if (!/^-?\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(grouped)) return null;
  const value = Number(grouped);
  return Number.isFinite(value) ? value : null;
}

/** `2026-03-02`, `2026/3/2`, `2026.3.2`, `2026年3月2日`, `20260302`; null for anything else, also where day and month could be confused. */
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

export const readFlag = (text: string): boolean =>
  ['yes', 'true', '1', 'x', 'y', '是', '√', '起点', '基线', 'baseline'].includes(text.trim().toLowerCase());
