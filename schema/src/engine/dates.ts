// biome-ignore-all lint/suspicious/noImportCycles: what opens asks for dates and results, and these ask what has opened
import { type Anchor, anchorName, type DateRule, resolveDate } from '../calendar/index.js';
import type { Instant } from '../time/index.js';
import { assertNever } from './assert-never.js';
import { countsAsCompleted } from './item-record.js';
import { notApplicable, openingOf, stageGate } from './opening.js';
import type { IndexedItem } from './plan-index.js';
import { resultOver } from './result.js';
import { BUSY, type Settling } from './settling.js';
import { NEVER, type Span } from './span.js';
import type { DateEntry } from './state.js';

/** A date of a person: known, or waiting for its anchor. */
export type Dated =
  | { at: Instant; provisional: boolean; recorded: boolean }
  | {
      awaiting: string;
      /** While this holds, what it waits for can no longer happen. */
      never: readonly Span[];
    };

export const isKnown = (date: Dated | undefined): date is Extract<Dated, { at: Instant }> =>
  date !== undefined && 'at' in date;

export interface Place {
  stage: number;
  item?: number;
}

/** The date in a slot: what was recorded, else what its rule gives by now; undefined where there is no rule. */
export function dateIn(s: Settling, slot: number, rule: DateRule | undefined, place: Place): Dated | undefined {
  const recorded = s.state.dates[slot]?.at(-1);
  if (!recorded && !rule) return undefined;
  const known = s.dates[slot];
  if (known === BUSY) return rule ? { awaiting: ruleName(rule), never: NEVER } : undefined;
  if (known) return known;
  s.dates[slot] = BUSY;
  const dated = recorded ? fromRecord(recorded) : fromRule(s, rule, place, kindOf(s, slot));
  s.dates[slot] = dated;
  return dated;
}

/** The date in a slot as it held at an instant in the past. */
export function dateHeldAt(
  s: Settling,
  slot: number,
  rule: DateRule | undefined,
  place: Place,
  at: Instant,
): Dated | undefined {
  const entries = s.state.dates[slot];
  const entry = entries?.findLast(({ from }) => from === undefined || from <= at);
  if (entry) return fromRecord(entry);
  return rule && fromRule(s, rule, place, kindOf(s, slot));
}

const kindOf = (s: Settling, slot: number): 'opens' | 'due' => s.plan.targets[slot]?.which ?? 'due';
const ruleName = (rule: DateRule): string => ('anchor' in rule ? anchorName(rule.anchor) : '');

const fromRecord = ({ at, provisional }: DateEntry): Dated => ({ at, provisional, recorded: true });

function fromRule(s: Settling, rule: DateRule | undefined, place: Place, kind: 'opens' | 'due'): Dated {
  const anchor = rule && 'anchor' in rule ? rule.anchor : undefined;
  const happened = anchor && happenedAt(s, anchor, place);
  const date = resolveDate(rule, { startsOn: s.state.startsOn, lookup: () => happened }, { ...s.dateContext, kind });
  if (!('at' in date))
    return { awaiting: 'awaiting' in date ? date.awaiting : '', never: anchor ? neverHappens(s, anchor) : NEVER };
  // "The day it is done" is 00:00 of that day; nothing opens before what it waited for had happened.
  const early = kind === 'opens' && happened && anchor && isOccurrence(anchor) && date.at < happened.at;
  return { at: early ? happened.at : date.at, provisional: date.provisional, recorded: false };
}

/** Anchors that happen, as against dates that are planned. */
const isOccurrence = (anchor: Anchor): boolean => typeof anchor !== 'string' && !('due' in anchor);

/** When an anchor happened, or a planned one lies. */
function happenedAt(s: Settling, anchor: Anchor, place: Place): { at: Instant; provisional: boolean } | undefined {
  if (anchor === 'START') return undefined;
  if (anchor === 'STAGE_START') return planned(stageGate(s, place.stage));
  if (anchor === 'OPENED') return place.item === undefined ? planned(stageGate(s, place.stage)) : opened(s, place.item);
  if ('event' in anchor) {
    const at = s.state.personEvents[anchor.event];
    return at === undefined ? undefined : { at, provisional: false };
  }
  if ('opened' in anchor) {
    const item = s.plan.itemAt.get(anchor.opened);
    if (item !== undefined) return opened(s, item);
    const stage = s.plan.stageAt.get(anchor.opened);
    const gate = stage === undefined ? undefined : stageGate(s, stage);
    return gate && gate.at !== undefined && gate.at <= s.at ? planned(gate) : undefined;
  }
  if ('completed' in anchor) {
    const item = s.plan.itemAt.get(anchor.completed);
    const marks = item === undefined ? undefined : s.state.items[item]?.marks;
    // The first time: a date that was fixed then does not move when the item is reopened and done again.
    const first = marks?.find((mark) => countsAsCompleted(mark.settled));
    return first && { at: first.from, provisional: false };
  }
  if ('due' in anchor) {
    const item = s.plan.items[s.plan.itemAt.get(anchor.due) ?? -1];
    const due = item && dueOf(s, item);
    return isKnown(due) ? due : undefined;
  }
  return assertNever(anchor);
}

const planned = ({ at, provisional }: { at?: Instant; provisional: boolean }) =>
  at === undefined ? undefined : { at, provisional };

function opened(s: Settling, item: number): { at: Instant; provisional: boolean } | undefined {
  const opening = openingOf(s, item);
  return opening.open ? planned(opening) : undefined;
}

/** While what an anchor waits for can no longer happen. */
function neverHappens(s: Settling, anchor: Anchor): readonly Span[] {
  if (typeof anchor === 'string' || 'event' in anchor) return NEVER;
  if ('completed' in anchor) {
    const item = s.plan.itemAt.get(anchor.completed);
    return item === undefined ? NEVER : resultOver(s, item, 'COMPLETED').no;
  }
  const key = 'opened' in anchor ? anchor.opened : anchor.due;
  const item = s.plan.itemAt.get(key);
  return item === undefined ? NEVER : notApplicable(s, item);
}

/** Since when the due date that an item has now is known: moved by a person, a calendar or a migration, or its anchor happened. */
export function dueKnownFrom(s: Settling, { item, index, stage, dueSlot, steps }: IndexedItem): Instant | undefined {
  const own = s.state.dates[dueSlot]?.at(-1);
  if (own?.moved) return own.knownFrom;
  const lastStep = steps.at(-1);
  const inStage = s.plan.stages[stage];
  const held = [
    { slot: lastStep?.dueSlot, rule: lastStep?.step.due },
    { slot: dueSlot, rule: item.due },
    { slot: inStage?.dueSlot, rule: inStage?.stage.due },
  ].find(({ slot, rule }) => rule !== undefined || (slot !== undefined && s.state.dates[slot] !== undefined));
  return knownFrom(s, held?.slot, held?.rule, { stage, item: index });
}

/** Since when the date in a slot is known, where that is later than the plan. */
export function knownFrom(
  s: Settling,
  slot: number | undefined,
  rule: DateRule | undefined,
  place: Place,
): Instant | undefined {
  const recorded = slot === undefined ? undefined : s.state.dates[slot]?.at(-1)?.knownFrom;
  if (recorded !== undefined) return recorded;
  const anchor = rule && 'anchor' in rule ? rule.anchor : undefined;
  return anchor && isOccurrence(anchor) ? happenedAt(s, anchor, place)?.at : undefined;
}

/**
 * The due date of an item: what a person set, else its last step's, else its own, else its stage's.
 * @param heldAt as it held then; absent = as it holds now
 */
export function dueOf(s: Settling, indexed: IndexedItem, heldAt?: Instant): Dated | undefined {
  const { item, index, stage, dueSlot } = indexed;
  const look = (slot: number, rule: DateRule | undefined, place: Place) =>
    heldAt === undefined ? dateIn(s, slot, rule, place) : dateHeldAt(s, slot, rule, place, heldAt);
  const entry = s.state.dates[dueSlot]?.findLast(
    ({ from }) => heldAt === undefined || from === undefined || from <= heldAt,
  );
  const lastStep = entry?.moved ? undefined : indexed.steps.at(-1);
  const ofStep = lastStep && look(lastStep.dueSlot, lastStep.step.due, { stage, item: index });
  if (ofStep) return ofStep;
  const own = look(dueSlot, item.due, { stage, item: index });
  if (own) return own;
  const inStage = s.plan.stages[stage];
  return inStage && look(inStage.dueSlot, inStage.stage.due, { stage });
}
