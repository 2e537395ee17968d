import type { NewEvent } from '@planwright/schema/engine';
import type { Instant } from '@planwright/schema/time';
import { statement, type WritingTx } from '../../database/index.js';
import { applyEvents, type EnrolmentChange, loadEnrolments, type ProgressDeps } from '../../progress/index.js';

const MOST_EVENTS = 200;

/** In the time of each workspace. A sandbox whose clock is on its way is left to whoever moves it. */
const OFFSET = `w.clock_offset_ms * interval '1 millisecond'`;

const CLAIM = statement(
  {
    id: 'uuid',
    workspaceId: 'uuid',
    personId: 'uuid',
    type: 'text',
    at: 'timestamptz',
    jobRole: 'text?',
    becameLead: 'boolean',
    now: 'timestamptz',
  },
  `
select v.id, v.workspace_id as "workspaceId", v.person_id as "personId", v.type, v.at, v.job_role as "jobRole",
  v.became_lead as "becameLead", $1::timestamptz + ${OFFSET} as now
from career_event v join workspace w on w.id = v.workspace_id
where v.settled_at is null and (w.clock_lease_until is null or w.clock_lease_until <= $1::timestamptz)
order by v.at, v.id limit ${MOST_EVENTS} for update of v skip locked`,
);

type Claimed = Awaited<ReturnType<typeof claim>>[number];
const claim = (tx: WritingTx, real: Instant) => tx.rows(CLAIM, [real]);

const SETTLED = statement({}, `update career_event set settled_at = $2::timestamptz where id = any($1::uuid[])`);

const WAKE = statement(
  {},
  `
update enrolment_rule set wanted_at = coalesce(wanted_at, $2::timestamptz)
where workspace_id = $1::uuid and enabled and triggers && $3::text[]`,
);

const RUNNING = statement(
  { id: 'uuid', personId: 'uuid', versionId: 'uuid' },
  `
select e.id, e.person_id as "personId", e.plan_version_id as "versionId" from enrolment e
join enrolment_state s on s.enrolment_id = e.id and s.status in ('SCHEDULED', 'ACTIVE', 'PAUSED')
where e.workspace_id = $1::uuid and e.person_id = any($2::uuid[]) order by e.id`,
);

/**
 * Tells plans and rules what has happened to people: whoever runs a plan gets the event that its dates count from, and rules that wait for
 * such things are due. Beside the transaction in which it happened, which may have been an import of thousands.
 */
export async function settleCareerEvents(
  tx: WritingTx,
  deps: ProgressDeps,
  real: Instant,
): Promise<{ settled: number; changes: EnrolmentChange[] }> {
  const claimed = await claim(tx, real);
  const changes: EnrolmentChange[] = [];
  for (const [workspaceId, events] of Map.groupBy(claimed, (event) => event.workspaceId)) {
    const now = events[0]?.now ?? real;
    changes.push(...(await tellEnrolments(tx, deps, workspaceId, events, now)));
    const triggers = new Set(
      events.flatMap(({ type }) => (type === 'JOINED' ? ['JOINING'] : type === 'PROMOTED' ? ['PROMOTION'] : [])),
    );
    if (triggers.size > 0) await tx.rows(WAKE, [workspaceId, now, [...triggers]]);
    await tx.rows(SETTLED, [events.map(({ id }) => id), now]);
  }
  return { settled: claimed.length, changes };
}

async function tellEnrolments(
  tx: WritingTx,
  deps: ProgressDeps,
  workspaceId: string,
  events: readonly Claimed[],
  now: Instant,
): Promise<EnrolmentChange[]> {
  const told = events.filter(({ type }) => type !== 'JOINED');
  const running = await tx.rows(RUNNING, [workspaceId, told.map(({ personId }) => personId)]);
  if (running.length === 0) return [];
  const definitions = await deps.definitions.load(
    tx,
    running.map(({ versionId }) => versionId),
  );
  const acts = new Map<string, { events: NewEvent[] }>();
  for (const { id, personId, versionId } of running) {
    const jobRoles = definitions[versionId]?.audience?.jobRoles ?? [];
    const ofThem = told.filter((event) => event.personId === personId && concerns(event, jobRoles));
    if (ofThem.length > 0) acts.set(id, { events: ofThem.map(eventOf) });
  }
  if (acts.size === 0) return [];
  const loaded = await loadEnrolments(tx, deps, workspaceId, [...acts.keys()], now);
  return (await applyEvents(tx, deps, loaded, acts)).changes;
}

/** A promotion, as a plan sees it: somebody becomes a lead, or comes into a job role that the plan is for. */
const concerns = ({ type, becameLead, jobRole }: Claimed, jobRoles: readonly string[]): boolean =>
  type === 'FIRST_SIGN_IN' || becameLead || (jobRole !== null && jobRoles.includes(jobRole));

const eventOf = ({ type, at }: Claimed): NewEvent => ({
  type: 'personEvent',
  actor: 'system',
  occurredAt: at,
  data: { event: type === 'FIRST_SIGN_IN' ? 'FIRST_SIGN_IN' : 'PROMOTED' },
});

const OLDEST = statement(
  { at: 'timestamptz?' },
  `select min(v.at - ${OFFSET}) as at from career_event v join workspace w on w.id = v.workspace_id
   where v.settled_at is null and (w.clock_lease_until is null or w.clock_lease_until <= $1::timestamptz)`,
);

/** Real time since which something waits to be told; undefined = nothing does. */
export async function oldestCareerEvent(tx: Pick<WritingTx, 'row'>, real: Instant): Promise<Instant | undefined> {
  return (await tx.row(OLDEST, [real]))?.at ?? undefined;
}
