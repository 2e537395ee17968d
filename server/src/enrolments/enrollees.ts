import type { Facts } from '@planwright/schema/definition';
import type { PlainDate, Zone } from '@planwright/schema/time';
import { columns, json, type Sql, statement } from '../database/index.js';
import { PersonEntity } from '../people/entities.js';

/** Somebody to enrol (or to make a mentor), with the facts that conditions of plans may ask about. */
export interface Enrollee {
  id: string;
  name: string;
  active: boolean;
  timeZone: Zone;
  departmentId: string | null;
  department: string | null;
  jobRole: string | null;
  joinedOn: PlainDate | null;
  facts: Record<string, unknown>;
  /** Is in the cohort already. */
  enrolled: boolean;
  /** Was in it and was cancelled: comes back by undoing that, not by a second enrolment. */
  cancelled: boolean;
  /** Runs the same plan in another cohort now. */
  elsewhere: { cohort: string; startsOn: PlainDate } | null;
}

const STATEMENT = statement(
  {
    ...columns(PersonEntity, 'id', 'name', 'active', 'timeZone', 'departmentId', 'jobRole', 'joinedOn', 'facts'),
    department: 'text?',
    enrolled: 'boolean',
    cancelled: 'boolean',
    elsewhere: json<{ cohort: string; startsOn: PlainDate } | null>(),
  },
  `
select p.id, p.name, p.active, p.time_zone as "timeZone", p.department_id as "departmentId", d.key as department,
  p.job_role as "jobRole", p.joined_on as "joinedOn", p.facts,
  exists (select 1 from enrolment e where e.cohort_id = $1::uuid and e.person_id = p.id) as enrolled,
  exists (select 1 from enrolment e join enrolment_state s on s.enrolment_id = e.id
    where e.cohort_id = $1::uuid and e.person_id = p.id and s.status = 'CANCELLED') as cancelled,
  (select json_build_object('cohort', o.name, 'startsOn', e.starts_on) from enrolment e
    join cohort o on o.id = e.cohort_id join cohort own on own.id = $1::uuid and own.plan_id = o.plan_id
    join enrolment_state s on s.enrolment_id = e.id and s.status in ('SCHEDULED', 'ACTIVE', 'PAUSED')
    where e.person_id = p.id and e.cohort_id <> $1::uuid order by e.starts_on desc, e.id limit 1) as elsewhere
from person p left join department d on d.id = p.department_id
where p.id = any($2::uuid[])`,
);

/** The visible ones of these people. */
export function readEnrollees(sql: Sql, cohortId: string, personIds: readonly string[]): Promise<Enrollee[]> {
  return sql.rows(STATEMENT, [cohortId, personIds]);
}

const READ_TEAM_SIZES = statement(
  { managerId: 'uuid!', count: 'int' },
  `select manager_id as "managerId", count(*)::int as count from person
     where workspace_id = $1::uuid and manager_id = any($2::uuid[]) and active group by manager_id`,
);

/** Active direct reports of these people, all of them: counted as worker, because the reader may not see every one. */
export async function readTeamSizes(
  sql: Sql,
  workspaceId: string,
  personIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await sql.rows(READ_TEAM_SIZES, [workspaceId, personIds]);
  return new Map(rows.map(({ managerId, count }) => [managerId, count]));
}

/** Own facts of the organisation first; what the record says itself cannot be overridden by them. */
export function factsOf(
  { facts, jobRole, department, joinedOn }: Pick<Enrollee, 'facts' | 'jobRole' | 'department' | 'joinedOn'>,
  teamSize: number,
): Facts {
  const own = Object.entries(facts).filter((entry): entry is [string, string | number | boolean] =>
    ['string', 'number', 'boolean'].includes(typeof entry[1]),
  );
  return { ...Object.fromEntries(own), jobRole, department, teamSize, joinedOn };
}
