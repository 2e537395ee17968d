import { cleanRow } from './read-text.js';
import { type ReadTable, TABLE_LIMITS, type TableLimits, type TableRow } from './table.js';

/** Cells that somebody has pasted, under the same limits as a file. Lines count from 1, empty ones too. */
export function tableOfCells(given: readonly (readonly string[])[], limits: TableLimits = TABLE_LIMITS): ReadTable {
  const rows: TableRow[] = [];
  let columns = 0;
  let cells = 0;
  let signs = 0;
  for (const [index, texts] of given.entries()) {
    cells += texts.length;
    columns = Math.max(columns, texts.length);
    for (const text of texts) signs += text.length;
    if (columns > limits.columns) return { fault: 'TOO_MANY_COLUMNS' };
    if (cells > limits.cells) return { fault: 'TOO_MANY_CELLS' };
    if (signs > limits.signs) return { fault: 'TOO_LARGE' };
    const row = cleanRow({ line: index + 1, cells: [...texts] });
    if (row.cells.some((cell) => cell !== '')) rows.push(row);
    if (rows.length > limits.rows) return { fault: 'TOO_MANY_ROWS' };
  }
  if (rows.length === 0) return { fault: 'EMPTY' };
  const letters = Array.from({ length: columns }, (_, index) => String(index + 1));
  return { table: { rows, letters, hiddenRows: 0, oddQuotes: [] } };
}
