import { findItem, type PlanDefinition } from '../definition/index.js';
import { type Item, judgementOf, kindOf } from '../kinds/index.js';
import { type Instant, isInstant } from '../time/index.js';
import { inEach } from '../words/index.js';
import { deliverableProblem } from './deliverable.js';
import type { Evaluation, ItemEvaluation } from './evaluation.js';
import type { NewEvent, SubmittedFile } from './event.js';
import { say } from './generated/messages.js';
import { type Refusal, refuse } from './refusal.js';
import { mayNot } from './role-limits.js';
import { isCompleted } from './stage-evaluation.js';

export const PROGRESS_ACTIONS = ['START', 'COMPLETE', 'SUBMIT', 'SCORE', 'EXCUSE', 'REOPEN'] as const;
export type ProgressAction = (typeof PROGRESS_ACTIONS)[number];

/** In what capacity somebody acts. Whether they may act on this person at all is decided before. */
export type ActorRole = 'LEARNER' | 'REVIEWER' | 'HR' | 'CONNECTOR';

export interface Who {
  by: ActorRole;
  /** A person's id, or `connector:…`: goes into the event. */
  actor: string;
}

export interface ProgressAct {
  action: ProgressAction;
  itemKey: string;
  stepKey?: string;
  score?: number;
  minutes?: number;
  artefact?: string;
  /** With SUBMIT: what was uploaded for it. */
  files?: readonly SubmittedFile[];
  comment?: string;
  /** For EXCUSE and REOPEN; the comment stands in for it. */
  reason?: string;
  /** When it really happened; not for learners, never ahead, never before the item opened. */
  occurredAt?: Instant;
}

/** The events to record, in order; or why there are none. */
export type Decision = { events: NewEvent[] } | { refusal: Refusal };

/**
 * What an act on an item becomes. Pure: looks at the evaluation alone, so the caller evaluates at the time of the act.
 * @param now the time of recording, the same that `evaluation` was made at
 */
export function decideProgress(
  definition: PlanDefinition,
  evaluation: Evaluation,
  act: ProgressAct,
  who: Who,
  now: Instant,
): Decision {
  const item = findItem(definition, act.itemKey)?.item;
  const current = evaluation.items.find(({ key }) => key === act.itemKey);
  if (!item || !current) {
    return refuse('INVALID', ['itemKey'], say('decideProgress.noSuchItem'));
  }
  const refusal =
    mayNot(item, act, who) ??
    timeProblem(act, who, current, now) ??
    notNow(evaluation, item, current, act, who) ??
    valueProblem(item, act, who);
  if (refusal) return refusal;
  const at = act.occurredAt ?? now;
  return decide(
    item,
    current,
    evaluation,
    act,
    who.actor,
    <T extends NewEvent['type']>(type: T, data: NewEventData<T>) => ({
      events: [{ type, data, occurredAt: at, actor: who.actor } as NewEvent],
    }),
  );
}

type NewEventData<T extends NewEvent['type']> = Extract<NewEvent, { type: T }>['data'];
type Recorder = <T extends NewEvent['type']>(type: T, data: NewEventData<T>) => Decision;

function timeProblem({ occurredAt, action }: ProgressAct, { by }: Who, item: ItemEvaluation, now: Instant) {
  if (occurredAt === undefined) return undefined;
  const path = ['occurredAt'];
  if (by === 'LEARNER') {
    return refuse('INVALID', path, say('decideProgress.yourOwnProgress'));
  }
  if (!isInstant(occurredAt)) return refuse('INVALID', path, say('decideProgress.giveTimeIso'));
  if (occurredAt > now) return refuse('INVALID', path, say('decideProgress.cannotHappenedFuture'));
  if (action === 'EXCUSE' || action === 'REOPEN') return undefined;
  if (item.opensAt !== undefined && occurredAt < item.opensAt) {
    return refuse('INVALID', path, say('decideProgress.cannotHappenedBefore'));
  }
  return undefined;
}

/** Whether the state of the enrolment and the item allows the act. */
function notNow(evaluation: Evaluation, defined: Item, item: ItemEvaluation, { action }: ProgressAct, { by }: Who) {
  const { status } = evaluation;
  if (status === 'CANCELLED') {
    return refuse('NOT_NOW', [], say('decideProgress.planCancelledProgress'));
  }
  if (status === 'PAUSED' && by === 'LEARNER') {
    return refuse('NOT_NOW', [], say('decideProgress.planPausedContinue'));
  }
  if (action === 'EXCUSE') {
    if (item.state === 'NOT_APPLICABLE') return refuse('NOT_NOW', [], say('decideProgress.itemDoesNot'));
    return isCompleted(item) ? refuse('NOT_NOW', [], say('decideProgress.itemCompletedAlready')) : undefined;
  }
  if (item.state === 'LOCKED') {
    const [reason] = item.lockedBecause;
    return refuse('LOCKED_ITEM', ['itemKey'], reason?.text ?? say('decideProgress.notOpenYet'));
  }
  if (item.state === 'NOT_APPLICABLE') return refuse('NOT_NOW', [], say('decideProgress.itemDoesNotApply'));
  if (
    action === 'SCORE' &&
    kindOf(defined).scoresSubmissions &&
    (item.state === 'AVAILABLE' || item.state === 'STARTED')
  ) {
    return refuse('NOT_NOW', [], say('decideProgress.thereNothingScore'));
  }
  const over = item.state === 'DONE' || item.state === 'EXCUSED';
  if (action === 'REOPEN') {
    return over ? undefined : refuse('NOT_NOW', [], say('decideProgress.itemNotDone'));
  }
  const rescored = action === 'SCORE' && item.state === 'DONE' && judgementOf(defined)?.by !== 'ATTEMPTS';
  if (over && !rescored) {
    return refuse('NOT_NOW', [], say('decideProgress.itemDoneHr'));
  }
  if (action === 'START' && item.state !== 'AVAILABLE')
    return refuse('NOT_NOW', [], say('decideProgress.itemStartedAlready'));
  if (action === 'SUBMIT' && item.state === 'SUBMITTED') {
    return refuse('NOT_NOW', [], say('decideProgress.submittedWaitsReview'));
  }
  return undefined;
}

function valueProblem(item: Item, { action, score, minutes, artefact, files, comment }: ProgressAct, { by }: Who) {
  if (action === 'SCORE' && (score === undefined || !(score >= 0 && score <= 100))) {
    return refuse('INVALID', ['score'], say('decideProgress.giveScoreFrom'));
  }
  if (minutes !== undefined && !(Number.isInteger(minutes) && minutes >= 0 && minutes <= 100_000)) {
    return refuse('INVALID', ['minutes'], say('decideProgress.giveTimeSpent'));
  }
  if (comment !== undefined && comment.length > 4000) {
    return refuse('INVALID', ['comment'], say('decideProgress.commentTooLong'));
  }
  return action === 'SUBMIT' ? deliverableProblem(item, { artefact, files, by }) : undefined;
}

function decide(
  item: Item,
  current: ItemEvaluation,
  evaluation: Evaluation,
  act: ProgressAct,
  actor: string,
  record: Recorder,
): Decision {
  const { itemKey, comment } = act;
  const reason = act.reason ?? comment ?? '';
  switch (act.action) {
    case 'START':
      return record('started', { itemKey });
    case 'COMPLETE': {
      const source = kindOf(item).isExternal?.(item) ? 'EXTERNAL' : 'MARKED';
      return record('completed', { itemKey, source, ...(act.minutes === undefined ? {} : { minutes: act.minutes }) });
    }
    case 'SUBMIT':
      return submit(item, current, evaluation, act, record);
    case 'SCORE':
      return record('scored', { itemKey, score: act.score ?? 0, by: actor });
    case 'EXCUSE':
      return record('excused', { itemKey, reason });
    case 'REOPEN':
      return record('reopened', { itemKey, reason });
    default:
      return act.action satisfies never;
  }
}

/** A step in its turn, or the whole; a returned task is handed in again as the next attempt. */
function submit(
  _item: Item,
  current: ItemEvaluation,
  evaluation: Evaluation,
  act: ProgressAct,
  record: Recorder,
): Decision {
  const { itemKey, artefact, files = [], comment } = act;
  const next = current.steps.find((step) => step.completedAt === undefined) ?? current.steps.at(-1);
  if (act.stepKey !== undefined && !current.steps.some((step) => step.key === act.stepKey)) {
    return refuse('INVALID', ['stepKey'], say('decideProgress.taskNoSuch'));
  }
  if (act.stepKey !== undefined && next && act.stepKey !== next.key) {
    return refuse(
      'INVALID',
      ['stepKey'],
      say('decideProgress.stepsGoOrder', { step: inEach((language) => next.title[language] ?? next.key) }),
    );
  }
  if (next && act.stepKey === undefined && current.steps.length > 1 && current.state !== 'RETURNED') {
    return refuse('INVALID', ['stepKey'], say('decideProgress.sayWhichStep'));
  }
  const before = evaluation.submissions.filter((submission) => submission.itemKey === itemKey);
  const closed = before.some(
    (submission) => submission.attempt === current.attempt && submission.decision !== undefined,
  );
  const finished = before.some(
    (submission) => submission.attempt === current.attempt && submission.stepKey === next?.key,
  );
  const attempt = current.attempt === 0 ? 1 : closed || finished ? current.attempt + 1 : current.attempt;
  return record('submitted', {
    itemKey,
    attempt,
    ...(next ? { stepKey: next.key } : {}),
    ...(artefact === undefined ? {} : { artefact: artefact.trim() }),
    ...(files.length === 0 ? {} : { files: files.map(({ id, name }) => ({ id, name })) }),
    ...(comment === undefined ? {} : { comment }),
  });
}
