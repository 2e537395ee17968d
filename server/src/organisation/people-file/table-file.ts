import { withoutInvisible } from '@planwright/schema/tables';
import writeExcelFile from 'write-excel-file/node';
import { writeCsv } from '../../tables/index.js';

export interface Sheet {
  title: string;
  /** The first row holds the names of the columns. */
  rows: readonly (readonly string[])[];
}

/** What Excel allows in the name of a sheet, and how much of it. */
const sheetName = (title: string): string => title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

const WIDEST = 40;
const widthOf = (rows: Sheet['rows'], column: number): number => {
  const longest = Math.max(
    ...rows
      .slice(0, 100)
      .map((row) => [...(row[column] ?? '')].reduce((sum, sign) => sum + (sign > '\u2E7F' ? 2 : 1), 0)),
  );
  return Math.min(WIDEST, Math.max(10, longest + 2));
};

/** Every cell is text: nothing in it is a formula, and the zeros of a number stay. */
const textCell = (value: string) => ({ value: withoutInvisible(value).slice(0, 32_767), type: String, format: '@' });

export async function xlsxOf(sheets: readonly Sheet[]): Promise<Buffer> {
  return writeExcelFile(
    sheets.map(({ title, rows }) => ({
      sheet: sheetName(title),
      stickyRowsCount: 1,
      columns: (rows[0] ?? []).map((_, column) => ({ width: widthOf(rows, column) })),
      data: rows.map((row, index) =>
        row.map((value) =>
          index === 0 ? { ...textCell(value), fontWeight: 'bold' as const } : value === '' ? null : textCell(value),
        ),
      ),
    })),
  ).toBuffer();
}

export const csvOf = ({ rows }: Sheet): Buffer => Buffer.from(writeCsv(rows));
