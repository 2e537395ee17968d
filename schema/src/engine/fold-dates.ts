import type { Instant } from '../time/index.js';
import type { DateTarget, EventOf, FixedDate } from './event.js';
import { targetKey } from './plan-index.js';
import { type DateEntry, type EnrolmentState, planOf, withAt } from './state.js';

/** Slot of a target in the plan of the state; undefined for what this version does not have. */
const slotOf = (state: EnrolmentState, target: DateTarget): number | undefined =>
  planOf(state).slotAt.get(targetKey(target));

function append(state: EnrolmentState, slot: number, entry: DateEntry): EnrolmentState {
  return { ...state, dates: withAt(state.dates, slot, [...(state.dates[slot] ?? []), entry]) };
}

/** The first recording of a date holds; a second one is a ticker that came twice. */
export function fixDate(state: EnrolmentState, { data }: EventOf<'dateFixed'>): EnrolmentState {
  const slot = slotOf(state, data);
  if (slot === undefined || state.dates[slot]) return state;
  return append(state, slot, { at: data.at, provisional: data.provisional, moved: false });
}

/** A person moves a due date: stronger than rule, recorded date and calendar. */
export function changeDue(
  state: EnrolmentState,
  { data, occurredAt, recordedAt }: EventOf<'dueChanged'>,
): EnrolmentState {
  const slot = slotOf(state, { itemKey: data.itemKey, stepKey: data.stepKey, which: 'due' });
  if (slot === undefined) return state;
  return append(state, slot, { from: occurredAt, at: data.at, provisional: false, knownFrom: recordedAt, moved: true });
}

/** A calendar year became known: moves provisional dates only. A correction moves what it names, but nothing that a person has moved. */
export function publishCalendar(
  state: EnrolmentState,
  { data, recordedAt }: EventOf<'calendarPublished'>,
): EnrolmentState {
  return data.dates.reduce((current, date) => {
    const slot = slotOf(current, date);
    const held = slot === undefined ? undefined : current.dates[slot]?.at(-1);
    if (slot === undefined || !held || held.moved || !(held.provisional || data.corrects)) return current;
    const { at, provisional } = date;
    return append(current, slot, { from: recordedAt, at, provisional, knownFrom: recordedAt, moved: false });
  }, state);
}

/**
 * The dates of a new version, each behind what held in the old one until the migration.
 * @param oldSlots by slot of the new version: what the slot was in the old one
 */
export function migrateDates(
  state: EnrolmentState,
  before: EnrolmentState,
  dates: readonly FixedDate[],
  oldSlots: readonly (number | undefined)[],
  at: Instant,
): EnrolmentState {
  const slots = planOf(state).slotAt;
  const entries: (readonly DateEntry[] | undefined)[] = [];
  for (const date of dates) {
    const slot = slots.get(targetKey(date));
    if (slot === undefined) continue;
    const oldSlot = oldSlots[slot];
    const history = oldSlot === undefined ? [] : (before.dates[oldSlot] ?? []);
    const held = history.at(-1);
    const entry = { at: date.at, provisional: date.provisional };
    entries[slot] =
      held?.at === date.at
        ? [...history.slice(0, -1), { ...held, ...entry }]
        : [...history, { ...entry, from: history.length > 0 ? at : undefined, knownFrom: at, moved: false }];
  }
  return { ...state, dates: entries };
}
