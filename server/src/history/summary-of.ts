import { type Language, textIn } from '@planwright/schema/text';
import { sayIn } from './generated/messages.js';
import type { HistoryReport, ImportOptions } from './import-history.js';

/** This many lines of each kind are printed; the report's file has all of them. */
const MOST_LINES = 20;

/** What the import did, as lines for the person who started it. */
export function summaryOf(report: HistoryReport, language: Language, { dryRun }: ImportOptions): string[] {
  const { people, versions, metrics, measurements, cohorts, notTaken } = report;
  const lines = [
    sayIn(language, 'summary.new', { people, versions, metrics, measurements }),
    ...cohorts.map(({ key, enrolments, rows, knownRows }) =>
      sayIn(language, 'summary.cohort', { key, enrolments, rows, knownRows }),
    ),
  ];
  for (const [code, list] of Map.groupBy(notTaken, (one) => one.code)) {
    lines.push(sayIn(language, 'summary.notTaken', { code, count: list.length }));
    for (const { file, line, text } of list.slice(0, MOST_LINES))
      lines.push(`  ${line === 0 ? file : `${file}:${line}`} ${textIn(text, language)}`);
    if (list.length > MOST_LINES) lines.push(sayIn(language, 'summary.more', { count: list.length - MOST_LINES }));
  }
  if (notTaken.length === 0) lines.push(sayIn(language, 'summary.all'));
  if (dryRun) lines.push(sayIn(language, 'summary.dryRun'));
  return lines;
}
