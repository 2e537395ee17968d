import type { Sql } from '../database/sql.js';
import { PERSON_COLUMNS, type PersonRow } from './people-row.js';
import type { Role } from './role.js';

export interface PeopleFilter {
  /** Part of the name, any case. */
  search?: string;
  departmentId?: string;
  jobRole?: string;
  role?: Role;
}

/** Where a page ended: the keys of the order, name and then id. */
export type PeopleCursor = readonly [name: string, id: string];

function where(filter: PeopleFilter, parameters: unknown[]): string {
  const add = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = ['p.active'];
  const search = filter.search?.trim();
  if (search) conditions.push(`p.name_search like ${add(`%${likeLiteral(search.toLowerCase())}%`)}`);
  if (filter.departmentId !== undefined) conditions.push(`p.department_id = ${add(filter.departmentId)}`);
  if (filter.jobRole !== undefined) conditions.push(`p.job_role = ${add(filter.jobRole)}`);
  if (filter.role !== undefined)
    conditions.push(`p.id in (select g.person_id from role_grant g where g.role = ${add(filter.role)})`);
  return conditions.join(' and ');
}

/** `limit` visible, active people by name, after `after`. */
export function findPeople(sql: Sql, filter: PeopleFilter, limit: number, after?: PeopleCursor): Promise<PersonRow[]> {
  const parameters: unknown[] = [];
  const condition = where(filter, parameters);
  const page = after ? `and (p.name, p.id) > ($${parameters.push(after[0])}, $${parameters.push(after[1])}::uuid)` : '';
  return sql.rows<PersonRow>(
    `select ${PERSON_COLUMNS} from person p where ${condition} ${page} order by p.name, p.id limit $${parameters.push(limit)}`,
    parameters,
  );
}

/** How many people `findPeople` would find without a limit. */
export async function countPeople(sql: Sql, filter: PeopleFilter): Promise<number> {
  const parameters: unknown[] = [];
  const row = await sql.row<{ count: number }>(
    `select count(*)::int as count from person p where ${where(filter, parameters)}`,
    parameters,
  );
  return row?.count ?? 0;
}

function likeLiteral(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
