export { assertNever } from './assert-never.js';
export { type CorrectedDate, correctedDates } from './corrected-dates.js';
export { type DatesNow, datesNow } from './dates-now.js';
export { dayWords } from './day-words.js';
export {
  type ActorRole,
  type Decision,
  decideProgress,
  PROGRESS_ACTIONS,
  type ProgressAct,
  type ProgressAction,
  type Who,
} from './decide-progress.js';
export { decideReview, type ReviewAct } from './decide-review.js';
export { MAX_ARTEFACT_CHARACTERS, MAX_SUBMITTED_FILES } from './deliverable.js';
export { evaluate, foldEvents } from './evaluate.js';
export type {
  EnrolmentStatus,
  Environment,
  Evaluation,
  ItemEvaluation,
  ItemOutcome,
  ItemStateKind,
  LockReason,
  ProgressFigures,
  StageEvaluation,
  StepEvaluation,
  SubmissionEvaluation,
  WorkspaceSettings,
} from './evaluation.js';
export {
  type CarryPolicy,
  type DatePolicy,
  type DateTarget,
  type EnrolmentEvent,
  type EventData,
  type EventOf,
  type FixedDate,
  type ItemMapping,
  isScorer,
  type NewEvent,
  type NewItemPolicy,
  type ReviewDecision,
  type SubmittedFile,
  scorerName,
  type VersionId,
} from './event.js';
export { applyEvent } from './fold.js';
export { packRow } from './packed-row.js';
export { indexPlan, targetKey } from './plan-index.js';
export { publishedDates, publishedMoves } from './published-dates.js';
export type { Refusal } from './refusal.js';
export { settle } from './settle.js';
export { isCompleted } from './stage-evaluation.js';
export { type EnrolmentState, planOf, startState } from './state.js';
