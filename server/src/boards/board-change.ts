import { globalId } from '../access/graphql/index.js';
import { type BoardRowShape, type BoardShape, boardRow, wholeBoard } from './board-shape.js';
import { NO_FIGURES } from './figures/added-figures.js';
import { type BoardCounters, boardCounters } from './figures/board-counters.js';
import type { RenderChange } from './live/board-hub.js';

/** BoardChange of api.graphql: the root value of one shared execution. */
export interface BoardChangeShape {
  kind: 'SNAPSHOT' | 'PATCH';
  cursor: string;
  previousCursor: string | null;
  board: BoardShape | null;
  rows: BoardRowShape[];
  removed: string[];
  counters: BoardCounters;
}

/** Makes a frame into what the subscription's resolvers read. Nothing here, and no field of it, reads the database. */
export const renderChange: RenderChange = (group, head, view, frame, { cursor, previousCursor }) => {
  const figures = group.fullReach ? head.figures : (view.figures ?? NO_FIGURES);
  const change: BoardChangeShape = {
    kind: frame.kind,
    cursor,
    previousCursor,
    board:
      frame.kind === 'SNAPSHOT'
        ? wholeBoard(group.boardId, cursor, frame.columns, frame.rows, figures, group.reading.language)
        : null,
    // A getter: a document that selects `board { rows }` or counters alone pays for no rows here.
    get rows() {
      return frame.rows.map((row) => boardRow(row, frame.columns));
    },
    removed: frame.kind === 'PATCH' ? frame.removed.map((id) => globalId('Enrolment', id)) : [],
    counters: boardCounters(figures),
  };
  return change;
};
