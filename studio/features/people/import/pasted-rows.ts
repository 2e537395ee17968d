import { DelimitedReader, delimiterOf } from '@planwright/schema/tables';

/** Cells as spreadsheets copy them: a tab between two, quotes around what holds a line's end. Lines keep their number. */
export function pastedRows(text: string): string[][] {
  const reader = new DelimitedReader(delimiterOf(text));
  const rows: string[][] = [];
  for (const { line, cells } of [...reader.push(text), ...reader.end()]) {
    while (rows.length < line - 1) rows.push([]);
    rows.push(cells);
  }
  return rows;
}
