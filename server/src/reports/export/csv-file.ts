import { stringify } from 'csv-stringify/sync';
import type { Cell, ReportSection } from './report-sections.js';

/** Also the wide forms of Chinese keyboards: some spreadsheets read those as formulas too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** A text that a spreadsheet would run is made one that it shows. Numbers stay numbers. */
export const withoutFormula = (cell: Cell): Cell =>
  typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : cell;

export const csvRows = (rows: readonly (readonly Cell[])[], bom = true): string =>
  stringify(
    rows.map((row) => row.map(withoutFormula)),
    { bom, record_delimiter: '\r\n' },
  );

/** All sections below each other, each line led by the section's name. With the mark by which Excel knows UTF-8. */
export function csvFile(sections: readonly ReportSection[]): Buffer {
  const rows = sections.flatMap(({ title, header, rows: own }) => [header, ...own].map((row) => [title, ...row]));
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Buffer.from(csvRows(rows.map((row) => [...row, ...Array<null>(width - row.length).fill(null)])));
}
