import { type Language, type LocalizedText, textIn } from '@planwright/schema/text';
import { type FoundColumns, sayRemark, type TableRow } from '../tables/index.js';
import { IMPORTED_COLUMNS, type ImportedColumn } from './measurement-columns.js';

export type RowResult = 'RECORDED' | 'SAME' | 'REFUSED';

/** What stood in one cell that is read, and what is to be said of it. */
export interface ImportedCell {
  column: ImportedColumn;
  given: string;
  /** The row is refused because of it. */
  wrong: boolean;
  notes: string[];
}

/** What was done to one row of the table. */
export interface ImportedRow {
  /** Of the file, from 1. */
  line: number;
  result: RowResult;
  person: string;
  /** In the order of the table. */
  cells: ImportedCell[];
  /** Those of the cells. */
  notes: string[];
}

/** One row while it is read: its cells by what they are, and what is said of them. */
export class RowBeingRead {
  readonly row: ImportedRow;

  constructor(
    private readonly given: TableRow,
    private readonly columns: FoundColumns<ImportedColumn>['columns'],
    private readonly language: Language,
  ) {
    const read = IMPORTED_COLUMNS.filter((column) => columns[column] !== undefined).sort(
      (one, other) => (columns[one] ?? 0) - (columns[other] ?? 0),
    );
    this.row = {
      line: given.line,
      result: 'REFUSED',
      person: this.text('email') || this.text('name'),
      cells: read.map((column) => ({ column, given: this.text(column), wrong: false, notes: [] })),
      notes: [],
    };
    for (const { column, given: text } of this.row.cells) {
      const remark = given.remarks?.[columns[column] ?? -1];
      if (remark) this.#say(column, sayRemark(remark, text), remark.kind === 'error');
    }
  }

  has(column: ImportedColumn): boolean {
    return this.columns[column] !== undefined;
  }

  text(column: ImportedColumn): string {
    const place = this.columns[column];
    return place === undefined ? '' : (this.given.cells[place] ?? '');
  }

  note(column: ImportedColumn, sentence: LocalizedText): void {
    this.#say(column, sentence, false);
  }

  refuse(column: ImportedColumn, sentence: LocalizedText): void {
    this.row.result = 'REFUSED';
    this.#say(column, sentence, true);
  }

  /** Whether nothing said so far stands against the row. */
  get isGood(): boolean {
    return this.row.cells.every(({ wrong }) => !wrong);
  }

  #say(column: ImportedColumn, sentence: LocalizedText, wrong: boolean): void {
    const text = textIn(sentence, this.language);
    this.row.notes.push(text);
    const cell = this.row.cells.find((one) => one.column === column);
    cell?.notes.push(text);
    if (cell && wrong) cell.wrong = true;
  }
}
