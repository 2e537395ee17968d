import type { Instant } from '../time/index.js';
import type { ItemOutcome } from './evaluation.js';
import type { PersonId, ReviewDecision } from './event.js';

/** The state that acts have given an item. Whether it is locked or open is not here: time decides that. */
export type Phase = 'OPEN' | 'STARTED' | 'SUBMITTED' | 'RETURNED' | 'DONE' | 'EXCUSED';

/** What links and conditions can see of an item from an instant on. */
export interface Mark {
  from: Instant;
  /** When it became known; later than `from` where it was backdated. */
  recordedAt: Instant;
  submitted: boolean;
  /** Absent while undecided. */
  settled?: ItemOutcome | 'EXCUSED';
  score?: number;
}

export interface SubmissionRecord {
  stepKey?: string;
  attempt: number;
  submittedAt: Instant;
  submittedBy: string;
  artefact?: string;
  comment?: string;
  /** Handed in for review: false for all steps but the last, and where the definition asks no review. */
  forReview: boolean;
  reviewedAt?: Instant;
  reviewedBy?: string;
  decision?: ReviewDecision;
  reviewComment?: string;
  criteria?: { key: string; score: number }[];
  score?: number;
  /** No longer to be reviewed: the item was excused or reopened before anybody did. */
  withdrawnAt?: Instant;
}

export interface ItemRecord {
  phase: Phase;
  outcome?: ItemOutcome;
  /** It was open by then, whatever the rules say now. */
  firstActAt?: Instant;
  startedAt?: Instant;
  deliveredAt?: Instant;
  completedAt?: Instant;
  /** Number of the latest attempt; goes on counting after a reopening, so that it names a submission for good. */
  attempt: number;
  /** Attempts of an assessment since it was (re)opened. */
  tries: number;
  /** Best score of a course or assessment since it was (re)opened; the latest of other kinds. */
  score?: number;
  /** The scorer's result; it stands before `score` until somebody scores again. */
  scored?: number;
  /** What each try of an assessment or course gave since it was (re)opened: evidence for scorers. */
  trials: readonly number[];
  /** Best score ever and when it was given: what a migration with SCORE carries. */
  best?: { score: number; at: Instant };
  /** Approval levels passed in this attempt, and who has approved the present one. */
  level: number;
  approvedBy: readonly PersonId[];
  stepsDone: Readonly<Record<string, Instant>>;
  submissions: readonly SubmissionRecord[];
  /** Ascending; each holds until the next. */
  marks: readonly Mark[];
}

export const UNTOUCHED: ItemRecord = {
  phase: 'OPEN',
  attempt: 0,
  tries: 0,
  trials: [],
  level: 0,
  approvedBy: [],
  stepsDone: {},
  submissions: [],
  marks: [],
};

/** Completed in the sense of links and of completion: done with success, or excused. */
export function countsAsCompleted(settled: Mark['settled']): boolean {
  return settled !== undefined && settled !== 'FAILED' && settled !== 'REJECTED';
}

/** What the record has come to; undefined while undecided. */
export function settledAs(record: ItemRecord): Mark['settled'] {
  if (record.phase === 'EXCUSED') return 'EXCUSED';
  return record.phase === 'DONE' ? record.outcome : undefined;
}

/** The score that counts and is shown. */
export const scoreOf = (record: ItemRecord): number | undefined => record.scored ?? record.score;

/**
 * Notes what links can see of the record now. What is won counts from when it happened; what takes a settled result
 * away (a reopening, another score) counts from when it was recorded, so that nothing that had opened closes again.
 */
export function withMark(record: ItemRecord, occurredAt: Instant, recordedAt: Instant): ItemRecord {
  const last = record.marks.at(-1);
  const submitted = record.phase !== 'OPEN' && record.phase !== 'STARTED' && record.submissions.length > 0;
  const settled = settledAs(record);
  const score = settled === undefined ? undefined : scoreOf(record);
  if (
    last ? last.submitted === submitted && last.settled === settled && last.score === score : !submitted && !settled
  ) {
    return record;
  }
  const loses = last !== undefined && (last.settled !== undefined || (last.submitted && !submitted));
  const at = loses ? recordedAt : occurredAt;
  const from = last && last.from > at ? last.from : at;
  const mark: Mark = { from, recordedAt, submitted, settled, score };
  return { ...record, marks: [...record.marks, mark] };
}
