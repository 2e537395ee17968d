import type { Sql } from '../database/index.js';
import { addPerson, noFigures, type PersonFigures } from './figures/added-figures.js';
import { type BoardBump, bumpBoards } from './statements/bump-boards.js';

/** What happened to one enrolment, as the port of the progress room tells it. */
export interface PersonChange {
  workspaceId: string;
  cohortId: string;
  enrolmentId: string;
  before: PersonFigures | null;
  after: PersonFigures | null;
  cellsChanged: boolean;
}

/** Brings the boards along with a change of progress: within its transaction, as worker, in one statement. */
export async function patchBoards(sql: Sql, changes: readonly PersonChange[]): Promise<void> {
  await bumpBoards(sql, boardBumps(changes));
}

/** A board moves one sequence a transaction, however many of its people changed. */
export function boardBumps(changes: readonly PersonChange[]): BoardBump[] {
  const boards = new Map<string, BoardBump & { people: Map<string, boolean> }>();
  for (const change of changes) {
    if (!shows(change)) continue;
    const board = boards.get(change.cohortId) ?? {
      boardId: change.cohortId,
      workspaceId: change.workspaceId,
      added: noFigures(),
      enrolments: [],
      people: new Map(),
    };
    boards.set(change.cohortId, board);
    addPerson(board.added, change.before, -1);
    addPerson(board.added, change.after, 1);
    board.people.set(change.enrolmentId, !isOnBoard(change.after));
  }
  return [...boards.values()].map(({ people, ...board }) => ({
    ...board,
    enrolments: [...people].map(([id, removed]) => ({ id, removed })),
  }));
}

function shows({ before, after, cellsChanged }: PersonChange): boolean {
  if (!isOnBoard(before) && !isOnBoard(after)) return false;
  return cellsChanged || JSON.stringify(before) !== JSON.stringify(after);
}

function isOnBoard(figures: PersonFigures | null): boolean {
  return figures !== null && figures.status !== 'CANCELLED';
}
