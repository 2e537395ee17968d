import type { BoardChangedSubscription } from '@/gql/graphql';

export type Change = BoardChangedSubscription['boardChanged'];
export type Row = Change['rows'][number];
export type Column = NonNullable<Change['board']>['columns'][number];
export type Counters = Change['counters'];

/** What one screen knows of a board. Rows keep the order in which the server first sent them. */
export interface BoardState {
  cursor: string;
  columns: readonly Column[];
  rows: readonly Row[];
  counters: Counters;
  /** `enrolmentId itemKey` of every cell that the last change altered: they are edged for a moment. */
  changed: ReadonlySet<string>;
}

/** What came of a change: taken in, already known, or a hole before it, so that the board must be asked again. */
export type Applied = { kind: 'applied'; state: BoardState } | { kind: 'known' } | { kind: 'gap' };

export const cellKey = (enrolmentId: string, itemKey: string): string => `${enrolmentId} ${itemKey}`;

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Takes in one change. A snapshot replaces everything; a patch fits only on the cursor it continues, so that nothing
 * is missed and nothing comes twice.
 */
export function applyChange(state: BoardState | undefined, change: Change): Applied {
  if (change.kind === 'SNAPSHOT') {
    if (!change.board) return { kind: 'gap' };
    const { columns } = change.board;
    return {
      kind: 'applied',
      state: { cursor: change.cursor, columns, rows: change.rows, counters: change.counters, changed: NOTHING },
    };
  }
  if (!state) return { kind: 'gap' };
  if (change.cursor === state.cursor) return { kind: 'known' };
  if (change.previousCursor !== state.cursor) return { kind: 'gap' };
  return { kind: 'applied', state: patched(state, change) };
}

function patched(state: BoardState, change: Change): BoardState {
  const incoming = new Map(change.rows.map((row) => [row.enrolmentId, row]));
  const removed = new Set(change.removed);
  const changed = new Set<string>();
  const rows: Row[] = [];
  for (const row of state.rows) {
    if (removed.has(row.enrolmentId)) continue;
    const next = incoming.get(row.enrolmentId);
    if (next) {
      incoming.delete(row.enrolmentId);
      state.columns.forEach(({ itemKey }, index) => {
        if (row.states[index] !== next.states[index]) changed.add(cellKey(row.enrolmentId, itemKey));
      });
    }
    rows.push(next ?? row);
  }
  rows.push(...incoming.values());
  return { cursor: change.cursor, columns: state.columns, rows, counters: change.counters, changed };
}
