import type { Text } from '@planwright/schema/words';
import { sayRemark, type TableRow } from '../../tables/index.js';
import type { DecidedCell, Problem, ProblemCode, ReadColumn } from './decided-row.js';

/** Where each column that is read stands in the table. */
export type Places = ReadonlyMap<ReadColumn, number>;

/** One row while it is decided: its cells by what they are, and what is said of them. */
export class RowBeingRead {
  readonly line: number;
  readonly cells: DecidedCell[];
  readonly problems: Problem[] = [];
  /** People that the row may mean, where it is left out because that cannot be told: they are not missing in the file. */
  readonly mentioned = new Set<string>();
  readonly #byColumn: ReadonlyMap<ReadColumn, DecidedCell>;

  constructor(row: TableRow, places: Places) {
    this.line = row.line;
    this.#byColumn = new Map(
      [...places].map(([column, place]) => [
        column,
        { column, given: row.cells[place] ?? '', now: null, changes: false, wrong: false, notes: [] },
      ]),
    );
    this.cells = [...this.#byColumn.values()];
    for (const { column, given } of this.cells) {
      const remark = row.remarks?.[places.get(column) ?? -1];
      if (!remark) continue;
      const sentence = sayRemark(remark, given);
      if (remark.kind === 'error') this.refuse(column, 'ERROR_CELL', sentence);
      else this.note(column, sentence);
    }
  }

  /** Nothing stands in what is read: a remark below the table. */
  get isEmpty(): boolean {
    return this.cells.every(({ given }) => given === '');
  }

  get isGood(): boolean {
    return this.problems.length === 0;
  }

  /** '' where the cell is empty or the file has no such column. */
  text(column: ReadColumn): string {
    return this.#byColumn.get(column)?.given ?? '';
  }

  cell(column: ReadColumn): DecidedCell | undefined {
    return this.#byColumn.get(column);
  }

  note(column: ReadColumn, text: Text): void {
    this.#byColumn.get(column)?.notes.push(text);
  }

  /** Leaves the row out. What is wrong is said at its cell, where there is one. */
  refuse(column: ReadColumn | null, code: ProblemCode, text: Text): void {
    const cell = column === null ? undefined : this.#byColumn.get(column);
    this.problems.push({ column: cell ? cell.column : null, code, text });
    if (!cell) return;
    cell.wrong = true;
    cell.notes.push(text);
  }
}
