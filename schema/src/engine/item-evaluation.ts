import type { Instant } from '../time/index.js';
import { dateHeldAt, dateIn, dueKnownFrom, dueOf, isKnown, knownFrom } from './dates.js';
import type { ItemEvaluation, ItemStateKind, StepEvaluation } from './evaluation.js';
import { isPaused } from './fold.js';
import { type ItemRecord, scoreOf, UNTOUCHED } from './item-record.js';
import { lockReasons } from './lock-reasons.js';
import { doesNotApply, openingOf } from './opening.js';
import type { IndexedItem } from './plan-index.js';
import { noteDeadline, pastOf, type Settling } from './settling.js';

/** What an item is at the instant of the look. */
export function evaluateItem(s: Settling, indexed: IndexedItem): ItemEvaluation {
  const { item, index } = indexed;
  const record = s.state.items[index] ?? UNTOUCHED;
  const opening = openingOf(s, index);
  const state = stateOf(s, indexed, record);
  const due = dueOf(s, indexed);
  const dueAt = isKnown(due) ? due.at : undefined;
  const overdue = isOverdue(s, state, dueAt);
  const steps = evaluateSteps(s, indexed, record, state);

  const evaluation: ItemEvaluation = {
    key: item.key,
    stageKey: s.plan.stages[indexed.stage]?.stage.key ?? '',
    kind: item.kind,
    title: item.title,
    requirement: item.requirement,
    state,
    provisional: opening.provisional || (isKnown(due) && due.provisional),
    overdue,
    attempt: record.attempt,
    steps,
    lockedBecause: state === 'LOCKED' ? lockReasons(s, indexed) : [],
  };
  if (record.outcome !== undefined && state === 'DONE') evaluation.outcome = record.outcome;
  if (opening.at !== undefined && (opening.open || state === 'LOCKED')) evaluation.opensAt = opening.at;
  if (dueAt !== undefined) evaluation.dueAt = dueAt;
  const awaiting = awaitedBy(s, indexed, opening.open, due);
  if (awaiting !== undefined && state !== 'NOT_APPLICABLE') evaluation.awaiting = awaiting;
  const inHandSince = handedOverAt(s, indexed, record, state);
  if (inHandSince !== undefined) evaluation.inHandSince = inHandSince;
  if (record.startedAt !== undefined) evaluation.startedAt = record.startedAt;
  if (record.deliveredAt !== undefined) evaluation.deliveredAt = record.deliveredAt;
  if (record.completedAt !== undefined) evaluation.completedAt = record.completedAt;
  const score = scoreOf(record);
  if (score !== undefined) evaluation.score = score;
  if (record.trials.length > 0) evaluation.trials = [...record.trials];
  const onTime = isOnTime(s, indexed, record, state, overdue);
  if (onTime !== undefined) evaluation.onTime = onTime;
  return evaluation;
}

function stateOf(s: Settling, { index }: IndexedItem, record: ItemRecord): ItemStateKind {
  if (record.phase !== 'OPEN') return record.phase;
  if (doesNotApply(s, index)) return 'NOT_APPLICABLE';
  return openingOf(s, index).open ? 'AVAILABLE' : 'LOCKED';
}

/** Since when it is the person's turn; undefined while it is not. */
function handedOverAt(
  s: Settling,
  indexed: IndexedItem,
  record: ItemRecord,
  state: ItemStateKind,
): Instant | undefined {
  if (state !== 'AVAILABLE' && state !== 'STARTED' && state !== 'RETURNED') return undefined;
  return [
    openingOf(s, indexed.index).at,
    dueKnownFrom(s, indexed),
    s.state.pauses.at(-1)?.to,
    state === 'RETURNED' ? record.submissions.at(-1)?.reviewedAt : record.marks.at(-1)?.recordedAt,
  ].reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a), undefined);
}

/** The date that is missing: its opening's while it is closed, else its due date's. */
function awaitedBy(
  s: Settling,
  { item, index, stage, opensSlot }: IndexedItem,
  open: boolean,
  due: ReturnType<typeof dueOf>,
): string | undefined {
  const opens = open ? undefined : dateIn(s, opensSlot, item.opens, { stage, item: index });
  if (opens && !isKnown(opens)) return opens.awaiting;
  return due && !isKnown(due) ? due.awaiting : undefined;
}

/** Open, started or returned after its due; nobody is overdue in a pause or after a cancellation. */
function isOverdue(s: Settling, state: ItemStateKind, dueAt: Instant | undefined): boolean {
  if (dueAt === undefined || s.state.cancelledAt !== undefined || isPaused(s.state)) return false;
  if (state !== 'AVAILABLE' && state !== 'STARTED' && state !== 'RETURNED') return false;
  if (s.at > dueAt) return true;
  noteDeadline(s, dueAt);
  return false;
}

/** Delivered by the due date that held then; not delivered and overdue is late already. Excused is neither. */
function isOnTime(
  s: Settling,
  indexed: IndexedItem,
  record: ItemRecord,
  state: ItemStateKind,
  overdue: boolean,
): boolean | undefined {
  if (state === 'EXCUSED') return undefined;
  if (record.deliveredAt === undefined) return overdue ? false : undefined;
  const held = dueAtDelivery(s, indexed, record.deliveredAt);
  return isKnown(held) ? record.deliveredAt <= held.at : undefined;
}

/**
 * The due date that held when an item was delivered. What came along from another version was judged there: in the new one
 * the date may stand in another place (the item instead of its stage), which then has no history of its own.
 */
function dueAtDelivery(s: Settling, indexed: IndexedItem, deliveredAt: Instant): ReturnType<typeof dueOf> {
  const last = s.state.eras.length - 1;
  const old = s.state.eras[last]?.carriedItems[indexed.index];
  const past = old === undefined ? undefined : pastOf(s, last);
  const before = old === undefined ? undefined : past?.plan.items[old];
  return past && before && past.state.items[before.index]?.deliveredAt === deliveredAt
    ? dueAtDelivery(past, before, deliveredAt)
    : dueOf(s, indexed, deliveredAt);
}

function evaluateSteps(
  s: Settling,
  { index, stage, steps }: IndexedItem,
  record: ItemRecord,
  state: ItemStateKind,
): StepEvaluation[] {
  return steps.map(({ step, dueSlot }): StepEvaluation => {
    const place = { stage, item: index };
    const due = dateIn(s, dueSlot, step.due, place);
    const dueAt = isKnown(due) ? due.at : undefined;
    const evaluation: StepEvaluation = {
      key: step.key,
      title: step.title,
      provisional: isKnown(due) && due.provisional,
    };
    if (dueAt !== undefined) evaluation.dueAt = dueAt;
    const known = knownFrom(s, dueSlot, step.due, place);
    if (known !== undefined) evaluation.dueKnownFrom = known;
    const completedAt = record.stepsDone[step.key];
    if (completedAt === undefined) {
      if (isOverdue(s, state, dueAt)) evaluation.onTime = false;
      return evaluation;
    }
    evaluation.completedAt = completedAt;
    const held = dateHeldAt(s, dueSlot, step.due, place, completedAt);
    if (isKnown(held) && state !== 'EXCUSED') evaluation.onTime = completedAt <= held.at;
    return evaluation;
  });
}
