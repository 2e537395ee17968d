import type { Language } from '@planwright/schema';
import { textIn } from '@planwright/schema';
import { globalId } from '../access/graphql/global-id.js';
import type { BoardColumns } from './board-columns.js';
import type { BoardFigures, BoardRowData } from './board-data.js';
import { boardCounters } from './figures.js';

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

/** A row as clients get it: global ids, and the cells laid out in the board's columns. */
export function boardRow(row: BoardRowData, columns: BoardColumns): BoardRowShape {
  return {
    enrolmentId: globalId('Enrolment', row.enrolmentId),
    personId: globalId('Person', row.personId),
    personName: row.personName,
    departmentId: row.departmentId === null ? null : globalId('Department', row.departmentId),
    mentorId: row.mentorId === null ? null : globalId('Person', row.mentorId),
    mentorName: row.mentorName,
    versionNumber: columns.versionNumbers.get(row.versionId) ?? 0,
    states: columns.layOut(row.versionId, row.cells),
    completion: row.needed > 0 ? row.done / row.needed : 1,
    overdue: row.overdue,
    score: row.score,
    lastEventAt: row.lastEventAt,
  };
}

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
  counters: () => Promise<ReturnType<typeof boardCounters>> | ReturnType<typeof boardCounters>;
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
