import type { Facts } from '@planwright/schema/definition';
import { columns, json, type Sql, statement } from '../../database/index.js';
import { DepartmentEntity, PersonEntity } from '../../people/entities.js';
import type { OwnedField, PersonSource, Role } from '../../people/index.js';
import type { PersonChange } from './person-change.js';

export interface KnownPerson {
  id: string;
  name: string;
  givenName: string | null;
  familyName: string | null;
  email: string | null;
  employeeNumber: string | null;
  departmentId: string | null;
  jobRole: string | null;
  managerId: string | null;
  joinedOn: string | null;
  locale: string;
  timeZone: string;
  active: boolean;
  facts: Record<string, unknown>;
  mentorCapacity: number | null;
  mentorExperienceYears: number | null;
  roles: Role[];
  identities: { source: PersonSource; externalId: string; owns: OwnedField[] }[];
  accountId: string | null;
}

/** What has to be known before people are changed, read in as many statements for one person as for ten thousand. */
export interface KnownPeople {
  /** Who is changed, is to lead somebody, or has what somebody else is to get. */
  people: ReadonlyMap<string, KnownPerson>;
  departments: ReadonlyMap<string, { closed: boolean }>;
  jobRoles: ReadonlySet<string>;
  /** The manager of each, upwards from everybody who is to lead somebody. */
  managerOf: ReadonlyMap<string, string | null>;
  /** Accounts of any workspace by their address in small letters: the id of the person. */
  accounts: ReadonlyMap<string, string>;
  /** The person by source and external id. */
  identities: ReadonlyMap<string, string>;
  usual: { locale: string; timeZone: string };
}

export const identityKey = (source: string, externalId: string): string => `${source} ${externalId}`;

const KNOWN = statement(
  {
    ...columns(
      PersonEntity,
      'id',
      'name',
      'givenName',
      'familyName',
      'email',
      'employeeNumber',
      'departmentId',
      'jobRole',
      'managerId',
      'joinedOn',
      'locale',
      'timeZone',
      'active',
      'facts',
      'mentorCapacity',
      'mentorExperienceYears',
    ),
    roles: json<Role[]>(),
    identities: json<KnownPerson['identities']>(),
    accountId: 'uuid?',
  },
  `
with wanted as (
  select id from person where workspace_id = $1::uuid and id = any($2::uuid[])
  union select id from person where workspace_id = $1::uuid and active and lower(email) = any($3::text[])
  union select id from person where workspace_id = $1::uuid and employee_number = any($4::text[])
  union select i.person_id from unnest($5::text[], $6::text[]) as asked(source, external)
    join person_identity i on i.workspace_id = $1::uuid and i.source = asked.source and i.external_id = asked.external
)
select p.id, p.name, p.given_name as "givenName", p.family_name as "familyName", p.email, p.employee_number as "employeeNumber",
  p.department_id as "departmentId", p.job_role as "jobRole", p.manager_id as "managerId", p.joined_on as "joinedOn", p.locale,
  p.time_zone as "timeZone", p.active, p.facts, p.mentor_capacity as "mentorCapacity",
  p.mentor_experience_years as "mentorExperienceYears",
  coalesce((select json_agg(distinct g.role) from role_grant g where g.person_id = p.id), '[]') as roles,
  coalesce((select json_agg(json_build_object('source', i.source, 'externalId', i.external_id, 'owns', i.owns))
    from person_identity i where i.person_id = p.id), '[]') as identities,
  (select a.id from account a where a.person_id = p.id limit 1) as "accountId"
from wanted join person p on p.id = wanted.id`,
);

const DEPARTMENTS = statement(
  columns(DepartmentEntity, 'id', 'closedAt'),
  'select id, closed_at as "closedAt" from department where workspace_id = $1::uuid',
);

const JOB_ROLES = statement(
  { key: 'text' },
  'select key from job_role where workspace_id = $1::uuid and key = any($2::text[])',
);

/** `union` ends where a circle of old begins again. */
const ABOVE = statement(
  columns(PersonEntity, 'id', 'managerId'),
  `
with recursive above as (
  select id, manager_id from person where workspace_id = $1::uuid and id = any($2::uuid[])
  union
  select p.id, p.manager_id from person p join above a on p.id = a.manager_id
)
select id, manager_id as "managerId" from above`,
);

/** Not those of people who left this company: their address may have passed to somebody else. */
const ACCOUNTS = statement(
  { email: 'text!', personId: 'uuid' },
  `select a.email, a.person_id as "personId" from account a join person p on p.id = a.person_id
   where a.email = any($2::text[]) and (p.active or p.workspace_id <> $1::uuid)`,
);

const USUAL = statement(
  { locale: 'text', timeZone: 'text' },
  'select locale, time_zone as "timeZone" from workspace where id = $1::uuid',
);

/** Reads as the worker. */
export async function readKnownPeople(
  sql: Sql,
  workspaceId: string,
  changes: readonly PersonChange[],
): Promise<KnownPeople> {
  const personOf = new Map(changes.map(({ ref, personId }) => [ref, personId]));
  const managers = changes.flatMap(({ manager }) =>
    manager ? (('personId' in manager ? manager.personId : personOf.get(manager.ref)) ?? []) : [],
  );
  const ids = [...managers, ...changes.flatMap(({ personId }) => personId ?? [])];
  const emails = changes.flatMap(({ email }) => (email ? [email.trim().toLowerCase()] : []));
  const numbers = changes.flatMap(({ employeeNumber }) => (employeeNumber ? [employeeNumber.trim()] : []));
  const identities = changes.flatMap(({ identity }) => identity ?? []);
  const jobs = changes.flatMap(({ jobRoleKey }) => jobRoleKey ?? []);
  const [people, departments, jobRoles, above, accounts, usual] = await Promise.all([
    sql.rows(KNOWN, [
      workspaceId,
      unique(ids),
      unique(emails),
      unique(numbers),
      identities.map(({ source }) => source),
      identities.map(({ externalId }) => externalId),
    ]),
    sql.rows(DEPARTMENTS, [workspaceId]),
    sql.rows(JOB_ROLES, [workspaceId, unique(jobs)]),
    sql.rows(ABOVE, [workspaceId, unique(managers)]),
    sql.rows(ACCOUNTS, [workspaceId, unique(emails)]),
    sql.row(USUAL, [workspaceId]),
  ]);
  if (!usual) throw new Error('people are saved in a workspace that is not there');
  return {
    people: new Map(people.map((person) => [person.id, person])),
    departments: new Map(departments.map(({ id, closedAt }) => [id, { closed: closedAt !== null }])),
    jobRoles: new Set(jobRoles.map(({ key }) => key)),
    managerOf: new Map(above.map(({ id, managerId }) => [id, managerId])),
    accounts: new Map(accounts.map(({ email, personId }) => [email, personId])),
    identities: new Map(
      people.flatMap(({ id, identities: own }) =>
        own.map(({ source, externalId }) => [identityKey(source, externalId), id] as const),
      ),
    ),
    usual,
  };
}

const unique = (values: readonly string[]): string[] => [...new Set(values)];

/** Facts of a row as the program works with them: what is no simple value was never one. */
export const factsOf = (facts: Record<string, unknown>): Facts =>
  Object.fromEntries(
    Object.entries(facts).filter((entry): entry is [string, string | number | boolean | null] =>
      ['string', 'number', 'boolean'].includes(typeof entry[1]),
    ),
  );
