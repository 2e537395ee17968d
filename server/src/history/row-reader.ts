import { readFlag, readNumber } from '@planwright/schema/tables';
import type { LocalizedText } from '@planwright/schema/text';
import type { PlainDate } from '@planwright/schema/time';
import type { FileRow } from '../tables/index.js';
import { readDate } from './cells.js';
import { say } from './generated/messages.js';
import type { NotTaken, NotTakenCode } from './not-taken.js';

/** Thrown by a cell that cannot be read: the row is left out, the others are not. */
class BadCell extends Error {
  constructor(
    readonly code: NotTakenCode,
    readonly text: LocalizedText,
  ) {
    super(code);
  }
}

/** Reads the cells of one row; what is wrong with the first bad one is told of the row. */
export class RowReader {
  constructor(
    private readonly row: FileRow,
    /** What was asked for is known; the other columns are told of. */
    private readonly columns: Set<string>,
  ) {}

  get line(): number {
    return this.row.line;
  }

  text(column: string): string | null {
    this.columns.add(column);
    const cell = this.row.cells[column];
    return cell === undefined || cell === '' ? null : cell;
  }

  must(column: string): string {
    const cell = this.text(column);
    if (cell === null) throw new BadCell('MISSING_VALUE', say('missingValue', { name: column }));
    return cell;
  }

  date(column: string): PlainDate | null {
    const cell = this.text(column);
    const date = cell === null ? null : readDate(cell);
    if (cell !== null && date === null) throw new BadCell('BAD_DATE', say('badDate', { name: column }));
    return date;
  }

  mustDate(column: string): PlainDate {
    this.must(column);
    return this.date(column) ?? '';
  }

  number(column: string): number | null {
    const cell = this.text(column);
    const value = cell === null ? null : readNumber(cell);
    if (cell !== null && value === null) throw new BadCell('BAD_NUMBER', say('badNumber', { name: column }));
    return value;
  }

  mustNumber(column: string): number {
    this.must(column);
    return this.number(column) ?? 0;
  }

  flag(column: string, absent: boolean): boolean {
    const cell = this.text(column);
    const flag = cell === null ? absent : readFlag(cell);
    if (flag === null) throw new BadCell('BAD_VALUE', say('badValue', { name: column, allowed: 'yes / no' }));
    return flag;
  }

  /** One of a closed set; `absent` where the cell is empty. */
  oneOf<T extends string>(column: string, allowed: readonly T[], absent?: T): T {
    const cell = absent === undefined ? this.must(column) : this.text(column);
    if (cell === null && absent !== undefined) return absent;
    const found = allowed.find((one) => one === cell);
    if (found === undefined) this.bad(column, allowed.join(' / '));
    return found;
  }

  bad(column: string, allowed: string): never {
    throw new BadCell('BAD_VALUE', say('badValue', { name: column, allowed }));
  }

  /** Cells of all columns that begin so, by the rest of the name. */
  startingWith(prefix: string): [string, string][] {
    return Object.entries(this.row.cells).flatMap(([column, cell]): [string, string][] => {
      if (!column.startsWith(prefix)) return [];
      this.columns.add(column);
      return cell === '' ? [] : [[column.slice(prefix.length), cell]];
    });
  }
}

/** The row as `read` takes it, or why it is left out. */
export function readRow<T>(
  row: FileRow,
  columns: Set<string>,
  file: string,
  read: (reader: RowReader) => T,
): { value: T } | { notTaken: NotTaken } {
  try {
    return { value: read(new RowReader(row, columns)) };
  } catch (error) {
    if (!(error instanceof BadCell)) throw error;
    return { notTaken: { file, line: row.line, code: error.code, text: error.text } };
  }
}
