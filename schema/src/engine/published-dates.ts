import type { PlanDefinition } from '../definition/index.js';
import type { CorrectedDate } from './corrected-dates.js';
import { datesToFix } from './dates-to-fix.js';
import { foldEvents } from './evaluate.js';
import type { Environment } from './evaluation.js';
import type { EnrolmentEvent, FixedDate, VersionId } from './event.js';
import { targetKey } from './plan-index.js';
import { startSettling } from './settling.js';

/**
 * The `dates` of a `calendarPublished` event: this person's provisional dates as the calendars of `environment`, with
 * the new year in them, give them now. Dates that stay where they are but are certain from now on are among them; what
 * is provisional for another year still and has not moved is not. Empty = nothing to record.
 */
export function publishedMoves(
  definitions: Record<VersionId, PlanDefinition>,
  events: readonly EnrolmentEvent[],
  environment: Environment,
): CorrectedDate[] {
  const state = foldEvents(definitions, events);
  const provisional = new Map<string, FixedDate>();
  const dates = state.dates.map((entries, slot) => {
    const held = entries?.at(-1);
    const target = state.plan?.targets[slot];
    if (!held?.provisional || !target) return entries;
    provisional.set(targetKey(target), { ...target, at: held.at, provisional: true });
    return undefined;
  });
  // Without the provisional dates the rules count again, each from the others' new dates.
  return datesToFix(startSettling({ ...state, dates }, environment)).flatMap((date) => {
    const before = provisional.get(targetKey(date));
    return before && (before.at !== date.at || !date.provisional) ? [{ ...date, before: before.at }] : [];
  });
}

/** The same, as the event has them. */
export const publishedDates = (...of: Parameters<typeof publishedMoves>): FixedDate[] =>
  publishedMoves(...of).map(({ before: _, ...date }) => date);
