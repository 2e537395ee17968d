import type { PlanDefinition } from '../definition/index.js';
import { datesToFix } from './dates-to-fix.js';
import { foldEvents } from './evaluate.js';
import type { Environment } from './evaluation.js';
import type { EnrolmentEvent, FixedDate, VersionId } from './event.js';
import { targetKey } from './plan-index.js';
import { startSettling } from './settling.js';

/** A date that a correction moves. */
export interface CorrectedDate extends FixedDate {
  before: FixedDate['at'];
}

/**
 * The `dates` of a `calendarPublished` event that corrects a year: this person's dates to come that the rules count otherwise by the
 * calendars of `after` than by those of `before`. What has passed, what a person has moved and what does not follow its rule any more
 * (kept over a migration) stays, and nothing is moved into the past.
 */
export function correctedDates(
  definitions: Record<VersionId, PlanDefinition>,
  events: readonly EnrolmentEvent[],
  before: Environment,
  after: Environment,
): CorrectedDate[] {
  const { now } = after;
  const state = foldEvents(definitions, events);
  const held = new Map<string, FixedDate>();
  const dates = state.dates.map((entries, slot) => {
    const last = entries?.at(-1);
    const target = state.plan?.targets[slot];
    if (!last || last.moved || last.at <= now || !target) return entries;
    held.set(targetKey(target), { ...target, at: last.at, provisional: last.provisional });
    return undefined;
  });
  // Without the dates to come the rules count again, each from the others' new dates.
  const counted = (environment: Environment) => datesToFix(startSettling({ ...state, dates }, environment));
  const old = new Map(counted(before).map((date) => [targetKey(date), date.at]));
  return counted(after).flatMap((date) => {
    const key = targetKey(date);
    const was = held.get(key);
    const follows = was !== undefined && old.get(key) === was.at;
    return follows && date.at !== was.at && date.at > now ? [{ ...date, before: was.at }] : [];
  });
}
