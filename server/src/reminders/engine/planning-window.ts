import { addMs, earlierOf, type Instant } from '@planwright/schema/time';
import { PLANNING_HORIZON_MS } from './settings.js';

/** How far an enrolment is planned. */
export interface Watermark {
  /** Absent = never planned: from the enrolment on. */
  plannedUntil?: Instant;
  enrolledAt: Instant;
  /** The earliest `occurredAt` of what was recorded since it was planned: work that came in hand then is announced from then on. */
  dirtySince?: Instant;
}

/**
 * The window to ask the rules for. Never a gap, however long nobody planned; where something changed, what was planned ahead is asked
 * again. The new watermark is `until`; it never goes back, whatever the clock does.
 */
export function planningWindow(
  { plannedUntil, enrolledAt, dirtySince }: Watermark,
  now: Instant,
): { from: Instant; until: Instant } {
  const from = plannedUntil ?? enrolledAt;
  const until = addMs(now, PLANNING_HORIZON_MS);
  return {
    from: dirtySince === undefined ? from : earlierOf(from, dirtySince),
    until: plannedUntil !== undefined && plannedUntil > until ? plannedUntil : until,
  };
}
