import { DelimitedReader, type DelimitedRow, decodeText, delimiterOf } from '@planwright/schema/tables';
import { cleaned } from './clean-cell.ts';
import { type CellRemark, type Table, type TableLimits, type TableRow, Unreadable } from './table.ts';

/** A text table: commas, semicolons or tabs, in any of the encodings that spreadsheets save. */
export function readText(bytes: Buffer, limits: TableLimits): Table {
  const decoded = decodeText(bytes);
  if (decoded === null) throw new Unreadable('ENCODING');
  const { text, encoding } = decoded;
  if (isBinary(text)) throw new Unreadable('NOT_A_TABLE');
  // Excel itself writes such a first line, so that it knows the delimiter again.
  const body = text.replace(/^\uFEFF?sep=[,;\t]\r?\n/i, '');
  const skipped = body === text ? 0 : 1;
  const reader = new DelimitedReader(delimiterOf(body));
  const rows: TableRow[] = [];
  let columns = 0;
  let cells = 0;
  const take = (read: DelimitedRow) => {
    const row = cleanRow({ line: read.line + skipped, cells: read.cells });
    if (row.cells.every((cell) => cell === '')) return;
    columns = Math.max(columns, row.cells.length);
    cells += row.cells.length;
    rows.push(row);
    if (rows.length > limits.rows) throw new Unreadable('TOO_MANY_ROWS');
    if (columns > limits.columns) throw new Unreadable('TOO_MANY_COLUMNS');
    if (cells > limits.cells) throw new Unreadable('TOO_MANY_CELLS');
  };
  for (const row of reader.push(body)) take(row);
  for (const row of reader.end()) take(row);
  const letters = Array.from({ length: columns }, (_, index) => String(index + 1));
  return { rows, letters, encoding, hiddenRows: 0, oddQuotes: reader.oddQuotes.map((line) => line + skipped) };
}

/** Cells as they are shown, and what was left out of them. */
export function cleanRow({ line, cells: given }: DelimitedRow): TableRow {
  const remarks: Record<number, CellRemark> = {};
  const cells = given.map((cell, column) => {
    const { text, remark } = cleaned(cell);
    if (remark) remarks[column] = remark;
    return text;
  });
  return Object.keys(remarks).length === 0 ? { line, cells } : { line, cells, remarks };
}

/** One control in a hundred signs is no table; a stray one in a name is. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 10_000);
  const controls = start.match(/(?![\t\n\r])\p{Cc}/gu)?.length ?? 0;
  return controls > 3 && controls > start.length / 100;
}
