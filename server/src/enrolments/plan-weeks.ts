import type { PlanDefinition } from '@planwright/schema/definition';
import { type Environment, evaluate } from '@planwright/schema/engine';
import { type Instant, type PlainDate, plainDateIn, weekOf, type Zone } from '@planwright/schema/time';

/** Calendar week of `now` in a run that starts on `startsOn`; null before its first week. */
export function weekNow(now: Instant, startsOn: PlainDate, zone: Zone): number | null {
  const week = weekOf(plainDateIn(now, zone), startsOn);
  return week < 1 ? null : week;
}

/** Calendar weeks from the first day to the last due date; 0 when nothing is ever due. */
export function weeksUntil(dueAt: Instant | null | undefined, startsOn: PlainDate, zone: Zone): number {
  return dueAt ? Math.max(1, weekOf(plainDateIn(dueAt, zone), startsOn)) : 0;
}

/** The weeks of a plan that nobody runs yet: those of somebody enrolled in it on that day. */
export function weeksOfPlan(
  definition: PlanDefinition,
  startsOn: PlainDate,
  zone: Zone,
  environment: Environment,
): number {
  const at = environment.now;
  const data = { versionId: 'plan', startsOn, zone, facts: {} };
  const enrolled = { seq: 1, type: 'enrolled' as const, recordedAt: at, occurredAt: at, actor: 'system', data };
  return weeksUntil(evaluate({ plan: definition }, [enrolled], environment).dueAt, startsOn, zone);
}
