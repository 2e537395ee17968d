import { type Language, textIn } from '@planwright/schema/text';
import { globalId } from '../access/graphql/index.js';
import type { BoardColumns } from './board-columns.js';
import type { BoardRowData } from './board-data.js';
import type { BoardFigures } from './figures/added-figures.js';
import { type BoardCounters, boardCounters } from './figures/board-counters.js';

/** BoardRow of api.graphql. */
export interface BoardRowShape {
  enrolmentId: string;
  personId: string;
  personName: string;
  departmentId: string | null;
  mentorId: string | null;
  mentorName: string | null;
  versionNumber: number;
  states: string;
  completion: number;
  overdue: number;
  score: number | null;
  lastEventAt: string | null;
}

/**
 * A row as clients get it: global ids, and the cells laid out in the board's columns. A page has hundreds of rows, and a
 * client asks for a few fields of each: what it leaves out is not made.
 */
class BoardRow implements BoardRowShape {
  readonly #row: BoardRowData;
  readonly #columns: BoardColumns;

  constructor(row: BoardRowData, columns: BoardColumns) {
    this.#row = row;
    this.#columns = columns;
  }

  get enrolmentId(): string {
    return globalId('Enrolment', this.#row.enrolmentId);
  }

  get personId(): string {
    return globalId('Person', this.#row.personId);
  }

  get personName(): string {
    return this.#row.personName;
  }

  get departmentId(): string | null {
    const { departmentId } = this.#row;
    return departmentId === null ? null : globalId('Department', departmentId);
  }

  get mentorId(): string | null {
    const { mentorId } = this.#row;
    return mentorId === null ? null : globalId('Person', mentorId);
  }

  get mentorName(): string | null {
    return this.#row.mentorName;
  }

  get versionNumber(): number {
    return this.#columns.versionNumbers.get(this.#row.versionId) ?? 0;
  }

  get states(): string {
    return this.#columns.layOut(this.#row.versionId, this.#row.cells);
  }

  get completion(): number {
    const { done, needed } = this.#row;
    return needed > 0 ? done / needed : 1;
  }

  get overdue(): number {
    return this.#row.overdue;
  }

  get score(): number | null {
    return this.#row.score;
  }

  get lastEventAt(): string | null {
    return this.#row.lastEventAt;
  }
}

export const boardRow = (row: BoardRowData, columns: BoardColumns): BoardRowShape => new BoardRow(row, columns);

/** BoardColumn of api.graphql, in the reader's language. */
export function columnShapes(columns: BoardColumns, language: Language) {
  return columns.items.map((item) => ({
    itemKey: item.key,
    title: textIn(item.title, language),
    kind: item.kind,
    requirement: item.requirement,
    stageKey: item.stageKey,
    stageTitle: textIn(item.stageTitle, language),
    stageIndex: item.stageIndex,
    weeks: item.weeks ?? null,
  }));
}

/** What a page of rows is taken from. */
export interface RowPage {
  first: number;
  /** Enrolment (uuid) after which the page starts. */
  after: string | null;
}

/**
 * Board of api.graphql. Rows and counters are functions where they have to be read, so that only those who ask for them
 * pay for them.
 */
export interface BoardShape {
  /** uuid of the cohort. */
  boardId: string;
  cursor: string;
  columns: ReturnType<typeof columnShapes>;
  counters: () => Promise<BoardCounters> | BoardCounters;
  readRows(page: RowPage): Promise<BoardRowShape[]> | BoardRowShape[];
}

/** A page of rows that are in memory. An unknown `after` gives nothing: its row has left the board. */
export function pageOfRows(rows: readonly BoardRowData[], page: RowPage, columns: BoardColumns): BoardRowShape[] {
  const start = page.after === null ? 0 : rows.findIndex(({ enrolmentId }) => enrolmentId === page.after) + 1;
  if (page.after !== null && start === 0) return [];
  return rows.slice(start, start + page.first).map((row) => boardRow(row, columns));
}

/** A board whose rows and figures were read as a whole. */
export function wholeBoard(
  boardId: string,
  cursor: string,
  columns: BoardColumns,
  rows: readonly BoardRowData[],
  figures: BoardFigures,
  language: Language,
): BoardShape {
  return {
    boardId,
    cursor,
    columns: columnShapes(columns, language),
    counters: () => boardCounters(figures),
    readRows: (page) => pageOfRows(rows, page, columns),
  };
}
