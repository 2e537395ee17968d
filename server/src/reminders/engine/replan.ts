import type { Instant } from '@planwright/schema/time';
import { isTerminal, type OccurrenceState, type PlannedOccurrence, type ReasonCode } from './occurrence.js';

/** An occurrence as the ledger holds it. */
export type StoredOccurrence = PlannedOccurrence & { state: OccurrenceState; reasonCode?: ReasonCode };

export interface Replanned {
  /** New; inserted with `on conflict do nothing`. */
  insert: PlannedOccurrence[];
  /** Stored, not sent, and now at another time or with another text: same id, fresh fields. */
  change: PlannedOccurrence[];
  /** Suppressed because its item was closed, needed again, and not due yet: back to PLANNED with the fresh fields. */
  revive: PlannedOccurrence[];
  /** Stored, not due yet and not fired any more: SUPPRESSED, `not-needed`. */
  suppress: StoredOccurrence[];
}

/**
 * What planning an enrolment again changes. Planning twice changes nothing the second time; what is due, under way or ended stays
 * as it is, whatever the rules say now.
 * @param stored every occurrence of the enrolment that has `at` in the window, or the id of a fresh one
 * @param fresh what the rules fire in the window now
 * @param now nothing that is due by then is taken back here (the re-check before sending does that)
 */
export function replan(
  stored: readonly StoredOccurrence[],
  fresh: readonly PlannedOccurrence[],
  now: Instant,
): Replanned {
  const known = new Map(stored.map((occurrence) => [occurrence.id, occurrence]));
  const wanted = new Set<string>();
  const result: Replanned = { insert: [], change: [], revive: [], suppress: [] };
  for (const occurrence of fresh) {
    if (wanted.has(occurrence.id)) continue;
    wanted.add(occurrence.id);
    const before = known.get(occurrence.id);
    if (!before) result.insert.push(occurrence);
    else if (before.state === 'PLANNED' && differs(before, occurrence)) result.change.push(occurrence);
    else if (canRevive(before) && occurrence.at > now) result.revive.push(occurrence);
  }
  for (const occurrence of stored) {
    if (
      !wanted.has(occurrence.id) &&
      !isTerminal(occurrence.state) &&
      occurrence.state !== 'SENDING' &&
      occurrence.at > now
    )
      result.suppress.push(occurrence);
  }
  return result;
}

const canRevive = ({ state, reasonCode }: StoredOccurrence): boolean =>
  state === 'SUPPRESSED' && (reasonCode === 'not-needed' || reasonCode === 'person-inactive');

function differs(a: PlannedOccurrence, b: PlannedOccurrence): boolean {
  return (
    a.at !== b.at ||
    a.hard !== b.hard ||
    a.expiresAt !== b.expiresAt ||
    a.role !== b.role ||
    JSON.stringify([a.about, a.why]) !== JSON.stringify([b.about, b.why])
  );
}
