import type { Evaluation, ItemEvaluation, ItemMapping } from '../engine/index.js';
import type { Instant } from '../time/index.js';

/** What can happen to one item of a person who is moved. The words are in `change-words.ts`, one for each. */
export type ChangeKind =
  /** New, and open at once. */
  | 'ADDED'
  /** New, and opens later. */
  | 'PLANNED'
  /** New, and excused because its window had closed. */
  | 'WAIVED'
  /** Counts as done, which it did not. */
  | 'CREDITED'
  /** Was done or decided, and is to be done again. */
  | 'REOPENED'
  /** Is decided and does not count: failed or rejected. */
  | 'FAILED'
  /** Was begun, and begins again. */
  | 'RESTARTED'
  /** Waits for its review, which it did not. */
  | 'SUBMITTED'
  | 'OPENS'
  | 'LOCKED'
  /** Did not apply to the person, and does. */
  | 'APPLIES'
  /** Applied, and no longer does. */
  | 'LAPSED'
  /** The new version lacks it. */
  | 'REMOVED'
  | 'DUE_LATER'
  | 'DUE_EARLIER'
  | 'DUE_SET'
  | 'DUE_GONE'
  /** What is locked opens on another date. */
  | 'OPENING'
  /** The steps that are to be submitted are others. */
  | 'STEPS'
  | 'OVERDUE'
  | 'CAUGHT_UP'
  /** The person is through with the plan by being moved; no item. */
  | 'FINISHED';

/** One thing that being moved does to a person. */
export interface PersonChange {
  kind: ChangeKind;
  /** Of the new version, of the old one for REMOVED; absent for FINISHED. */
  itemKey?: string;
  /** Dates, where it is about a date; ADDED and PLANNED carry the first due date as `after`. */
  before?: Instant;
  after?: Instant;
}

type Standing = 'ABSENT' | 'LOCKED' | 'OPEN' | 'WAITING' | 'COUNTS' | 'FAILED' | 'OUT';

/**
 * Everything that differs between a person before and after a move, in the order of the new version.
 * @param old the items of `before` by key
 */
export function personChanges(
  before: Evaluation,
  old: ReadonlyMap<string, ItemEvaluation>,
  after: Evaluation,
  mapping: readonly ItemMapping[],
  waived: readonly string[],
): PersonChange[] {
  const sources = new Map(
    mapping.flatMap(({ from, to, carry }) => (to === undefined || carry === 'DROP' ? [] : [[to, from] as const])),
  );
  const continued = new Set(sources.values());
  const changes = after.items.flatMap((item) =>
    itemChanges(old.get(sources.get(item.key) ?? ''), item, waived.includes(item.key)),
  );
  for (const item of before.items) {
    if (!continued.has(item.key) && item.state !== 'NOT_APPLICABLE') {
      changes.push({ kind: 'REMOVED', itemKey: item.key });
    }
  }
  if (after.status === 'COMPLETED' && before.status !== 'COMPLETED') changes.push({ kind: 'FINISHED' });
  return changes;
}

function itemChanges(source: ItemEvaluation | undefined, item: ItemEvaluation, waived: boolean): PersonChange[] {
  const itemKey = item.key;
  const kind = waived ? 'WAIVED' : standingChange(source, item);
  const isNew = kind === 'ADDED' || kind === 'PLANNED';
  const changes: PersonChange[] = kind
    ? [{ kind, itemKey, ...(isNew && item.dueAt ? { after: item.dueAt } : {}) }]
    : [];
  if (source && isOpenWork(item)) changes.push(...dateChanges(source, item));
  if (item.overdue && !source?.overdue) changes.push({ kind: 'OVERDUE', itemKey });
  if (!item.overdue && source?.overdue && isOpenWork(item)) changes.push({ kind: 'CAUGHT_UP', itemKey });
  return changes;
}

function dateChanges(source: ItemEvaluation, item: ItemEvaluation): PersonChange[] {
  const itemKey = item.key;
  const changes: PersonChange[] = [];
  const [before, after] = [source.dueAt, item.dueAt];
  if (before !== after) {
    if (before === undefined) changes.push({ kind: 'DUE_SET', itemKey, after });
    else if (after === undefined) changes.push({ kind: 'DUE_GONE', itemKey, before });
    else changes.push({ kind: after > before ? 'DUE_LATER' : 'DUE_EARLIER', itemKey, before, after });
  }
  const isLocked = source.state === 'LOCKED' && item.state === 'LOCKED';
  if (isLocked && source.opensAt !== item.opensAt) {
    changes.push({ kind: 'OPENING', itemKey, before: source.opensAt, after: item.opensAt });
  }
  if (stepsOf(source) !== stepsOf(item)) changes.push({ kind: 'STEPS', itemKey });
  return changes;
}

/** What is to be submitted one after another, each with its date. */
const stepsOf = ({ steps }: ItemEvaluation): string => steps.map(({ key, dueAt }) => `${key} ${dueAt}`).join();

export const countsAsDone = (item: ItemEvaluation | undefined): boolean => standingOf(item) === 'COUNTS';
export const isOpenWork = (item: ItemEvaluation): boolean =>
  item.state !== 'DONE' && item.state !== 'EXCUSED' && item.state !== 'NOT_APPLICABLE';

function standingOf(item: ItemEvaluation | undefined): Standing {
  switch (item?.state) {
    case undefined:
      return 'ABSENT';
    case 'LOCKED':
      return 'LOCKED';
    case 'AVAILABLE':
    case 'STARTED':
    case 'RETURNED':
      return 'OPEN';
    case 'SUBMITTED':
      return 'WAITING';
    case 'EXCUSED':
      return 'COUNTS';
    case 'DONE':
      return item?.outcome === 'FAILED' || item?.outcome === 'REJECTED' ? 'FAILED' : 'COUNTS';
    case 'NOT_APPLICABLE':
      return 'OUT';
  }
}

// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one line for each way in which a standing changes
function standingChange(source: ItemEvaluation | undefined, item: ItemEvaluation): ChangeKind | undefined {
  const [was, is] = [standingOf(source), standingOf(item)];
  const nowhere = was === 'ABSENT' || was === 'OUT';
  const decided = was === 'COUNTS' || was === 'FAILED';
  switch (is) {
    case 'ABSENT':
    case 'OUT':
      return nowhere ? undefined : 'LAPSED';
    case 'COUNTS':
      return was === 'COUNTS' && source?.key === item.key ? undefined : 'CREDITED';
    case 'FAILED':
      return was === 'FAILED' ? undefined : 'FAILED';
    case 'WAITING':
      return was === 'WAITING' ? undefined : 'SUBMITTED';
    case 'LOCKED':
      if (was === 'LOCKED') return undefined;
      if (was === 'ABSENT') return 'PLANNED';
      if (was === 'OUT') return 'APPLIES';
      return decided ? 'REOPENED' : 'LOCKED';
    case 'OPEN':
      if (was === 'OPEN') return source?.state === item.state ? undefined : 'RESTARTED';
      if (was === 'WAITING') return 'RESTARTED';
      if (was === 'LOCKED') return 'OPENS';
      if (was === 'ABSENT') return 'ADDED';
      if (was === 'OUT') return 'APPLIES';
      return 'REOPENED';
  }
}
