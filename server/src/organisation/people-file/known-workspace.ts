import type { LocalizedText } from '@planwright/schema/text';
import { columns, json, type Sql, statement } from '../../database/index.js';
import { DepartmentAliasEntity, DepartmentEntity, JobRoleEntity, PersonEntity } from '../../people/entities.js';
import type { Role } from '../../people/index.js';

/** Somebody of the workspace, whoever may see them: names and numbers are told apart over everybody. */
export interface WorkspacePerson {
  id: string;
  name: string;
  familyName: string | null;
  givenName: string | null;
  email: string | null;
  employeeNumber: string | null;
  departmentId: string | null;
  jobRole: string | null;
  managerId: string | null;
  joinedOn: string | null;
  locale: string;
  timeZone: string;
  mentorCapacity: number | null;
  mentorExperienceYears: number | null;
  facts: Record<string, unknown>;
  active: boolean;
  roles: Role[];
}

export interface WorkspaceDepartment {
  id: string;
  key: string;
  name: string;
  parentId: string | null;
  closed: boolean;
}

export interface WorkspaceJobRole {
  key: string;
  titles: LocalizedText;
}

/** Everything that a file of people may refer to. */
export interface KnownWorkspace {
  people: readonly WorkspacePerson[];
  departments: readonly WorkspaceDepartment[];
  /** Keys of departments that became part of another one. */
  aliases: readonly { key: string; departmentId: string }[];
  jobRoles: readonly WorkspaceJobRole[];
}

const PEOPLE = statement(
  {
    ...columns(
      PersonEntity,
      'id',
      'name',
      'familyName',
      'givenName',
      'email',
      'employeeNumber',
      'departmentId',
      'jobRole',
      'managerId',
      'joinedOn',
      'locale',
      'timeZone',
      'mentorCapacity',
      'mentorExperienceYears',
      'facts',
      'active',
    ),
    roles: json<Role[]>(),
  },
  `
select p.id, p.name, p.family_name as "familyName", p.given_name as "givenName", p.email, p.employee_number as "employeeNumber",
  p.department_id as "departmentId", p.job_role as "jobRole", p.manager_id as "managerId", p.joined_on as "joinedOn", p.locale,
  p.time_zone as "timeZone", p.mentor_capacity as "mentorCapacity", p.mentor_experience_years as "mentorExperienceYears",
  p.facts, p.active, coalesce(g.roles, '[]') as roles
from person p
left join (select person_id, json_agg(distinct role) as roles from role_grant where workspace_id = $1::uuid group by 1) g
  on g.person_id = p.id
where p.workspace_id = $1::uuid order by p.name, p.id`,
);

const DEPARTMENTS = statement(
  { ...columns(DepartmentEntity, 'id', 'key', 'name', 'parentId'), closed: 'boolean' },
  `select id, key, name, parent_id as "parentId", closed_at is not null as closed from department
   where workspace_id = $1::uuid order by name, id`,
);

const ALIASES = statement(
  columns(DepartmentAliasEntity, 'key', 'departmentId'),
  'select key, department_id as "departmentId" from department_alias where workspace_id = $1::uuid',
);

const JOB_ROLES = statement(
  columns(JobRoleEntity, 'key', 'titles'),
  'select key, titles from job_role where workspace_id = $1::uuid order by key',
);

/** Reads as the worker: four statements, however many people there are. */
export async function readWorkspace(sql: Sql, workspaceId: string): Promise<KnownWorkspace> {
  const [people, departments, aliases, jobRoles] = await Promise.all([
    sql.rows(PEOPLE, [workspaceId]),
    sql.rows(DEPARTMENTS, [workspaceId]),
    sql.rows(ALIASES, [workspaceId]),
    sql.rows(JOB_ROLES, [workspaceId]),
  ]);
  return { people, departments, aliases, jobRoles };
}
