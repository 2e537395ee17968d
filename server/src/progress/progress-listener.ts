import type { EnrolmentEvent, EnrolmentStatus } from '@planwright/schema/engine';
import type { FigureColumn } from '@planwright/schema/figures';
import type { Instant } from '@planwright/schema/time';
import type { Tx } from '../database/index.js';

/** The figures of one enrolment as its `enrolment_state` row holds them; boards add them up over people. */
export interface EnrolmentFigures extends Readonly<Record<FigureColumn, number>> {
  readonly status: EnrolmentStatus;
  readonly score: number | null;
  readonly nextFeedbackDueAt: Instant | null;
}

/** One enrolment whose projection changed. `before` null = it came onto the board, `after` null = it left it. */
export interface EnrolmentChange {
  workspaceId: string;
  cohortId: string;
  enrolmentId: string;
  before: EnrolmentFigures | null;
  after: EnrolmentFigures | null;
  /** Something that a board row shows (cells, figures, mentor, version) is different now. */
  cellsChanged: boolean;
}

/** Events of which people are told at once. */
export type ToldType = 'submitted' | 'reviewed' | 'partnersChosen';
const TOLD: ReadonlySet<string> = new Set<ToldType>(['submitted', 'reviewed', 'partnersChosen']);

export interface ToldEvent {
  enrolmentId: string;
  event: Extract<EnrolmentEvent, { type: ToldType }>;
}

export const isTold = (event: EnrolmentEvent): event is ToldEvent['event'] => TOLD.has(event.type);

/** What progress causes in later rooms: boards patch themselves and ring. */
export interface ProgressListener {
  /** Inside the transaction, as worker; changes come ordered by cohort so that boards are locked in one order. */
  changed(tx: Tx, changes: EnrolmentChange[]): Promise<void>;
  /** Inside the transaction, as worker and after the projections: what somebody is to hear of. */
  told?(tx: Tx, workspaceId: string, events: ToldEvent[]): Promise<void>;
  /** After the commit: nothing may depend on it being called. */
  committed(cohortIds: string[], enrolmentIds: string[]): void;
}

/** A cancelled enrolment is on no board. */
export function onBoard(figures: EnrolmentFigures | null): EnrolmentFigures | null {
  return figures === null || figures.status === 'CANCELLED' ? null : figures;
}
