import type { LocalizedText } from '@planwright/schema/text';
import type { PlannedOccurrence, Reason } from '../engine/occurrence.js';
import { reason } from '../engine/reasons.js';

export type Rechecked = { needed: true; about: LocalizedText } | { needed: false; reason: Reason };

/**
 * Whether an occurrence is still needed right before its bytes leave, and what it says now.
 * @param fresh `expandOccurrences` of what the rule fires in [at, at + 1 ms) with the progress and the people of now: a mentor who was
 *   replaced is no recipient any more, a due date that was moved is announced at another time
 * @param active the learner is still in the plan, which is not paused, and the recipient is an active person
 */
export function recheck(
  occurrence: PlannedOccurrence,
  fresh: readonly PlannedOccurrence[],
  active: boolean,
): Rechecked {
  if (!active) return { needed: false, reason: reason('person-inactive') };
  const now = fresh.find(({ id, at }) => id === occurrence.id && at === occurrence.at);
  return now ? { needed: true, about: now.about } : { needed: false, reason: reason('not-needed') };
}
