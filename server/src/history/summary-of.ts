import { type Language, textIn } from '@planwright/schema/text';
import type { HistoryReport, ImportOptions } from './import-history.js';

/** This many lines of each kind are printed; the report's file has all of them. */
const MOST_LINES = 20;

/** What the import did, as lines for the person who started it. */
export function summaryOf(report: HistoryReport, language: Language, { dryRun }: ImportOptions): string[] {
  const isEnglish = language === 'en';
  const { people, versions, metrics, measurements, cohorts, notTaken } = report;
  const lines = [
    isEnglish
      ? `New: ${people} people, ${versions} plan versions, ${metrics} metrics, ${measurements} measurements.`
      : `新增：${people} 人、${versions} 个计划版本、${metrics} 个指标、${measurements} 条测量值。`,
    ...cohorts.map(({ key, enrolments, rows, knownRows }) =>
      isEnglish
        ? `${key}: ${enrolments} new enrolments, ${rows} rows of history taken, ${knownRows} known already.`
        : `${key}：新增培养 ${enrolments} 个，导入历史 ${rows} 行，已有 ${knownRows} 行。`,
    ),
  ];
  for (const [code, list] of Map.groupBy(notTaken, (one) => one.code)) {
    lines.push(isEnglish ? `Not taken, ${code}: ${list.length}` : `未导入，${code}：${list.length}`);
    for (const { file, line, text } of list.slice(0, MOST_LINES))
      lines.push(`  ${line === 0 ? file : `${file}:${line}`} ${textIn(text, language)}`);
    if (list.length > MOST_LINES)
      lines.push(isEnglish ? `  … and ${list.length - MOST_LINES} more` : `  … 另有 ${list.length - MOST_LINES} 条`);
  }
  if (notTaken.length === 0) lines.push(isEnglish ? 'Everything was taken.' : '全部导入。');
  if (dryRun) lines.push(isEnglish ? 'This was a dry run: nothing was kept.' : '试运行：没有保存任何内容。');
  return lines;
}
