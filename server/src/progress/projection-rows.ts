import type {
  EnrolmentStatus,
  ItemOutcome,
  ItemStateKind,
  LockReason,
  ReviewDecision,
} from '@planwright/schema/engine';
import type { ReviewerRole } from '@planwright/schema/kinds';
import type { Instant } from '@planwright/schema/time';

/** A row of `enrolment_state`: the figures that boards and lists read without touching the events. */
export interface StateRow {
  enrolmentId: string;
  cohortId: string;
  status: EnrolmentStatus;
  /** Packed cells in the item order of the enrolment's own version (plan-language.md section 9). */
  cells: string;
  done: number;
  needed: number;
  onTime: number;
  onTimeOf: number;
  feedbackGiven: number;
  feedbackInTime: number;
  feedbackOf: number;
  overdue: number;
  waiting: number;
  score: number | null;
  nextFeedbackDueAt: Instant | null;
  lastEventAt: Instant | null;
  nextChangeAt: Instant | null;
  dueAt: Instant | null;
  completedAt: Instant | null;
  eventSeq: number;
  stages: StageJson[];
}

export interface StageJson {
  key: string;
  open: boolean;
  opensAt: Instant | null;
  dueAt: Instant | null;
  provisional: boolean;
  complete: boolean;
  done: number;
  needed: number;
}

export interface StepJson {
  key: string;
  dueAt: Instant | null;
  provisional: boolean;
  completedAt: Instant | null;
  onTime: boolean | null;
}

/** A row of `item_state`. */
export interface ItemRow {
  enrolmentId: string;
  itemKey: string;
  stageKey: string;
  position: number;
  state: ItemStateKind;
  outcome: ItemOutcome | null;
  opensAt: Instant | null;
  dueAt: Instant | null;
  provisional: boolean;
  awaiting: string | null;
  startedAt: Instant | null;
  deliveredAt: Instant | null;
  completedAt: Instant | null;
  onTime: boolean | null;
  overdue: boolean;
  score: number | null;
  attempt: number;
  steps: StepJson[];
  lockedBecause: LockReason[];
}

/** A row of `submission`. Its id is derived (UUID v5), so it survives a rebuild. */
export interface SubmissionRow {
  id: string;
  enrolmentId: string;
  itemKey: string;
  stepKey: string | null;
  attempt: number;
  submittedAt: Instant;
  artefact: string | null;
  comment: string | null;
  reviewBy: ReviewerRole | null;
  reviewerId: string | null;
  feedbackDueAt: Instant | null;
  reviewedAt: Instant | null;
  reviewedBy: string | null;
  decision: ReviewDecision | null;
  reviewComment: string | null;
  score: number | null;
  criteria: { key: string; score: number }[] | null;
  waiting: boolean;
}

export interface PartnerRow {
  enrolmentId: string;
  itemKey: string;
  personId: string;
}

/** Everything that is derived from the events of one enrolment. */
export interface Projection {
  versionId: string;
  mentorId: string | null;
  state: StateRow;
  items: ItemRow[];
  submissions: SubmissionRow[];
  partners: PartnerRow[];
}
