import type { PlanDefinition } from '../definition/index.js';
import type { Evaluation, ItemEvaluation, StageEvaluation, SubmissionEvaluation } from '../engine/index.js';
import type { Instant } from '../time/index.js';
import type { ItemProgress, PlanProgress, StageProgress, SubmissionProgress } from './plan-progress.js';

/** What an evaluation does not hold. */
export interface ProgressSubject {
  /** Opaque and stable: the enrolment. */
  person: string;
  enrolledAt: Instant;
  hasMentor: boolean;
}

/**
 * What reminder rules may know of a person: what `evaluate` found, without artefacts, comments, scores, facts and names.
 * @param definition of the version the person is in now (`evaluation.versionId`)
 */
export function planProgress(
  definition: PlanDefinition,
  evaluation: Evaluation,
  { person, enrolledAt, hasMentor }: ProgressSubject,
): PlanProgress {
  const { status, zone, startsOn, dueAt } = evaluation;
  return {
    person,
    plan: { key: definition.key, title: definition.title },
    status,
    zone,
    startsOn,
    enrolledAt,
    ...given({ dueAt }),
    hasMentor,
    stages: evaluation.stages.map(stageProgress),
    items: evaluation.items.filter(({ state }) => state !== 'NOT_APPLICABLE').map(itemProgress),
    submissions: evaluation.submissions.flatMap(submissionProgress),
  };
}

function stageProgress({ key, title, open, opensAt, dueAt, complete, provisional }: StageEvaluation): StageProgress {
  return { key, title, open, ...given({ opensAt, dueAt }), complete, provisional };
}

function itemProgress(item: ItemEvaluation): ItemProgress {
  const { key, stageKey, kind, title, requirement, state, overdue, provisional } = item;
  const { outcome, opensAt, dueAt, completedAt, inHandSince } = item;
  return {
    key,
    stageKey,
    kind,
    title,
    requirement,
    state,
    ...given({ outcome, opensAt, dueAt, completedAt, inHandSince }),
    overdue,
    provisional,
    steps: item.steps.map((step) => ({
      key: step.key,
      title: step.title,
      ...given({ dueAt: step.dueAt, dueKnownFrom: step.dueKnownFrom, completedAt: step.completedAt }),
      provisional: step.provisional,
    })),
  };
}

function submissionProgress(submission: SubmissionEvaluation): SubmissionProgress[] {
  const { itemKey, stepKey, attempt, submittedAt, reviewBy, feedbackDueAt, waiting, reviewedAt } = submission;
  if (reviewBy === undefined) return [];
  return [
    {
      itemKey,
      ...given({ stepKey }),
      attempt,
      submittedAt,
      reviewBy,
      ...given({ feedbackDueAt, reviewedAt }),
      waiting,
    },
  ];
}

/** The entries that have a value: what is absent crosses no process border as a hole. */
function given<T extends object>(entries: T): Partial<T> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as Partial<T>;
}
