import type { Database, Scope, Sql } from '../database/index.js';
import type { BoardRowData, VersionItems } from './board-data.js';
import type { BoardHead, BoardPosition, BoardSource, BoardView, ViewRequest } from './live/board-source.js';
import { visibleCohorts } from './statements/read-cohorts.js';
import { readFigures } from './statements/read-figures.js';
import { readHeads, readPositions } from './statements/read-heads.js';
import { type PlacedRow, readBoards, readEnrolments } from './statements/read-rows.js';
import { readVersionIds } from './statements/read-versions.js';
import type { VersionItemsCache } from './version-items-cache.js';

/** The hub's reads: heads as worker, since sequences are nobody's secret; all that is shown under its class's policies. */
export class DatabaseBoardSource implements BoardSource {
  constructor(
    private readonly database: Database,
    private readonly versions: VersionItemsCache,
  ) {}

  positions(boardIds: readonly string[]): Promise<Map<string, BoardPosition>> {
    return this.database.look((tx) => readPositions(tx, boardIds));
  }

  heads(boards: ReadonlyMap<string, number | undefined>): Promise<Map<string, BoardHead>> {
    return this.database.look((tx) => readHeads(tx, boards));
  }

  views(scope: Scope, requests: readonly ViewRequest[]): Promise<Map<string, BoardView>> {
    return this.database.read(scope, async (tx) => {
      const ids = requests.map(({ boardId }) => boardId);
      const rows = await readRows(tx, requests);
      // Who sees a row of a cohort sees the cohort: only boards without visible rows have to be asked about.
      const empty = ids.filter((id) => !rows.has(id));
      const visible = empty.length > 0 ? await visibleCohorts(tx, empty) : new Set<string>();
      for (const id of rows.keys()) visible.add(id);
      const shown = requests.filter(({ boardId }) => visible.has(boardId));
      const figures = scope.reach === 'all' ? undefined : await readFigures(tx, [...visible]);
      const versions = await this.#versions(tx, shown, rows);
      return new Map(
        ids.map((boardId) => {
          const ofBoard = figures?.get(boardId);
          const view: BoardView = {
            visible: visible.has(boardId),
            rows: rows.get(boardId) ?? [],
            versions: versions.get(boardId) ?? [],
            ...(ofBoard ? { figures: ofBoard } : {}),
          };
          return [boardId, view];
        }),
      );
    });
  }

  async #versions(sql: Sql, requests: readonly ViewRequest[], rows: ReadonlyMap<string, readonly BoardRowData[]>) {
    const boardIds = requests.filter(({ rows, versions }) => versions || rows === 'all').map(({ boardId }) => boardId);
    if (boardIds.length === 0) return new Map<string, VersionItems[]>();
    const ids = await readVersionIds(sql, boardIds);
    // Somebody may have been moved between the two statements: every row that was read must have its layout.
    for (const [boardId, of] of ids) {
      ids.set(boardId, [...new Set([...of, ...(rows.get(boardId) ?? []).map(({ versionId }) => versionId)])]);
    }
    const items = new Map((await this.versions.load(sql, [...ids.values()].flat())).map((one) => [one.id, one]));
    return new Map([...ids].map(([boardId, of]) => [boardId, of.flatMap((id) => items.get(id) ?? [])]));
  }
}

/** One statement for the boards that are read whole and one for those that are read in part. */
async function readRows(sql: Sql, requests: readonly ViewRequest[]): Promise<Map<string, BoardRowData[]>> {
  const whole = requests.filter(({ rows }) => rows === 'all').map(({ boardId }) => boardId);
  const parts = requests.filter(({ rows }) => rows !== 'all' && rows.length > 0);
  const people = parts.flatMap(({ rows }) => (rows === 'all' ? [] : rows));
  const rows: PlacedRow[] = [
    ...(whole.length > 0 ? await readBoards(sql, whole) : []),
    ...(people.length > 0
      ? await readEnrolments(
          sql,
          people,
          parts.map(({ boardId }) => boardId),
        )
      : []),
  ];
  const byBoard = new Map<string, BoardRowData[]>();
  for (const { boardId, ...row } of rows) {
    const ofBoard = byBoard.get(boardId) ?? [];
    byBoard.set(boardId, ofBoard);
    ofBoard.push(row);
  }
  return byBoard;
}
