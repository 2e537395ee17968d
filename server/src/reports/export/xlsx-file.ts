import { withoutInvisible } from '@planwright/schema/tables';
import writeExcelFile from 'write-excel-file/node';
import type { Cell, ReportSection } from './report-sections.js';

/** What Excel allows in the name of a sheet, and how much of it. */
const sheetName = (title: string): string => title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

/** A text is written as text, so that nothing in it is a formula, and without signs that no workbook may hold. */
const cellOf = (value: Cell) =>
  value === null
    ? null
    : typeof value === 'number'
      ? { value, type: Number }
      : { value: withoutInvisible(value).slice(0, 32_767), type: String, wrap: true, alignVertical: 'top' as const };

/** A sheet for each section. */
export async function xlsxFile(sections: readonly ReportSection[]): Promise<Buffer> {
  const sheets = sections.map(({ title, header, rows }) => ({
    sheet: sheetName(title),
    stickyRowsCount: 1,
    columns: header.map((_, column) => ({ width: column === 0 ? 28 : widthOf(rows, column) })),
    data: [
      header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(cellOf)),
    ],
  }));
  return writeExcelFile(sheets).toBuffer();
}

const widthOf = (rows: readonly (readonly Cell[])[], column: number): number =>
  rows.some((row) => typeof row[column] === 'string') ? 40 : 12;
