import {
  type EnrolmentEvent,
  type Evaluation,
  type ItemEvaluation,
  packRow,
  type SubmissionEvaluation,
} from '@planwright/schema/engine';
import { columnsOf, everyColumn } from '@planwright/schema/figures';
import type { EnrolmentFigures } from './progress-listener.js';
import type { ItemRow, PartnerRow, Projection, StateRow, SubmissionRow } from './projection-rows.js';
import { submissionId } from './submission-id.js';

/** What the tables hold for an evaluation: pure, so that a rebuild gives the same rows. */
export function projectEvaluation(
  enrolment: { id: string; cohortId: string },
  evaluation: Evaluation,
  events: readonly EnrolmentEvent[],
): Projection {
  const submissions = evaluation.submissions.map((one) => submissionRow(enrolment.id, one, evaluation));
  return {
    versionId: evaluation.versionId,
    mentorId: evaluation.mentorId ?? null,
    state: stateRow(enrolment, evaluation, events, submissions),
    items: evaluation.items.map((item, position) => itemRow(enrolment.id, item, position)),
    submissions,
    partners: partnersOf(enrolment.id, evaluation),
  };
}

/** A cancelled enrolment is shared with nobody any more: whoever was a partner loses sight of it. */
function partnersOf(enrolmentId: string, { status, partners }: Evaluation): PartnerRow[] {
  if (status === 'CANCELLED') return [];
  return Object.entries(partners).flatMap(([itemKey, people]) =>
    people.map((personId) => ({ enrolmentId, itemKey, personId })),
  );
}

function stateRow(
  enrolment: { id: string; cohortId: string },
  evaluation: Evaluation,
  events: readonly EnrolmentEvent[],
  submissions: SubmissionRow[],
): StateRow {
  const { progress } = evaluation;
  const deadlines = submissions.flatMap((one) => (one.waiting && one.feedbackDueAt ? [one.feedbackDueAt] : [])).sort();
  const last = events.at(-1);
  return {
    enrolmentId: enrolment.id,
    cohortId: enrolment.cohortId,
    status: evaluation.status,
    cells: packRow(
      evaluation,
      evaluation.items.map((item) => item.key),
    ),
    ...columnsOf(progress),
    score: progress.score ?? null,
    nextFeedbackDueAt: deadlines[0] ?? null,
    lastEventAt: last?.recordedAt ?? null,
    nextChangeAt: evaluation.nextChangeAt ?? null,
    dueAt: evaluation.dueAt ?? null,
    completedAt: evaluation.completedAt ?? null,
    eventSeq: last?.seq ?? 0,
    stages: evaluation.stages.map((stage) => ({
      key: stage.key,
      open: stage.open,
      opensAt: stage.opensAt ?? null,
      dueAt: stage.dueAt ?? null,
      provisional: stage.provisional,
      complete: stage.complete,
      done: stage.done,
      needed: stage.needed,
    })),
  };
}

function itemRow(enrolmentId: string, item: ItemEvaluation, position: number): ItemRow {
  return {
    enrolmentId,
    itemKey: item.key,
    stageKey: item.stageKey,
    position,
    state: item.state,
    outcome: item.outcome ?? null,
    opensAt: item.opensAt ?? null,
    dueAt: item.dueAt ?? null,
    provisional: item.provisional,
    awaiting: item.awaiting ?? null,
    startedAt: item.startedAt ?? null,
    deliveredAt: item.deliveredAt ?? null,
    completedAt: item.completedAt ?? null,
    onTime: item.onTime ?? null,
    overdue: item.overdue,
    score: item.score ?? null,
    attempt: item.attempt,
    steps: item.steps.map((step) => ({
      key: step.key,
      dueAt: step.dueAt ?? null,
      provisional: step.provisional,
      completedAt: step.completedAt ?? null,
      onTime: step.onTime ?? null,
    })),
    lockedBecause: item.lockedBecause,
  };
}

function submissionRow(enrolmentId: string, one: SubmissionEvaluation, evaluation: Evaluation): SubmissionRow {
  return {
    id: submissionId(enrolmentId, one.itemKey, one.stepKey, one.attempt),
    enrolmentId,
    itemKey: one.itemKey,
    stepKey: one.stepKey ?? null,
    attempt: one.attempt,
    submittedAt: one.submittedAt,
    artefact: one.artefact ?? null,
    comment: one.comment ?? null,
    reviewBy: one.reviewBy ?? null,
    reviewerId: one.reviewerId ?? null,
    feedbackDueAt: one.feedbackDueAt ?? null,
    reviewedAt: one.reviewedAt ?? null,
    reviewedBy: personOf(one.reviewedBy),
    decision: one.decision ?? null,
    reviewComment: one.reviewComment ?? null,
    score: one.score ?? null,
    criteria: one.criteria ?? null,
    waiting: waitsForReview(one, evaluation),
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An actor may also be `system` or `connector:…`; a person's column holds people only. */
export function personOf(actor: string | undefined): string | null {
  return actor !== undefined && UUID.test(actor) ? actor : null;
}

/** Only the open attempt of a submitted item waits: an excused or reopened item asks nobody for a review any more. */
function waitsForReview(one: SubmissionEvaluation, evaluation: Evaluation): boolean {
  if (!one.reviewBy || one.reviewedAt || evaluation.status === 'CANCELLED') return false;
  const item = evaluation.items.find((candidate) => candidate.key === one.itemKey);
  return item?.state === 'SUBMITTED' && item.attempt === one.attempt;
}

/** The part of a state row that boards add up. */
export const figuresOf = (row: StateRow): EnrolmentFigures => ({
  ...everyColumn((column) => row[column]),
  status: row.status,
  score: row.score,
  nextFeedbackDueAt: row.nextFeedbackDueAt,
});
