export { applyEvents, type LoadedEnrolment, loadEnrolments, type ProgressDeps, settle } from './apply-events.js';
export { applyInParts } from './apply-in-parts.js';
export { type CalendarMove, previewCalendarYear } from './calendar-moves.js';
export { dueEnrolments } from './due-enrolments.js';
export { followHours } from './follow-hours.js';
export { say } from './generated/messages.js';
export { type EventToStore, insertEvents } from './insert-events.js';
export { announceEnrolling, awaitEnrolling, type LockedEnrolment, lockEnrolments } from './lock-enrolments.js';
export {
  type PersonProgress,
  PROGRESS_FIELDS,
  personProgress,
  type SharesShown,
  shareFields,
  sharesShown,
} from './person-progress.js';
export { type EnrolmentChange, onBoard, type ProgressListener, type ToldEvent } from './progress-listener.js';
export { figuresOf, personOf, projectEvaluation } from './project-evaluation.js';
export { addChanges, noChanges } from './projection-changes.js';
export type { StageJson } from './projection-json.js';
export type { ItemRow, PartnerRow, Projection, StateRow, SubmissionRow } from './projection-rows.js';
export { inOrder, inputError, publishCalendarYear } from './publish-calendar-year.js';
export { readEvents } from './read-events.js';
export { ITEM_COLUMNS, STATE_COLUMNS, SUBMISSION_COLUMNS } from './read-projections.js';
export { readRecords } from './read-records.js';
export { rebuildProjectionsCommand } from './rebuild-command.js';
export { type Recorded, type RecordProgress, recordProgress } from './record-progress.js';
export { isKeyConflict } from './request-key.js';
export { type ReviewSubmission, reviewSubmission } from './review-submission.js';
export { criteriaOf } from './rubric.js';
export { scoresWanted, type WantedScore, wantScores } from './scoring/scores-wanted.js';
export { startScoring } from './scoring/start-scoring.js';
export { submissionId } from './submission-id.js';
export { targetEnrolment, visibleEnrolments } from './target-enrolment.js';
export { versionsNamed } from './versions-named.js';
export { writeProjections } from './write-projections.js';
