import type { EnrolmentEvent, Evaluation, NewEvent } from '@planwright/schema/engine';
import { previewMigration } from '@planwright/schema/migration';
import { addMs, type Instant } from '@planwright/schema/time';
import type { Database } from '../../../database/database.js';
import type { Sql, Tx } from '../../../database/sql.js';
import {
  applyEvents,
  type LoadedEnrolments,
  loadEnrolments,
  type ProgressDeps,
  settle,
} from '../../../progress/apply-events.js';
import type { Quarter, QuarterEnrolment } from './quarter.js';

/** What is known of an enrolment at a moment, by the shipped progress room. */
interface Seen {
  evaluation: Evaluation;
  events: readonly EnrolmentEvent[];
  environment: Parameters<typeof settle>[0]['environment'];
}

/** What somebody else does to an enrolment. */
export type Intervention = (seen: Seen) => NewEvent[];

/**
 * Lets an enrolment come to `now`: dates are fixed, what somebody else does is recorded, then the person and their reviewers do what they
 * do by then; through the shipped progress room, which tells the reminders in the same transactions.
 */
export async function liveOn(
  database: Pick<Database, 'work'>,
  progress: ProgressDeps,
  quarter: Quarter,
  enrolment: QuarterEnrolment,
  now: Instant,
  intervention?: Intervention,
): Promise<void> {
  let waiting = intervention;
  for (let isStill = false; !isStill; ) {
    isStill = await database.work(async (tx) => {
      const loaded = await load(tx, progress, quarter, [enrolment.id], now);
      const known = loaded.enrolments[0]?.events ?? [];
      const { evaluation, events, added } = settle(loaded, known, []);
      const isSettled = added.length === 0;
      const conduct = enrolment.behaviours.get(evaluation.versionId)?.(evaluation, now, events) ?? { acts: [] };
      const acts = isSettled
        ? (waiting?.({ evaluation, events, environment: loaded.environment }) ?? conduct.acts)
        : [];
      enrolment.nextAt = [evaluation.nextChangeAt, conduct.wakeAt].filter((at) => at !== undefined).sort()[0];
      if (isSettled) waiting = undefined;
      await applyEvents(tx, progress, loaded, new Map([[enrolment.id, { events: acts }]]));
      return isSettled && acts.length === 0;
    });
  }
}

/** Enrolments with all versions at hand: what happens next may name one that nobody has been in. */
export async function load(
  tx: Tx,
  progress: ProgressDeps,
  { workspaceId, versions }: Quarter,
  ids: readonly string[],
  now: Instant,
): Promise<LoadedEnrolments> {
  const loaded = await loadEnrolments(tx, progress, workspaceId, ids, now);
  return { ...loaded, definitions: Object.fromEntries(versions) };
}

/** What happens to some people from outside: one thing, at one moment. @returns undefined = to this one nothing */
export function upheavalOf(
  quarter: Quarter,
  enrolment: QuarterEnrolment,
  sql: Sql,
): { at: Instant; act: (now: Instant) => Promise<Intervention> } | undefined {
  const { random, startAt, settings, faults, people, hr, mentors } = quarter;
  if (random() >= faults.upheaval) return undefined;
  const at = addMs(startAt, Math.floor((4 + random() * (settings.weeks * 7 - 6)) * 1440) * 60_000);
  const draw = Math.floor(random() * 6);
  const act = async (now: Instant): Promise<Intervention> => {
    const base = { actor: hr, occurredAt: now } as const;
    switch (draw) {
      case 0:
        return () => [{ ...base, type: 'cancelled', data: { reason: 'left' } }];
      case 1:
        return () => [{ ...base, type: 'mentorAssigned', data: { personId: mentors[0] ?? hr } }];
      case 2:
        return ({ evaluation }) => {
          const open = evaluation.items.find(({ state, dueAt }) => state === 'AVAILABLE' && dueAt !== undefined);
          if (!open?.dueAt) return [];
          const due = addMs(open.dueAt > now ? open.dueAt : now, 5 * 86_400_000);
          return [{ ...base, type: 'dueChanged', data: { itemKey: open.key, reason: 'ill', at: due } }];
        };
      case 3: {
        const learner = people.get(enrolment.learnerId);
        if (learner) learner.revokedAt = now;
        await sql.rows('update person set active = false where id = $1', [enrolment.learnerId]);
        return () => [{ ...base, type: 'cancelled', data: { reason: 'account closed' } }];
      }
      case 4:
        return () => [{ ...base, type: 'paused', data: { reason: 'leave' } }];
      default:
        return ({ events, environment }) => migration(quarter, enrolment, events, environment);
    }
  };
  return { at, act };
}

function migration(
  { versions, hr }: Quarter,
  { id }: QuarterEnrolment,
  events: readonly EnrolmentEvent[],
  environment: Seen['environment'],
): NewEvent[] {
  const [from, to] = [...versions].map(([versionId, definition]) => ({ versionId, definition }));
  if (!from || !to) return [];
  const [effect] = previewMigration(
    from,
    to,
    { migrationId: `move-${id}`, actor: hr },
    [{ id, events }],
    environment,
    Object.fromEntries(versions),
  );
  return effect?.event ? [effect.event] : [];
}
