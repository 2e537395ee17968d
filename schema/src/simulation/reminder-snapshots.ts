import type { PlanDefinition } from '../definition/index.js';
import type { Evaluation } from '../engine/index.js';
import { type PlanProgress, planProgress } from '../rules/index.js';
import { addMs, DAY_MS, type Instant, laterOf } from '../time/index.js';

/** How a person stood from one instant until something changed. */
export interface ReminderSnapshot {
  from: Instant;
  /** Not included. */
  until: Instant;
  progress: PlanProgress;
}

/** What a walk saw, in order. */
export interface Sighting {
  evaluation: Evaluation;
  now: Instant;
}

/** People who stay in an unfinished plan are still reminded; this many days of it are shown where no end was asked for. */
const TAIL_DAYS = 31;

/**
 * The states that a walk came through, each with the time it held. Of several at one instant the last counts.
 * @param until end of the simulated time; absent = while reminders can still come
 */
export function reminderSnapshots(
  definition: PlanDefinition,
  sightings: readonly Sighting[],
  enrolledAt: Instant,
  until?: Instant,
): ReminderSnapshot[] {
  const snapshots: ReminderSnapshot[] = [];
  for (const [i, { evaluation, now }] of sightings.entries()) {
    const next = sightings[i + 1];
    const end = next?.now ?? until ?? tailOf(evaluation, now);
    if (end <= now) continue;
    const person = { person: 'sample', enrolledAt, hasMentor: evaluation.mentorId !== undefined };
    snapshots.push({ from: now, until: end, progress: planProgress(definition, evaluation, person) });
  }
  return snapshots;
}

function tailOf({ status, dueAt }: Evaluation, now: Instant): Instant {
  if (status === 'COMPLETED' || status === 'CANCELLED') return now;
  return addMs(laterOf(now, dueAt ?? now), TAIL_DAYS * DAY_MS);
}
