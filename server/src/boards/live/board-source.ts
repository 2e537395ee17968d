import type { Scope } from '../../database/index.js';
import type { BoardRowData, VersionItems } from '../board-data.js';
import type { BoardFigures } from '../figures/added-figures.js';

/** A board's place in its own history; boards that nobody is enrolled on yet have none. */
export interface BoardPosition {
  epoch: string;
  seq: number;
}

export interface BoardHead extends BoardPosition {
  /** Everybody's figures: for readers with full reach only. */
  figures: BoardFigures;
  /** The oldest sequence whose patch is still kept; absent when none is. */
  oldestPatch?: number;
  /** Which enrolments changed after the sequence asked for, in order. */
  patches: { seq: number; enrolmentId: string }[];
}

/** What one permission class is to be shown of one board. */
export interface ViewRequest {
  boardId: string;
  /** All rows, or those of the named enrolments that are visible. */
  rows: 'all' | readonly string[];
  /** Whether the versions are needed where not all rows are read. */
  versions: boolean;
}

export interface BoardView {
  /** False = the class does not see this cohort at all. */
  visible: boolean;
  rows: BoardRowData[];
  /** Versions that visible people are on; only when all rows or the versions were asked for. */
  versions: VersionItems[];
  /** Figures over the visible people; only for classes without full reach. */
  figures?: BoardFigures;
}

/** Where the hub reads. Heads are read before views, so a view is never older than the sequence it is sent under. */
export interface BoardSource {
  positions(boardIds: readonly string[]): Promise<Map<string, BoardPosition>>;
  /** `since` undefined = no patches wanted. */
  heads(boards: ReadonlyMap<string, number | undefined>): Promise<Map<string, BoardHead>>;
  /** Under the row-level security of `scope`, so under the same policies as every other read. */
  views(scope: Scope, requests: readonly ViewRequest[]): Promise<Map<string, BoardView>>;
}
