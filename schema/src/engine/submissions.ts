import { reviewDeadline } from '../calendar/index.js';
import { levelsOf, type ReviewerRole } from '../kinds/index.js';
import type { Instant } from '../time/index.js';
import type { SubmissionEvaluation } from './evaluation.js';
import type { PersonId } from './event.js';
import type { ItemRecord, SubmissionRecord } from './item-record.js';
import type { IndexedItem } from './plan-index.js';
import { noteDeadline, type Settling } from './settling.js';

/** All that was handed in for an item, in order, with the clock of its review. */
export function submissionsOf(s: Settling, indexed: IndexedItem): SubmissionEvaluation[] {
  const record = s.state.items[indexed.index];
  return record ? record.submissions.map((submission) => evaluateSubmission(s, indexed, record, submission)) : [];
}

function evaluateSubmission(
  s: Settling,
  indexed: IndexedItem,
  record: ItemRecord,
  submission: SubmissionRecord,
): SubmissionEvaluation {
  const { forReview, withdrawnAt, reviewedAt } = submission;
  const { item } = indexed;
  const base = shownOf(item.key, submission);
  if (!forReview) return base;

  base.reviewBy = reviewerOf(indexed, record, submission);
  const deadline = feedbackDeadline(s, indexed, submission);
  if (deadline !== undefined) base.feedbackDueAt = deadline;
  const seenFrom = withdrawnAt !== undefined && withdrawnAt < s.at ? withdrawnAt : s.at;
  const passed = deadline !== undefined && deadline < seenFrom;
  base.waiting = reviewedAt === undefined && withdrawnAt === undefined && s.state.cancelledAt === undefined;
  const owedUntil = passed ? deadline : seenFrom;
  const owner = reviewedAt !== undefined && reviewedAt < owedUntil ? reviewedAt : owedUntil;
  const mentor = base.reviewBy === 'MENTOR' ? mentorAt(s, owner) : undefined;
  if (mentor !== undefined) base.reviewerId = mentor;

  // A review without a limit is never late.
  if (reviewedAt !== undefined) base.inTime = deadline === undefined || reviewedAt <= deadline;
  else if (passed) base.inTime = false;
  else if (deadline !== undefined && base.waiting) noteDeadline(s, deadline);
  return base;
}

function shownOf(itemKey: string, submission: SubmissionRecord): SubmissionEvaluation {
  const {
    stepKey,
    attempt,
    submittedAt,
    artefact,
    comment,
    reviewedAt,
    reviewedBy,
    decision,
    reviewComment,
    score,
    criteria,
  } = submission;
  const shown: SubmissionEvaluation = { itemKey, attempt, submittedAt, waiting: false };
  if (stepKey !== undefined) shown.stepKey = stepKey;
  if (artefact !== undefined) shown.artefact = artefact;
  if (comment !== undefined) shown.comment = comment;
  if (reviewedAt !== undefined) shown.reviewedAt = reviewedAt;
  if (reviewedBy !== undefined) shown.reviewedBy = reviewedBy;
  if (decision !== undefined) shown.decision = decision;
  if (reviewComment !== undefined) shown.reviewComment = reviewComment;
  if (score !== undefined) shown.score = score;
  if (criteria !== undefined) shown.criteria = criteria;
  return shown;
}

function reviewerOf({ item }: IndexedItem, record: ItemRecord, submission: SubmissionRecord): ReviewerRole | undefined {
  const levels = levelsOf(item);
  const level = submission.decision === undefined ? record.level : levels.length - 1;
  return levels[level]?.by;
}

/** Until when a review is owed; undefined where the definition gives it no limit. */
function feedbackDeadline(s: Settling, { item }: IndexedItem, { submittedAt }: SubmissionRecord): Instant | undefined {
  const [review] = levelsOf(item);
  if (review?.within === undefined) return undefined;
  const { at } = reviewDeadline(submittedAt, review.within, review.clock ?? 'HOURS', {
    ...s.dateContext,
    workingHours: s.environment.workspace.workingHours,
  });
  return at;
}

/** The mentor at an instant: the latest assignment by then, in order of recording. */
export function mentorAt(s: Settling, at: Instant): PersonId | undefined {
  return s.state.mentors.findLast(({ from }) => from <= at)?.personId;
}
