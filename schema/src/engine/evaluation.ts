import type { Calendars } from '../calendar/index.js';
import type { Facts } from '../definition/index.js';
import type { MeasuredFigures } from '../figures/index.js';
import type { ItemKind, Requirement, ReviewerRole } from '../kinds/index.js';
import type { LocalizedText } from '../text/index.js';
import type { Instant, PlainDate, Zone } from '../time/index.js';
import type { FixedDate, PersonId, ReviewDecision, VersionId } from './event.js';

export type ItemStateKind =
  | 'LOCKED'
  | 'AVAILABLE'
  | 'STARTED'
  | 'SUBMITTED'
  | 'RETURNED'
  | 'DONE'
  | 'EXCUSED'
  | 'NOT_APPLICABLE';
export type ItemOutcome = 'COMPLETED' | 'PASSED' | 'FAILED' | 'APPROVED' | 'REJECTED';
export type EnrolmentStatus = 'SCHEDULED' | 'ACTIVE' | 'PAUSED' | 'COMPLETED' | 'CANCELLED';

/** Working hours of the workspace, for review clocks in WORKING_HOURS. */
export interface WorkspaceSettings {
  workingHours: { from: string; to: string };
  /** Calendar for plans that name none. */
  calendar: string;
}

/** Everything that `evaluate` may know beside definitions and events. */
export interface Environment {
  now: Instant;
  calendars: Calendars;
  workspace: WorkspaceSettings;
}

/** One fact that keeps an item closed. Together they are the smallest such set. */
export type LockReason =
  | { kind: 'item'; itemKey: string; on: string; text: LocalizedText }
  | { kind: 'date'; opensAt: Instant; text: LocalizedText }
  | { kind: 'awaiting'; awaiting: string; text: LocalizedText }
  /** With `negated`: the expression must be false. */
  | { kind: 'condition'; expression?: string; negated?: boolean; text: LocalizedText }
  | { kind: 'stage'; stageKey: string; opensAt?: Instant; text: LocalizedText }
  /** With `group`: a number of items of that elective group must be completed first; `itemKey` is the first of them. */
  | { kind: 'order'; itemKey: string; group?: string; text: LocalizedText }
  | { kind: 'paused'; text: LocalizedText };

export interface StepEvaluation {
  key: string;
  title: LocalizedText;
  dueAt?: Instant;
  /** Since when this due date is known, where that is later than the plan. */
  dueKnownFrom?: Instant;
  provisional: boolean;
  completedAt?: Instant;
  onTime?: boolean;
}

/** One attempt that waits for, or has had, its review. */
export interface SubmissionEvaluation {
  itemKey: string;
  stepKey?: string;
  attempt: number;
  submittedAt: Instant;
  artefact?: string;
  comment?: string;
  /** Who is to review it: the role of the definition; absent = no review asked. */
  reviewBy?: ReviewerRole;
  /** The mentor at the time of the deadline (or now, while it has not passed). */
  reviewerId?: PersonId;
  feedbackDueAt?: Instant;
  /** It waits for its review now: not decided, not withdrawn by an excuse or a reopening, not cancelled. */
  waiting: boolean;
  reviewedAt?: Instant;
  reviewedBy?: string;
  decision?: ReviewDecision;
  reviewComment?: string;
  score?: number;
  criteria?: { key: string; score: number }[];
  /** Reviewed within its time; false also when the time has passed unreviewed; absent while it still runs. */
  inTime?: boolean;
}

export interface ItemEvaluation {
  key: string;
  stageKey: string;
  kind: ItemKind;
  title: LocalizedText;
  requirement: Requirement;
  state: ItemStateKind;
  outcome?: ItemOutcome;
  opensAt?: Instant;
  dueAt?: Instant;
  /** A date of this item may still be moved by a calendar year that is not published. */
  provisional: boolean;
  /** What a missing date waits for, as `completed:goal-plan` or `event:PROMOTED`. */
  awaiting?: string;
  /**
   * While it is the person's turn: since when, with the due date that holds now. The latest of its opening, its last return
   * or reopening, the end of the last pause, and when the due date came to be known.
   */
  inHandSince?: Instant;
  startedAt?: Instant;
  /** First submission (TASK) or completion (others): what on-time looks at. */
  deliveredAt?: Instant;
  completedAt?: Instant;
  /** Absent while undecided and for items without a due date or excused. */
  onTime?: boolean;
  overdue: boolean;
  /** A scorer's where one has spoken since the last score, else a person's or connector's. */
  score?: number;
  /** Of a course or assessment: the score of each try since it was (re)opened. */
  trials?: number[];
  /** Attempts so far; 0 before the first. */
  attempt: number;
  steps: StepEvaluation[];
  lockedBecause: LockReason[];
}

export interface StageEvaluation {
  key: string;
  title: LocalizedText;
  open: boolean;
  opensAt?: Instant;
  dueAt?: Instant;
  provisional: boolean;
  complete: boolean;
  done: number;
  needed: number;
}

/** Numerators and denominators; cohorts add them up, and only then divide. */
export interface ProgressFigures extends MeasuredFigures {
  /** Weighted score of the plan where a scorer stored one. */
  score?: number;
}

export interface Evaluation {
  versionId: VersionId;
  status: EnrolmentStatus;
  startsOn: PlainDate;
  zone: Zone;
  mentorId?: PersonId;
  facts: Facts;
  partners: Record<string, PersonId[]>;
  /** In the order of the definition. */
  items: ItemEvaluation[];
  stages: StageEvaluation[];
  submissions: SubmissionEvaluation[];
  progress: ProgressFigures;
  /** The latest due date of the plan. */
  dueAt?: Instant;
  completedAt?: Instant;
  /** The next instant at which something changes without an event; absent = never. */
  nextChangeAt?: Instant;
  /** Dates whose anchor has happened and that no event holds yet: to be recorded as `dateFixed`. */
  datesToFix: FixedDate[];
}
