import { cleaned } from '../clean-cell.ts';
import { type CellRemark, type Table, type TableLimits, type TableRow, Unreadable } from '../table.ts';
import { partsOfWorkbook } from './parts-of-workbook.ts';
import { letterOf, type Sheet, type SheetCell, scanSheet } from './scan-sheet.ts';
import { sharedStrings } from './shared-strings.ts';
import { ZipMembers } from './zip-members.ts';

/** The first visible sheet of an XLSX workbook. Columns in which nothing stands are left out, however many lie between. */
export function readWorkbook(bytes: Buffer, limits: TableLimits): Table {
  const zip = new ZipMembers(bytes, limits.unpackedBytes);
  if (zip.has('xl/workbook.bin')) throw new Unreadable('BINARY_EXCEL');
  if (zip.names().some((name) => name.startsWith('Index/') && name.endsWith('.iwa'))) throw new Unreadable('NUMBERS');
  if (zip.read('mimetype')?.toString('latin1').includes('opendocument')) throw new Unreadable('OPEN_DOCUMENT');
  const parts = partsOfWorkbook(zip);
  const sheet = scanSheet(parts.sheet, parts, limits);
  const textOf = textsOf(sheet, parts.sharedStrings, limits);

  const used = new Set<number>();
  for (const { cells } of sheet.rows) for (const { column } of cells) used.add(column);
  if (used.size > limits.columns) throw new Unreadable('TOO_MANY_COLUMNS');
  const columns = [...used].sort((one, other) => one - other);
  const places = new Map(columns.map((column, index) => [column, index]));
  let signs = 0;
  const rows = sheet.rows
    .sort((one, other) => one.line - other.line)
    .map(({ line, cells: own }): TableRow => {
      const cells: string[] = columns.map(() => '');
      const remarks: Record<number, CellRemark> = {};
      for (const cell of own) {
        const { text, remark } = cleaned(unescaped(textOf(cell)));
        const place = places.get(cell.column) ?? 0;
        signs += text.length;
        if (signs > limits.signs) throw new Unreadable('TOO_LARGE');
        cells[place] = text;
        const said = cell.remark ?? remark;
        if (said) remarks[place] = said;
      }
      return Object.keys(remarks).length === 0 ? { line, cells } : { line, cells, remarks };
    })
    .filter(({ cells, remarks }) => remarks !== undefined || cells.some((cell) => cell !== ''));
  fillMerges(rows, sheet, places);
  return {
    rows,
    letters: columns.map(letterOf),
    hiddenRows: sheet.hiddenRows,
    oddQuotes: [],
    ...(parts.visibleSheets > 1 ? { sheet: parts.sheetName } : {}),
  };
}

function textsOf({ rows }: Sheet, strings: Buffer | undefined, limits: TableLimits): (cell: SheetCell) => string {
  const wanted = new Set<number>();
  for (const { cells } of rows) for (const { value } of cells) if (typeof value !== 'string') wanted.add(value.shared);
  const found: ReadonlyMap<number, string> =
    strings && wanted.size > 0 ? sharedStrings(strings, wanted, limits.signs) : new Map<number, string>();
  return ({ value }) => {
    if (typeof value === 'string') return value;
    const text = found.get(value.shared);
    // The table of strings ends before what the sheet points to.
    if (text === undefined) throw new Unreadable('DAMAGED');
    return text;
  };
}

/** `_x000D_` is how a workbook writes signs that XML cannot hold. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

function fillMerges(rows: readonly TableRow[], { merges }: Sheet, places: ReadonlyMap<number, number>): void {
  if (merges.length === 0) return;
  const byLine = new Map(rows.map((row, index) => [row.line, index]));
  for (const { fromLine, toLine, column } of merges) {
    const [place, first] = [places.get(column), byLine.get(fromLine)];
    if (place === undefined || first === undefined) continue;
    const value = rows[first]?.cells[place] ?? '';
    for (let index = first + 1; value !== '' && index < rows.length; index += 1) {
      const row = rows[index];
      if (!row || row.line > toLine) break;
      if (row.cells[place] !== '') continue;
      row.cells[place] = value;
      row.remarks = { ...row.remarks, [place]: { kind: 'merged', line: fromLine } };
    }
  }
}
