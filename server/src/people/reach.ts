import { json, type Scope, type Sql, statement } from '../database/index.js';
import { ROLES, type Role } from './role.js';

export interface Reach {
  roles: ReadonlySet<Role>;
  scope: Scope;
}

export interface ReachRow {
  workspaceId: string;
  grants: { role: string; departmentId: string | null }[];
  departments: string[] | null;
  reports: string[] | null;
  mentees: string[] | null;
  standsInFor: string[] | null;
  learner: boolean;
  partnered: string[] | null;
  partnerItems: string[] | null;
}

/** Columns of a `ReachRow` for the person `p` of a statement, read as the worker. */
export const REACH_COLUMNS = `
  p.workspace_id as "workspaceId",
  coalesce((select json_agg(json_build_object('role', g.role, 'departmentId', g.department_id))
            from role_grant g where g.person_id = p.id), '[]') as grants,
  (with recursive below as (
    select g.department_id as id from role_grant g
    where g.person_id = p.id and g.role = 'HR' and g.department_id is not null
    union
    select d.id from department d join below b on d.parent_id = b.id
  ) select array_agg(id) from below) as departments,
  (select array_agg(r.id) from person r where r.manager_id = p.id and r.active) as reports,
  (select array_agg(distinct e.person_id) from enrolment e
   where e.mentor_id = any(array(select p.id union all
     select d.mentor_id from deputy d where d.deputy_id = p.id and d.state = 'RUNNING'))) as mentees,
  (select array_agg(d.mentor_id) from deputy d where d.deputy_id = p.id and d.state = 'RUNNING') as "standsInFor",
  exists (select 1 from enrolment e where e.person_id = p.id) as learner,
  (select array_agg(distinct x.enrolment_id) from enrolment_partner x where x.person_id = p.id) as partnered,
  (select array_agg(x.enrolment_id::text || ':' || x.item_key) from enrolment_partner x where x.person_id = p.id) as "partnerItems"`;

const STATEMENT = statement(
  {
    grants: json<{ role: string; departmentId: string | null }[]>(),
    departments: 'uuid[]?',
    reports: 'uuid[]?',
    mentees: 'uuid[]?',
    standsInFor: 'uuid[]?',
    learner: 'boolean',
    partnered: 'uuid[]?',
    partnerItems: 'text[]?',
    workspaceId: 'uuid',
  },
  `select ${REACH_COLUMNS} from person p where p.id = $1 and p.active`,
);

/** What a person may reach now, read as the worker; absent when they are gone or no longer active. */
export async function loadReach(sql: Sql, personId: string): Promise<Reach | undefined> {
  const row = await sql.row(STATEMENT, [personId]);
  return row && reachOf(row, personId);
}

/** LEARNER and MENTOR also follow from being enrolled or sharing a task, and from having mentees, one's own or a mentor's one stands in for. */
export function reachOf(row: ReachRow, personId: string): Reach {
  const roles = new Set<Role>(ROLES.filter((role) => row.grants.some((grant) => grant.role === role)));
  if (row.learner || row.partnered) roles.add('LEARNER');
  if (row.mentees) roles.add('MENTOR');
  const ofEverybody =
    roles.has('ADMIN') || row.grants.some(({ role, departmentId }) => role === 'HR' && departmentId === null);
  return {
    roles,
    scope: {
      workspace: row.workspaceId,
      reach: ofEverybody ? 'all' : 'some',
      departments: row.departments ?? [],
      team: roles.has('TEAM_LEAD') ? (row.reports ?? []) : [],
      mentees: row.mentees ?? [],
      standsInFor: row.standsInFor ?? [],
      person: personId,
      partnered: row.partnered ?? [],
      partnerItems: row.partnerItems ?? [],
      admin: roles.has('ADMIN'),
      plans: roles.has('ADMIN') || roles.has('HR') || roles.has('DESIGNER'),
    },
  };
}
