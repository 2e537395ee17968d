import { type Evaluation, type ItemEvaluation, type StepEvaluation } from '../engine/index.js';
import { type LocalizedText } from '../text/index.js';
import { type Instant, laterOf } from '../time/index.js';
import { say } from './generated/messages.js';

export type SimulatedEventKind =
  | 'OPENS'
  | 'DUE'
  | 'OVERDUE'
  | 'COMPLETED'
  | 'REMINDER'
  | 'FEEDBACK_DUE'
  | 'STAGE_COMPLETED'
  | 'PLAN_COMPLETED';

export interface SimulatedEvent {
  at: Instant;
  kind: SimulatedEventKind;
  itemKey?: string;
  /** The step that a REMINDER is about. */
  stepKey?: string;
  /** Of the reminder in the plan, for REMINDER. */
  ruleKey?: string;
  /** Roles that a REMINDER goes to. */
  to: string[];
  /** Of a REMINDER: the message, markdown. */
  text: LocalizedText;
  /** Why a REMINDER comes then. */
  why?: LocalizedText;
}

/**
 * What happened between two looks at a person: by time alone from one instant to the next, or by one act at an instant.
 * @param before absent = the walk begins
 */
export function eventsBetween(
  before: { evaluation: Evaluation; now: Instant } | undefined,
  after: Evaluation,
  now: Instant,
  planTitle: LocalizedText,
): SimulatedEvent[] {
  const earlier = new Map(before?.evaluation.items.map((item) => [item.key, item]));
  const events: SimulatedEvent[] = [];
  for (const item of after.items) events.push(...completionOf(earlier.get(item.key), item, now));
  for (const item of after.items) events.push(...openingOf(earlier.get(item.key), item, before?.now ?? now));
  if (before) {
    for (const item of before.evaluation.items) events.push(...duesOf(item, before.now, now));
    events.push(...feedbackDues(before, now));
  }
  for (const item of after.items) {
    if (!item.overdue || earlier.get(item.key)?.overdue) continue;
    events.push(event(now, 'OVERDUE', say('simulatedEvent.overdue', { item: item.title }), item.key));
  }
  events.push(...completedWholes(before?.evaluation, after, now, planTitle));
  return events;
}

const event = (at: Instant, kind: SimulatedEventKind, text: LocalizedText, itemKey?: string): SimulatedEvent =>
  itemKey === undefined ? { at, kind, to: [], text } : { at, kind, itemKey, to: [], text };

const isOver = (item: ItemEvaluation | undefined): boolean => item?.state === 'DONE' || item?.state === 'EXCUSED';
const isOpen = ({ state }: ItemEvaluation): boolean =>
  state === 'AVAILABLE' || state === 'STARTED' || state === 'RETURNED';

function completionOf(before: ItemEvaluation | undefined, item: ItemEvaluation, now: Instant): SimulatedEvent[] {
  if (!isOver(item) || isOver(before)) return [];
  return [event(item.completedAt ?? now, 'COMPLETED', completionText(item), item.key)];
}

function completionText(item: ItemEvaluation): LocalizedText {
  if (item.state === 'EXCUSED') return say('simulatedEvent.excused', { item: item.title });
  switch (item.outcome) {
    case 'FAILED':
      return say('simulatedEvent.failed', { item: item.title });
    case 'REJECTED':
      return say('simulatedEvent.rejected', { item: item.title });
    case 'COMPLETED':
    case 'PASSED':
    case 'APPROVED':
    case undefined:
      return say('simulatedEvent.done', { item: item.title });
    default:
      return item.outcome satisfies never;
  }
}

/** @param since an opening that is said to be older (a stage of a week that began before the start day) shows then */
function openingOf(before: ItemEvaluation | undefined, item: ItemEvaluation, since: Instant): SimulatedEvent[] {
  const wasOpen = before !== undefined && before.state !== 'LOCKED' && before.state !== 'NOT_APPLICABLE';
  if (wasOpen || !isOpen(item) || item.opensAt === undefined) return [];
  const text = say('simulatedEvent.opens', { item: item.title });
  return [event(laterOf(item.opensAt, since), 'OPENS', text, item.key)];
}

/** Due dates that come while the work is not handed in: of each step, or of the item where no step is due with it. */
function duesOf(item: ItemEvaluation, from: Instant, to: Instant): SimulatedEvent[] {
  if (!isOpen(item)) return [];
  const comes = (at: Instant | undefined): at is Instant => at !== undefined && from < at && at <= to;
  const open = item.steps.filter(({ completedAt }) => completedAt === undefined);
  const events = open.flatMap((step) =>
    comes(step.dueAt) ? [event(step.dueAt, 'DUE', stepDue(item, step), item.key)] : [],
  );
  if (comes(item.dueAt) && !item.steps.some(({ dueAt }) => dueAt === item.dueAt)) {
    events.push(event(item.dueAt, 'DUE', say('simulatedEvent.due', { item: item.title }), item.key));
  }
  return events;
}

const stepDue = (item: ItemEvaluation, step: StepEvaluation): LocalizedText =>
  say('simulatedEvent.stepDue', { item: item.title, step: step.title });

function feedbackDues(before: { evaluation: Evaluation; now: Instant }, now: Instant): SimulatedEvent[] {
  return before.evaluation.submissions.flatMap(({ itemKey, feedbackDueAt, decision }) => {
    if (decision !== undefined || feedbackDueAt === undefined) return [];
    if (feedbackDueAt <= before.now || feedbackDueAt > now) return [];
    const item = before.evaluation.items.find(({ key }) => key === itemKey);
    const text = say('simulatedEvent.feedbackDue', { item: item ? item.title : itemKey });
    return [event(feedbackDueAt, 'FEEDBACK_DUE', text, itemKey)];
  });
}

function completedWholes(
  before: Evaluation | undefined,
  after: Evaluation,
  now: Instant,
  title: LocalizedText,
): SimulatedEvent[] {
  const events = after.stages.flatMap((stage) => {
    const was = before?.stages.find(({ key }) => key === stage.key)?.complete ?? false;
    if (!stage.complete || was) return [];
    return [event(now, 'STAGE_COMPLETED', say('simulatedEvent.stageComplete', { stage: stage.title }))];
  });
  if (after.status === 'COMPLETED' && before?.status !== 'COMPLETED') {
    const text = say('simulatedEvent.planComplete', { title });
    events.push(event(after.completedAt ?? now, 'PLAN_COMPLETED', text));
  }
  return events;
}
