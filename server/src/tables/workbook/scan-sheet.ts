import { type CellRemark, type TableLimits, Unreadable } from '../table.ts';
import { numberCell } from './number-cell.ts';
import type { FormatKind } from './number-format.ts';
import { scanXml } from './scan-xml.ts';

/** A cell as the sheet has it: its text, or which of the shared strings it is. */
export interface SheetCell {
  column: number;
  value: string | { shared: number };
  remark?: CellRemark;
}

export interface SheetRow {
  line: number;
  cells: SheetCell[];
}

export interface Merge {
  fromLine: number;
  toLine: number;
  column: number;
}

export interface Sheet {
  rows: SheetRow[];
  merges: Merge[];
  hiddenRows: number;
}

const LAST_LINE = 1_048_576;
const LAST_COLUMN = 16_384;
const MOST_MERGES = 20_000;

/** Collects the cells that hold something, wherever they stand: what a sheet says of its own size is not asked. */
export function scanSheet(
  bytes: Buffer,
  { formats, calendar }: { formats: readonly FormatKind[]; calendar: 1900 | 1904 },
  limits: TableLimits,
): Sheet {
  const rows: SheetRow[] = [];
  const merges: Merge[] = [];
  let hiddenRows = 0;
  let cells = 0;
  let signs = 0;
  let row: SheetRow = { line: 0, cells: [] };
  let isHidden = false;
  let column = -1;
  let type = '';
  let style = 0;
  let raw = '';
  let hasFormula = false;
  /** In which element text counts. */
  let inside: 'v' | 't' | undefined;
  let phonetic = 0;

  const endCell = () => {
    const cell = cellOf(raw, type, formats[style] ?? { kind: 'plain' }, calendar, hasFormula);
    if (!cell) return;
    cells += 1;
    signs += raw.length;
    if (signs > limits.signs) throw new Unreadable('TOO_LARGE');
    if (cells > limits.cells) throw new Unreadable('TOO_MANY_CELLS');
    row.cells.push({ column, ...cell });
  };
  const endRow = () => {
    if (row.cells.length === 0) return;
    if (isHidden) hiddenRows += 1;
    rows.push(row);
    if (rows.length > limits.rows) throw new Unreadable('TOO_MANY_ROWS');
  };

  scanXml(bytes, {
    // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a state machine over the tags of a sheet
    open: (name, attribute) => {
      if (name === 'row') {
        const line = Number(attribute('r') ?? row.line + 1);
        if (!(line >= 1 && line <= LAST_LINE)) throw new Unreadable('DAMAGED');
        row = { line, cells: [] };
        isHidden = ['1', 'true'].includes(attribute('hidden') ?? '');
        column = -1;
      } else if (name === 'c') {
        const place = attribute('r');
        column = place === undefined ? column + 1 : columnOf(place);
        if (!(column >= 0 && column < LAST_COLUMN)) throw new Unreadable('DAMAGED');
        type = attribute('t') ?? 'n';
        style = Number(attribute('s') ?? 0);
        raw = '';
        hasFormula = false;
      } else if (name === 'f') hasFormula = true;
      else if (name === 'rPh') phonetic += 1;
      else if (name === 'v' || (name === 't' && phonetic === 0)) inside = name;
      else if (name === 'mergeCell') {
        const merge = mergeOf(attribute('ref') ?? '');
        if (merges.length >= MOST_MERGES) throw new Unreadable('TOO_MANY_CELLS');
        if (merge) merges.push(merge);
      }
    },
    text: (text) => {
      if (inside !== undefined && raw.length < 100_000) raw += text;
    },
    close: (name) => {
      if (name === inside) inside = undefined;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'c') endCell();
      else if (name === 'row') endRow();
    },
  });
  return { rows, merges, hiddenRows };
}

function cellOf(
  raw: string,
  type: string,
  format: FormatKind,
  calendar: 1900 | 1904,
  hasFormula: boolean,
): Omit<SheetCell, 'column'> | undefined {
  // A program that does not compute has saved the formula without its result.
  if (raw === '') return hasFormula && type === 'n' ? { value: '', remark: { kind: 'error', error: '' } } : undefined;
  switch (type) {
    case 's':
      return { value: { shared: Number(raw) } };
    case 'b':
      return { value: raw.trim() === '1' ? 'TRUE' : 'FALSE' };
    case 'e':
      return { value: raw, remark: { kind: 'error', error: raw } };
    case 'd':
      return { value: raw.replace(/T00:00(:00(\.0+)?)?Z?$/, '') };
    case 'str':
    case 'inlineStr':
      return { value: raw };
    default: {
      const { text, remark } = numberCell(raw.trim(), format, calendar);
      return { value: text, ...(remark ? { remark } : {}) };
    }
  }
}

/** `B12` → 1. */
export function columnOf(place: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,4}/i.exec(place)?.[0].toUpperCase() ?? '')
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** 1 → `B`. */
export function letterOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Cells that are merged downwards: what stands in the first holds for the lines below it. */
function mergeOf(ref: string): Merge | undefined {
  const [from = '', to = ''] = ref.split(':');
  const [fromLine, toLine] = [from, to].map((place) => Number(/\d+$/.exec(place)?.[0] ?? 0));
  if (fromLine === undefined || toLine === undefined || toLine <= fromLine) return undefined;
  return { fromLine, toLine, column: columnOf(from) };
}
