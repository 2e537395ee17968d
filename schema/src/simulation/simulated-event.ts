import type { Evaluation, ItemEvaluation, StepEvaluation } from '../engine/index.js';
import { type LocalizedText, textIn } from '../text/index.js';
import { type Instant, laterOf } from '../time/index.js';

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
    events.push(event(now, 'OVERDUE', { 'zh-CN': `《${zh(item)}》已逾期`, en: `“${en(item)}” is overdue` }, item.key));
  }
  events.push(...completedWholes(before?.evaluation, after, now, planTitle));
  return events;
}

const zh = ({ title }: { title: LocalizedText }): string => textIn(title, 'zh-CN');
const en = ({ title }: { title: LocalizedText }): string => textIn(title, 'en');

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
  if (item.state === 'EXCUSED') return { 'zh-CN': `《${zh(item)}》已免除`, en: `“${en(item)}” is excused` };
  switch (item.outcome) {
    case 'FAILED':
      return { 'zh-CN': `《${zh(item)}》未通过`, en: `“${en(item)}” is failed` };
    case 'REJECTED':
      return { 'zh-CN': `《${zh(item)}》未获批准`, en: `“${en(item)}” is rejected` };
    case 'COMPLETED':
    case 'PASSED':
    case 'APPROVED':
    case undefined:
      return { 'zh-CN': `《${zh(item)}》完成`, en: `“${en(item)}” is done` };
    default:
      return item.outcome satisfies never;
  }
}

/** @param since an opening that is said to be older (a stage of a week that began before the start day) shows then */
function openingOf(before: ItemEvaluation | undefined, item: ItemEvaluation, since: Instant): SimulatedEvent[] {
  const wasOpen = before !== undefined && before.state !== 'LOCKED' && before.state !== 'NOT_APPLICABLE';
  if (wasOpen || !isOpen(item) || item.opensAt === undefined) return [];
  const text = { 'zh-CN': `《${zh(item)}》开放`, en: `“${en(item)}” opens` };
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
    events.push(event(item.dueAt, 'DUE', { 'zh-CN': `《${zh(item)}》截止`, en: `“${en(item)}” is due` }, item.key));
  }
  return events;
}

const stepDue = (item: ItemEvaluation, step: StepEvaluation): LocalizedText => ({
  'zh-CN': `《${zh(item)}》的「${zh(step)}」截止`,
  en: `“${en(step)}” of “${en(item)}” is due`,
});

function feedbackDues(before: { evaluation: Evaluation; now: Instant }, now: Instant): SimulatedEvent[] {
  return before.evaluation.submissions.flatMap(({ itemKey, feedbackDueAt, decision }) => {
    if (decision !== undefined || feedbackDueAt === undefined) return [];
    if (feedbackDueAt <= before.now || feedbackDueAt > now) return [];
    const item = before.evaluation.items.find(({ key }) => key === itemKey);
    const text = {
      'zh-CN': `《${item ? zh(item) : itemKey}》的反馈截止`,
      en: `Feedback on “${item ? en(item) : itemKey}” is due`,
    };
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
    return [
      event(now, 'STAGE_COMPLETED', { 'zh-CN': `阶段「${zh(stage)}」完成`, en: `Stage “${en(stage)}” is complete` }),
    ];
  });
  if (after.status === 'COMPLETED' && before?.status !== 'COMPLETED') {
    const text = { 'zh-CN': `培养计划《${zh({ title })}》完成`, en: `The plan “${en({ title })}” is complete` };
    events.push(event(after.completedAt ?? now, 'PLAN_COMPLETED', text));
  }
  return events;
}
