import { findItem, type PlanDefinition } from '../definition/index.js';
import {
  type ActorRole,
  type Decision,
  decideProgress,
  decideReview,
  type EnrolmentEvent,
  type Evaluation,
  type ItemEvaluation,
  type NewEvent,
  type ProgressAct,
  type ProgressAction,
  type ReviewAct,
  type StepEvaluation,
  type SubmissionEvaluation,
  type SubmittedFile,
} from '../engine/index.js';
import { deliverableOf, type Item, isReported, kindOf } from '../kinds/index.js';
import type { Instant } from '../time/index.js';
import type { Behaviour, Conduct } from './walk.js';

/** When a person and their reviewers do things. Asked again and again: the same question has to get the same answer. */
export interface Pace {
  /** When the next piece of work on an open item is done; what is past is done now. Undefined = never. */
  workAt(item: ItemEvaluation, step: StepEvaluation | undefined, evaluation: Evaluation): Instant | undefined;
  /** When a waiting submission is reviewed; undefined = never. */
  reviewAt(submission: SubmissionEvaluation, evaluation: Evaluation): Instant | undefined;
  /** What the review says; absent = approved. */
  review?(
    submission: SubmissionEvaluation,
    evaluation: Evaluation,
  ): Pick<ReviewAct, 'decision' | 'score' | 'criteria' | 'comment'>;
  /** Score of an assessment, or of a course that is done by its score; absent = 100. */
  score?(item: ItemEvaluation): number;
  /** What is handed in; absent = a sample that the deliverable accepts. */
  artefact?(item: ItemEvaluation, step: StepEvaluation | undefined): string | undefined;
}

/** Ids that go into the events. */
export interface SamplePeople {
  learner: string;
  /** Reviews where the enrolment has no mentor, or another role is asked. */
  reviewer: string;
}

interface Planned {
  at: Instant;
  decide(): Decision;
}

/**
 * Somebody who does what can be done at the pace given, through the same decisions as the server's. One act at a time, so
 * that each sees what the one before has changed (an elective that is no longer needed is not done).
 * @throws Error when an act is refused, which is a bug: only what is open is tried
 */
export function paced(definition: PlanDefinition, people: SamplePeople, pace: Pace): Behaviour {
  return (evaluation, now, events): Conduct => {
    // Who is through may still do what was not needed for it.
    if (evaluation.status !== 'ACTIVE' && evaluation.status !== 'COMPLETED') return { acts: [] };
    let next: Planned | undefined;
    const consider = (planned: Planned | undefined): void => {
      if (planned && (next === undefined || planned.at < next.at)) next = planned;
    };
    for (const item of evaluation.items) consider(plannedWork(definition, evaluation, item, people, pace, now));
    for (const submission of evaluation.submissions) {
      consider(plannedReview(definition, evaluation, submission, people, pace, now, events));
    }
    if (!next) return { acts: [] };
    if (next.at > now) return { acts: [], wakeAt: next.at };
    return { acts: accepted(next.decide()) };
  };
}

function accepted(decision: Decision): NewEvent[] {
  if ('refusal' in decision) throw new Error(`A sample act was refused: ${decision.refusal.message.en ?? ''}`);
  return decision.events;
}

const isOpen = ({ state }: ItemEvaluation): boolean =>
  state === 'AVAILABLE' || state === 'STARTED' || state === 'RETURNED';

/** The step whose turn it is; after a return it is the last one again. */
export function stepInTurn(item: ItemEvaluation): StepEvaluation | undefined {
  return item.steps.find(({ completedAt }) => completedAt === undefined) ?? item.steps.at(-1);
}

function plannedWork(
  definition: PlanDefinition,
  evaluation: Evaluation,
  current: ItemEvaluation,
  people: SamplePeople,
  pace: Pace,
  now: Instant,
): Planned | undefined {
  if (!isOpen(current)) return undefined;
  const step = stepInTurn(current);
  const at = pace.workAt(current, step, evaluation);
  const item = findItem(definition, current.key)?.item;
  if (at === undefined || !item) return undefined;
  return {
    at,
    decide: () => {
      const action: ProgressAction = kindOf(item).closedBy(item);
      const act: ProgressAct = { action, itemKey: current.key };
      if (action === 'SUBMIT') {
        act.artefact = pace.artefact?.(current, step) ?? sampleArtefact(item);
        act.files = sampleFiles(item);
        if (step) act.stepKey = step.key;
      }
      if (action === 'SCORE') act.score = pace.score?.(current) ?? 100;
      const by = roleFor(item, action);
      return decideProgress(
        definition,
        evaluation,
        act,
        { by, actor: by === 'LEARNER' ? people.learner : people.reviewer },
        now,
      );
    },
  };
}

/** Who may do it: learners do their own work, systems report results, HR excuses and reopens. */
export function roleFor(item: Item, action: ProgressAction): ActorRole {
  if (action === 'EXCUSE' || action === 'REOPEN') return 'HR';
  if (action === 'SCORE') return 'CONNECTOR';
  return isReported(item) ? 'CONNECTOR' : 'LEARNER';
}

/** Something that the deliverable of a task accepts. */
export function sampleArtefact(item: Item): string | undefined {
  const deliverable = deliverableOf(item);
  return deliverable === 'NONE' || deliverable === 'FILE' ? undefined : `https://docs.example.com/${item.key}`;
}

/** A file that nobody has uploaded: what is played through keeps none. */
export function sampleFiles(item: Item): SubmittedFile[] {
  return deliverableOf(item) === 'FILE' ? [{ id: 'sample', name: `${item.key}.pdf` }] : [];
}

function plannedReview(
  definition: PlanDefinition,
  evaluation: Evaluation,
  submission: SubmissionEvaluation,
  people: SamplePeople,
  pace: Pace,
  now: Instant,
  events: readonly EnrolmentEvent[],
): Planned | undefined {
  const { itemKey, attempt } = submission;
  const waits =
    submission.reviewBy !== undefined &&
    submission.decision === undefined &&
    evaluation.items.some(({ key, state }) => key === itemKey && state === 'SUBMITTED');
  const at = waits ? pace.reviewAt(submission, evaluation) : undefined;
  if (at === undefined) return undefined;
  return {
    at,
    decide: () => {
      const said = pace.review?.(submission, evaluation) ?? { decision: 'APPROVE' as const };
      const actor = reviewerOf(submission, evaluation, people, events);
      return decideReview(definition, evaluation, { itemKey, attempt, ...said }, { by: 'REVIEWER', actor }, now);
    },
  };
}

/** The mentor, or of several partners who all have to agree the first that has not spoken in this attempt. */
function reviewerOf(
  { itemKey, attempt, reviewBy, reviewerId }: SubmissionEvaluation,
  { partners }: Evaluation,
  people: SamplePeople,
  events: readonly EnrolmentEvent[],
): string {
  if (reviewBy !== 'PEER') return reviewerId ?? people.reviewer;
  const spoken = new Set(
    events.flatMap((event) =>
      event.type === 'reviewed' && event.data.itemKey === itemKey && event.data.attempt === attempt
        ? [event.actor]
        : [],
    ),
  );
  return partners[itemKey]?.find((partner) => !spoken.has(partner)) ?? people.reviewer;
}
