import type { Language } from '@planwright/schema/text';
import type { Database, Scope, Sql } from '../database/index.js';
import { boardColumns } from './board-columns.js';
import { encodeCursor } from './board-cursor.js';
import type { VersionItems } from './board-data.js';
import { type BoardShape, boardRow, columnShapes, type RowPage } from './board-shape.js';
import { type BoardFigures, NO_FIGURES } from './figures/added-figures.js';
import { boardCounters } from './figures/board-counters.js';
import { readBoardState } from './statements/read-board.js';
import { readFigures } from './statements/read-figures.js';
import { type PlacedRow, readPage } from './statements/read-rows.js';
import type { VersionItemsCache } from './version-items-cache.js';

export interface BoardReading {
  database: Database;
  versions: VersionItemsCache;
  scope: Scope;
  language: Language;
}

/**
 * The board as it is now, under the reader's own policies. What the client asked for is read in one transaction, sent in
 * one write: the state of the board, its counters, and the page of rows if there is exactly one.
 */
export async function readBoard(
  reading: BoardReading,
  boardId: string,
  asked: { counters: boolean; rows: RowPage | undefined },
): Promise<BoardShape | undefined> {
  const { database, scope } = reading;
  // Who may not see the board gets no rows of it either.
  const [state, page, visible] = await database.readAtOnce(scope, (tx) =>
    Promise.all([
      readBoardState(tx, boardId),
      asked.rows ? readPage(tx, boardId, asked.rows.first, asked.rows.after) : undefined,
      asked.counters && scope.reach !== 'all' ? countVisible(tx, boardId) : undefined,
    ]),
  );
  if (!state) return undefined;
  // A row may be of a version that somebody has just been moved to; its number is then shown, its columns next time.
  const columns = boardColumns(await loadVersions(reading, [...state.versionIds, ...versionsOf(page)]));
  const figures = state.figures ?? visible;
  return {
    boardId,
    cursor: encodeCursor({ epoch: state.epoch, seq: state.seq, columns: columns.hash }),
    columns: columnShapes(columns, reading.language),
    counters: async () => boardCounters(figures ?? (await database.read(scope, (tx) => countVisible(tx, boardId)))),
    readRows: async (wanted) => {
      if (page && samePage(wanted, asked.rows)) return page.map((row) => boardRow(row, columns));
      const rows = await database.read(scope, (tx) => readPage(tx, boardId, wanted.first, wanted.after));
      return rows.filter(({ versionId }) => columns.versionNumbers.has(versionId)).map((row) => boardRow(row, columns));
    },
  };
}

/** From memory, or under the same policies as their ids. */
async function loadVersions({ database, scope, versions }: BoardReading, ids: string[]): Promise<VersionItems[]> {
  return versions.kept(ids) ?? database.read(scope, (tx) => versions.load(tx, ids));
}

/** Figures over the people that this reader sees; nobody at all gives zeros. */
async function countVisible(sql: Sql, boardId: string): Promise<BoardFigures> {
  return (await readFigures(sql, [boardId])).get(boardId) ?? NO_FIGURES;
}

function versionsOf(rows: readonly PlacedRow[] | undefined): string[] {
  return rows?.map(({ versionId }) => versionId) ?? [];
}

function samePage(a: RowPage, b: RowPage | undefined): boolean {
  return b !== undefined && a.first === b.first && a.after === b.after;
}
