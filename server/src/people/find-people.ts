import type { Sql } from '../database/sql.js';
import { PERSON_COLUMNS, type PersonRow } from './people-row.js';
import type { Role } from './role.js';

export interface PeopleFilter {
  /** Part of the name or of the e-mail, any case. Rows that the reader sees show both, so a search tells nothing more. */
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
  if (search) {
    const part = add(`%${likeLiteral(search.toLowerCase())}%`);
    conditions.push(`(p.name_search like ${part} or lower(p.email) like ${part})`);
  }
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

/** A page of visible, active people of each of these departments, by name; `after` is a cursor as JSON. */
export function findPeopleOfDepartments(
  sql: Sql,
  departmentIds: readonly string[],
  { limit, after }: { limit: number; after: string | null },
): Promise<(PersonRow & { departmentId: string })[]> {
  const [name, id] = after === null ? [null, null] : (JSON.parse(after) as PeopleCursor);
  return sql.rows(
    `select page.* from unnest($1::uuid[]) asked(id) cross join lateral (
       select ${PERSON_COLUMNS} from person p where p.active and p.department_id = asked.id
         and ($2::text is null or (p.name, p.id) > ($2, $3::uuid)) order by p.name, p.id limit $4) page`,
    [departmentIds, name, id, limit],
  );
}

/** How many visible, active people each of these departments has. */
export const countPeopleOfDepartments = (sql: Sql, departmentIds: readonly string[]) =>
  sql.rows<{ departmentId: string; count: number }>(
    `select d.id as "departmentId", (select count(*)::int from person p where p.active and p.department_id = d.id) as count
     from unnest($1::uuid[]) d(id)`,
    [departmentIds],
  );

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
