import type { Instant } from '../time/index.js';
import { assertNever } from './assert-never.js';
import { dateIn, isKnown } from './dates.js';
import type { ItemEvaluation, StageEvaluation } from './evaluation.js';
import { stageOpening } from './opening.js';
import type { IndexedStage } from './plan-index.js';
import type { Settling } from './settling.js';

/** Done with success, or excused: what completion counts. */
export function isCompleted({ state, outcome }: ItemEvaluation): boolean {
  return state === 'EXCUSED' || (state === 'DONE' && outcome !== 'FAILED' && outcome !== 'REJECTED');
}

/** What a stage needs and has, and when it had it. */
interface Tally {
  done: number;
  needed: number;
  /** When the last thing that it needed was done; absent while one is missing or when nothing is needed. */
  metAt?: Instant;
}

export interface EvaluatedStage {
  evaluation: StageEvaluation;
  completedAt?: Instant;
}

/** A stage with the items of the whole plan, as evaluated. */
export function evaluateStage(s: Settling, indexed: IndexedStage, all: readonly ItemEvaluation[]): EvaluatedStage {
  const { stage, index, dueSlot } = indexed;
  const opening = stageOpening(s, index);
  const due = dateIn(s, dueSlot, stage.due, { stage: index });
  const tally = tallyOf(s, indexed, all);
  const items = indexed.items.map((i) => all[i]).filter((item) => item !== undefined);
  // A stage whose every item fell away is not waited for, whether or not it still opens.
  const empty = items.length > 0 && items.every((item) => item.state === 'NOT_APPLICABLE');
  const complete = tally.done >= tally.needed && (opening.open || empty);
  const evaluation: StageEvaluation = {
    key: stage.key,
    title: stage.title,
    open: opening.open,
    provisional: (opening.provisional && !opening.open) || (isKnown(due) && due.provisional),
    complete,
    done: tally.done,
    needed: tally.needed,
  };
  if (opening.at !== undefined) evaluation.opensAt = opening.at;
  if (isKnown(due)) evaluation.dueAt = due.at;
  if (!complete) return { evaluation };
  const openedAt = opening.open ? opening.at : undefined;
  const completedAt = [openedAt, tally.metAt].reduce((a, b) => (a === undefined || (b !== undefined && b > a) ? b : a));
  return { evaluation, completedAt };
}

function tallyOf(s: Settling, indexed: IndexedStage, all: readonly ItemEvaluation[]): Tally {
  const pick = (positions: readonly number[]) => positions.map((i) => all[i]).filter((item) => item !== undefined);
  const items = pick(indexed.items);
  const rule = indexed.stage.completion ?? { rule: 'ALL' as const };
  switch (rule.rule) {
    case 'ALL':
    case 'ALL_IN_ORDER': {
      const required = items.filter((item) => item.requirement === 'REQUIRED');
      const parts = [count(required, required.length)];
      for (const group of indexed.groups) {
        const { group: definition, items: from } = s.plan.groups[group] ?? { items: [] };
        parts.push(count(pick(from), definition?.choose ?? 0));
      }
      return parts.reduce(add, { done: 0, needed: 0 });
    }
    case 'AT_LEAST':
      return count(items, rule.n);
    case 'MIN_POINTS':
      return points(s, indexed, all, rule.n);
    default:
      return assertNever(rule);
  }
}

const add = (a: Tally, b: Tally): Tally => ({
  done: a.done + b.done,
  needed: a.needed + b.needed,
  metAt: a.metAt !== undefined && (b.metAt === undefined || a.metAt > b.metAt) ? a.metAt : b.metAt,
});

/** `wanted` of these items, or as many of them as still apply. */
function count(items: readonly ItemEvaluation[], wanted: number): Tally {
  const applying = items.filter((item) => item.state !== 'NOT_APPLICABLE');
  const done = applying.filter(isCompleted).length;
  // An elective drops out when its group is satisfied, so what was completed bounds from below what is needed.
  const needed = Math.min(wanted, applying.length);
  const instants = completions(applying);
  return { done: Math.min(done, needed), needed, metAt: instants[needed - 1] };
}

const completions = (items: readonly ItemEvaluation[]): Instant[] =>
  items
    .filter(isCompleted)
    .map((item) => item.completedAt)
    .filter((at) => at !== undefined)
    .sort();

/** Points are one thing: done when enough were collected, or all that can still be. */
function points(s: Settling, indexed: IndexedStage, all: readonly ItemEvaluation[], wanted: number): Tally {
  const worth = indexed.items.flatMap((i) => {
    const item = all[i];
    return item && item.state !== 'NOT_APPLICABLE' ? [{ item, points: s.plan.items[i]?.item.points ?? 0 }] : [];
  });
  const possible = worth.reduce((sum, { points }) => sum + points, 0);
  const target = worth.length < indexed.items.length ? Math.min(wanted, possible) : wanted;
  if (target <= 0) return { done: 0, needed: 0 };
  const earned = worth
    .filter(({ item }) => isCompleted(item))
    .sort((a, b) => ((a.item.completedAt ?? '') < (b.item.completedAt ?? '') ? -1 : 1));
  let sum = 0;
  for (const { item, points } of earned) {
    sum += points;
    if (sum >= target) return { done: 1, needed: 1, metAt: item.completedAt };
  }
  return { done: 0, needed: 1 };
}
