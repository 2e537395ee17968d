import { readFlag } from '@planwright/schema/tables';
import { type ChosenColumn, type FoundColumns, findColumns, type Table, type WantedColumn } from '../tables/index.js';
import type { Metric } from './metric.js';

export const IMPORTED_COLUMNS = ['email', 'name', 'value', 'date', 'baseline'] as const;
export type ImportedColumn = (typeof IMPORTED_COLUMNS)[number];

const NAMES: Record<ImportedColumn, readonly string[]> = {
  email: ['email', 'e-mail', 'mail', 'email address', '邮箱', '电子邮箱', '邮箱地址', '邮件', '电子邮件'],
  name: ['name', 'person', 'full name', '姓名', '人员', '员工', '员工姓名', '学员', '学员姓名', '名字'],
  value: ['value', 'score', 'result', 'measurement', '数值', '值', '得分', '分数', '成绩', '结果', '测量值'],
  date: ['date', 'measured on', 'day', '日期', '测量日期', '测评日期', '考核日期'],
  baseline: ['baseline', 'before', '起点', '基线', '是否基线'],
};

/** Which column is what; the metric's own title names its values too. */
export function measurementColumns(
  table: Table,
  metric: Metric,
  chosen: readonly ChosenColumn<ImportedColumn>[],
): FoundColumns<ImportedColumn> | null {
  const titles = Object.values(metric.title).map((title) => title.normalize('NFKC').trim().toLowerCase());
  const wanted = IMPORTED_COLUMNS.map(
    (key): WantedColumn<ImportedColumn> => ({
      key,
      names: key === 'value' ? [...NAMES.value, ...titles] : NAMES[key],
    }),
  );
  return findColumns(table, wanted, chosen, (key, has) => {
    if (key === 'value') return 'needed';
    if (key === 'email') return has('name') ? 'superfluous' : 'optional';
    if (key === 'name') return has('email') ? 'superfluous' : 'needed';
    return 'optional';
  });
}

const BEFORE = new Set(['起点', '基线', '期初', '前测', 'baseline', 'before']);
const AFTER = new Set(['终点', '期末', '后测', 'outcome', 'after']);

/** null when the text says neither yes nor no. */
export function readBaseline(text: string): boolean | null {
  const word = text.normalize('NFKC').trim().toLowerCase();
  if (BEFORE.has(word)) return true;
  return AFTER.has(word) ? false : readFlag(word);
}
