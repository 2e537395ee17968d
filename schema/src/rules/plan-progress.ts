import type { EnrolmentStatus, ItemOutcome, ItemStateKind } from '../engine/index.js';
import type { ItemKind, Requirement, ReviewerRole } from '../kinds/index.js';
import type { LocalizedText } from '../text/index.js';
import type { Instant, PlainDate, Zone } from '../time/index.js';

/** What a reminder rule may know of one person in one plan, at one moment. Plain data: it crosses a process border. */
export interface PlanProgress {
  /** Opaque and stable: one person in one plan (the enrolment). */
  person: string;
  plan: { key: string; title: LocalizedText };
  status: EnrolmentStatus;
  zone: Zone;
  startsOn: PlainDate;
  /** When the person was enrolled; nothing before it can be reminded. */
  enrolledAt: Instant;
  /** The latest due date of the plan. */
  dueAt?: Instant;
  hasMentor: boolean;
  stages: StageProgress[];
  /** In the order of the definition; things that do not apply (branch not taken) are left out. */
  items: ItemProgress[];
  submissions: SubmissionProgress[];
}

export interface StageProgress {
  key: string;
  title: LocalizedText;
  open: boolean;
  opensAt?: Instant;
  dueAt?: Instant;
  complete: boolean;
  provisional: boolean;
}

export interface ItemProgress {
  key: string;
  stageKey: string;
  kind: ItemKind;
  title: LocalizedText;
  requirement: Requirement;
  state: ItemStateKind;
  outcome?: ItemOutcome;
  opensAt?: Instant;
  dueAt?: Instant;
  completedAt?: Instant;
  /**
   * While it is the person's turn (open, started or returned): since when, with the due date that holds now. A reminder that
   * should have come before is due at this instant.
   */
  inHandSince?: Instant;
  overdue: boolean;
  /** A date of it may still be moved by a calendar year that is not published. */
  provisional: boolean;
  steps: StepProgress[];
}

export interface StepProgress {
  key: string;
  title: LocalizedText;
  dueAt?: Instant;
  /** When this due date became known, where that was after the item opened. */
  dueKnownFrom?: Instant;
  completedAt?: Instant;
  provisional: boolean;
}

/** One attempt of a submission that asks for a review. */
export interface SubmissionProgress {
  itemKey: string;
  stepKey?: string;
  attempt: number;
  submittedAt: Instant;
  reviewBy: ReviewerRole;
  feedbackDueAt?: Instant;
  /** It waits for its review now. */
  waiting: boolean;
  reviewedAt?: Instant;
}
