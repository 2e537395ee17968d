import type { Facts } from '@planwright/schema/definition';
import type { NewEvent } from '@planwright/schema/engine';
import type { Instant, PlainDate, Zone } from '@planwright/schema/time';
import { columns, statement, type Tx } from '../database/index.js';
import { workspaceEnvironment } from '../plans/index.js';
import { EnrolmentEntity } from '../progress/entities.js';
import { applyEvents, type EnrolmentChange, type LockedEnrolment, type ProgressDeps } from '../progress/index.js';
import { knownCareer } from './known-career.js';

/** Somebody who is enrolled now. What conditions may want to know of them goes into the event: a fold never looks anything up. */
export interface NewEnrolment {
  personId: string;
  zone: Zone;
  startsOn: PlainDate;
  mentorId: string | null;
  facts: Facts;
}

export interface Enrolling {
  workspaceId: string;
  cohortId: string;
  versionId: string;
  /** Who enrols them: a person, or `system`. */
  actor: string;
  now: Instant;
}

/** In the order of ids, so that two who enrol the same people at once never wait for each other in a circle. */
const INSERT = statement(
  {
    ...columns(EnrolmentEntity, 'id', 'workspaceId', 'cohortId', 'personId', 'mentorId', 'startsOn', 'zone'),
    versionId: 'uuid',
  },
  `
insert into enrolment (workspace_id, cohort_id, person_id, plan_version_id, mentor_id, starts_on, zone, created_at)
select $1::uuid, $2::uuid, r.person, $3::uuid, r.mentor, r.starts, r.zone, $4::timestamptz
from jsonb_to_recordset($5::jsonb) as r(person uuid, mentor uuid, starts date, zone text) order by r.person
on conflict (cohort_id, person_id) do nothing
returning id, workspace_id as "workspaceId", cohort_id as "cohortId", person_id as "personId",
  plan_version_id as "versionId", mentor_id as "mentorId", starts_on as "startsOn", zone`,
);

/** The rows of enrolments; who is in the cohort already is absent. As worker. */
export function insertEnrolments(
  tx: Tx,
  { workspaceId, cohortId, versionId, now }: Enrolling,
  people: readonly NewEnrolment[],
): Promise<LockedEnrolment[]> {
  const rows = people.map(({ personId, mentorId, startsOn, zone }) => ({
    person: personId,
    mentor: mentorId,
    starts: startsOn,
    zone,
  }));
  return tx.rows(INSERT, [workspaceId, cohortId, versionId, now, JSON.stringify(rows)]);
}

/** Begins what `insertEnrolments` has made: their first event, and everything that follows from it. */
export async function beginEnrolments(
  tx: Tx,
  deps: ProgressDeps,
  { workspaceId, versionId, actor, now }: Enrolling,
  rows: readonly LockedEnrolment[],
  factsOf: (personId: string) => Facts,
): Promise<EnrolmentChange[]> {
  const environment = await workspaceEnvironment(tx, workspaceId, now);
  const definitions = await deps.definitions.load(tx, [versionId]);
  const career = await knownCareer(
    tx,
    rows.map(({ personId }) => personId),
    definitions[versionId]?.audience?.jobRoles ?? [],
    now,
  );
  const enrolments = rows.map((row) => ({ row, events: [], requests: new Map(), stored: null }));
  const acts = rows.map((row) => {
    const enrolled: NewEvent = {
      type: 'enrolled',
      actor,
      occurredAt: now,
      data: {
        versionId: row.versionId,
        startsOn: row.startsOn,
        zone: row.zone,
        ...(row.mentorId === null ? {} : { mentorId: row.mentorId }),
        facts: factsOf(row.personId),
      },
    };
    return [row.id, { events: [enrolled, ...career(row.personId)] }] as const;
  });
  const loaded = { workspaceId, environment, definitions, enrolments };
  return (await applyEvents(tx, deps, loaded, new Map(acts))).changes;
}
