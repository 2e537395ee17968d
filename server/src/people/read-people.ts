import { columns, type Sql, statement } from '../database/index.js';
import { RoleGrantEntity } from './entities.js';
import {
  DEPARTMENT_COLUMNS,
  DEPARTMENT_WITH_KEYS,
  type DepartmentRow,
  PERSON,
  PERSON_COLUMNS,
  type PersonRow,
} from './people-row.js';
import type { Role } from './role.js';

/** Name and id: what may be known of a person who is only mentioned. */
export interface PersonCard {
  id: string;
  name: string;
}

const READ_PEOPLE = statement(PERSON, `select ${PERSON_COLUMNS} from person p where p.id = any($1::uuid[])`);

/** The visible ones of these people. */
export function readPeople(sql: Sql, ids: readonly string[]): Promise<PersonRow[]> {
  return sql.rows(READ_PEOPLE, [ids]);
}

const READ_PERSON_CARDS = statement({ id: 'uuid', name: 'text' }, 'select id, name from person_cards($1::uuid[])');

/** Names of people of the reader's workspace, visible or not: for those that a visible row mentions. */
export function readPersonCards(sql: Sql, ids: readonly string[]): Promise<PersonCard[]> {
  return sql.rows(READ_PERSON_CARDS, [ids]);
}

const READ_TEAMS = statement(
  PERSON,
  `select ${PERSON_COLUMNS} from person p where p.manager_id = any($1::uuid[]) and p.active order by p.name, p.id`,
);

/** Active direct reports of these managers, by name. */
export function readTeams(sql: Sql, managerIds: readonly string[]): Promise<PersonRow[]> {
  return sql.rows(READ_TEAMS, [managerIds]);
}

const READ_ROLES = statement(
  columns(RoleGrantEntity, 'personId', 'role'),
  `select distinct g.person_id as "personId", g.role from role_grant g where g.person_id = any($1::uuid[])`,
);

/** The visible role grants of these people. */
export function readRoles(sql: Sql, ids: readonly string[]): Promise<{ personId: string; role: Role }[]> {
  return sql.rows(READ_ROLES, [ids]);
}

const COUNT_MENTEES = statement(
  { mentorId: 'uuid!', count: 'int' },
  `select e.mentor_id as "mentorId", count(distinct e.person_id)::int as count
     from enrolment e left join enrolment_state s on s.enrolment_id = e.id
     where e.mentor_id = any($1::uuid[]) and coalesce(s.status, 'SCHEDULED') not in ('COMPLETED', 'CANCELLED') group by 1`,
);

/** How many visible people each of these is mentor of in plans that still run. */
export function countMentees(sql: Sql, ids: readonly string[]): Promise<{ mentorId: string; count: number }[]> {
  return sql.rows(COUNT_MENTEES, [ids]);
}

const READ_DEPARTMENTS = statement(
  DEPARTMENT_WITH_KEYS,
  `select ${DEPARTMENT_COLUMNS},
     array(select a.key from department_alias a where a.department_id = d.id order by a.key) as "formerKeys"
   from department d
   where not exists (select 1 from department_alias a where a.key = d.key) order by d.name, d.id`,
);

/** All departments of the workspace, by name; not those that are part of another one now. */
export function readDepartments(sql: Sql): Promise<DepartmentRow[]> {
  return sql.rows(READ_DEPARTMENTS);
}
