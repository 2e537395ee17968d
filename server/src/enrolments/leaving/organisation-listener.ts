import type { NewEvent } from '@planwright/schema/engine';
import type { Instant } from '@planwright/schema/time';
import { columns, statement, type WritingTx } from '../../database/index.js';
import type { AfterCommit, HandedOver, Leaver, OrganisationListener, Returned } from '../../organisation/index.js';
import { noteHandOvers } from '../../organisation/index.js';
import { PausedByLeavingEntity } from '../../people/entities.js';
import {
  applyInParts,
  type EnrolmentChange,
  type LoadedEnrolment,
  lockEnrolments,
  type PartnerRow,
  type ProgressDeps,
} from '../../progress/index.js';

/** Their own plans that are not over, and the plans of others that they accompany or share, or of which work waits for them. */
const LEFT_BEHIND = statement(
  { id: 'uuid' },
  `
select e.id from enrolment e join enrolment_state s on s.enrolment_id = e.id
where e.workspace_id = $1::uuid and ((e.person_id = any($2::uuid[]) and s.status in ('SCHEDULED', 'ACTIVE', 'PAUSED'))
  or ((e.mentor_id = any($2::uuid[]) or e.id in (select x.enrolment_id from enrolment_partner x where x.person_id = any($2::uuid[]))) and s.status <> 'CANCELLED' and (s.status <> 'COMPLETED' or s.waiting > 0)))`,
);

const NOTE_PAUSED = statement(
  {},
  `
insert into paused_by_leaving (workspace_id, leaving_id, enrolment_id)
select $1::uuid, r."leavingId", r."enrolmentId" from jsonb_to_recordset($2::jsonb) as r("leavingId" uuid, "enrolmentId" uuid)`,
);

const PAUSED = statement(
  columns(PausedByLeavingEntity, 'leavingId', 'enrolmentId'),
  `select leaving_id as "leavingId", enrolment_id as "enrolmentId" from paused_by_leaving where leaving_id = any($1::uuid[])`,
);

/** What people who leave leave behind in plans goes to somebody else; their own plans wait, end or go on as it was decided. */
export function leavingInPlans(deps: ProgressDeps): OrganisationListener {
  return {
    left: (tx, leavers, now) => followLeavers(tx, deps, leavers, now),
    returned: (tx, people, now) => resumePlans(tx, deps, people, now),
    handedOver: (tx, list, now) => followHandOvers(tx, deps, list, now),
  };
}

async function followLeavers(
  tx: WritingTx,
  deps: ProgressDeps,
  leavers: readonly Leaver[],
  now: Instant,
): Promise<AfterCommit[]> {
  const workspaceId = leavers[0]?.workspaceId;
  if (workspaceId === undefined) return [];
  const byId = new Map(leavers.map((leaver) => [leaver.personId, leaver]));
  const paused: { leavingId: string; enrolmentId: string }[] = [];
  const handOvers: Parameters<typeof noteHandOvers>[2][number][] = [];
  const found = await tx.rows(LEFT_BEHIND, [workspaceId, [...byId.keys()]]);
  const changes = await actOn(
    tx,
    deps,
    workspaceId,
    found.map(({ id }) => id),
    now,
    ({ row, stored }) => {
      const events: NewEvent[] = [];
      const mentor = row.mentorId === null ? undefined : byId.get(row.mentorId);
      if (mentor) {
        const toId = mentor.takers.find((taker) => taker !== row.personId) ?? null;
        handOvers.push({ leaver: mentor, kind: 'MENTEE', personId: row.personId, enrolmentId: row.id, toId });
        events.push(handing(mentor, toId, now));
      }
      events.push(...withoutPartners(stored?.partners ?? [], byId, now));
      const learner = byId.get(row.personId);
      const status = stored?.state.status;
      if (learner && status !== 'COMPLETED' && status !== 'CANCELLED') {
        const data = { reason: learner.reason };
        if (learner.enrolments === 'CANCEL')
          events.push({ type: 'cancelled', actor: learner.actor, occurredAt: now, data });
        if (learner.enrolments === 'PAUSE' && status !== 'PAUSED') {
          events.push({ type: 'paused', actor: learner.actor, occurredAt: now, data });
          paused.push({ leavingId: learner.leavingId, enrolmentId: row.id });
        }
      }
      return events;
    },
  );
  if (paused.length > 0) await tx.rows(NOTE_PAUSED, [workspaceId, JSON.stringify(paused)]);
  await noteHandOvers(tx, workspaceId, handOvers, now);
  return told(deps, changes);
}

const handing = ({ personId, actor }: Leaver, toId: string | null, now: Instant): NewEvent =>
  toId === null
    ? { type: 'mentorLeft', actor, occurredAt: now, data: { personId } }
    : { type: 'mentorAssigned', actor, occurredAt: now, data: { personId: toId } };

/** Whoever has left shares no item; a review that nobody else is asked for is then HR's. */
function withoutPartners(
  partners: readonly PartnerRow[],
  leavers: ReadonlyMap<string, Leaver>,
  now: Instant,
): NewEvent[] {
  return [...Map.groupBy(partners, ({ itemKey }) => itemKey)].flatMap(([itemKey, shared]): NewEvent[] => {
    const [leaver] = shared.flatMap(({ personId }) => leavers.get(personId) ?? []);
    if (!leaver) return [];
    const personIds = shared.map(({ personId }) => personId).filter((id) => !leavers.has(id));
    return [{ type: 'partnersChosen', actor: leaver.actor, occurredAt: now, data: { itemKey, personIds } }];
  });
}

/** Whoever was resumed, or paused for another reason since, stays as they were put. */
async function resumePlans(
  tx: WritingTx,
  deps: ProgressDeps,
  people: readonly Returned[],
  now: Instant,
): Promise<AfterCommit[]> {
  const workspaceId = people[0]?.workspaceId;
  if (workspaceId === undefined) return [];
  const byLeaving = new Map(people.map((person) => [person.leavingId, person]));
  const paused = await tx.rows(PAUSED, [[...byLeaving.keys()]]);
  const byEnrolment = new Map(paused.map(({ enrolmentId, leavingId }) => [enrolmentId, byLeaving.get(leavingId)]));
  const changes = await actOn(tx, deps, workspaceId, [...byEnrolment.keys()], now, ({ row, events, stored }) => {
    const person = byEnrolment.get(row.id);
    const last = events.findLast(({ type }) => PAUSES.has(type));
    const waitsForThem =
      stored?.state.status === 'PAUSED' && last?.type === 'paused' && last.occurredAt === person?.leftAt;
    if (!person || !waitsForThem) return [];
    return [{ type: 'resumed', actor: person.actor, occurredAt: now, data: { reason: person.reason } }];
  });
  return told(deps, changes);
}

const PAUSES: ReadonlySet<string> = new Set(['paused', 'resumed', 'cancelled', 'cancellationUndone']);

async function followHandOvers(
  tx: WritingTx,
  deps: ProgressDeps,
  list: readonly HandedOver[],
  now: Instant,
): Promise<AfterCommit[]> {
  const workspaceId = list[0]?.workspaceId;
  if (workspaceId === undefined) return [];
  const byEnrolment = new Map(list.map((one) => [one.enrolmentId, one]));
  const changes = await actOn(tx, deps, workspaceId, [...byEnrolment.keys()], now, ({ row }) => {
    const one = byEnrolment.get(row.id);
    if (!one || row.mentorId === one.toId) return [];
    return [{ type: 'mentorAssigned', actor: one.actor, occurredAt: now, data: { personId: one.toId } }];
  });
  return told(deps, changes);
}

async function actOn(
  tx: WritingTx,
  deps: ProgressDeps,
  workspaceId: string,
  ids: readonly string[],
  now: Instant,
  eventsOf: (enrolment: LoadedEnrolment) => NewEvent[],
): Promise<EnrolmentChange[]> {
  if (ids.length === 0) return [];
  const enrolments = await lockEnrolments(tx, workspaceId, ids);
  return applyInParts(tx, deps, {
    workspaceId,
    now,
    enrolments,
    definitions: {},
    actsOn: (loaded) =>
      new Map(
        loaded.enrolments.flatMap((enrolment) => {
          const events = eventsOf(enrolment);
          return events.length === 0 ? [] : [[enrolment.row.id, { events }] as const];
        }),
      ),
  });
}

/** Boards and reminders hear of it once it is true. */
const told = ({ listener }: ProgressDeps, changes: readonly EnrolmentChange[]): AfterCommit[] =>
  changes.length === 0
    ? []
    : [
        () =>
          listener.committed(
            [...new Set(changes.map(({ cohortId }) => cohortId))],
            changes.map(({ enrolmentId }) => enrolmentId),
          ),
      ];
