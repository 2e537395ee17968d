import { queriesOver, type Sql, statement } from '../database/index.js';
import { peopleEntities } from './entities.js';
import { pinyinSearched } from './name-pinyin.js';
import { PERSON, PERSON_COLUMNS, type PersonRow } from './people-row.js';
import type { Role } from './role.js';

export const PERSON_STATUSES = ['ACTIVE', 'LEFT', 'ALL'] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

export interface PeopleFilter {
  /**
   * Part of the name, of the e-mail or of the employee number, any case; or the beginning of a part of the name in pinyin, or its
   * initials. Rows that the reader sees show all of it, so a search tells nothing more.
   */
  search?: string;
  departmentId?: string;
  jobRole?: string;
  role?: Role;
  /** Absent: who has not left. */
  status?: PersonStatus;
}

/** Where a page ended: the keys of the order, name and then id. */
export type PeopleCursor = readonly [name: string, id: string];

const tables = queriesOver(...peopleEntities);

function matching(filter: PeopleFilter) {
  let people = tables.selectFrom('person as p');
  const { status = 'ACTIVE' } = filter;
  if (status !== 'ALL') people = people.where('p.active', '=', status === 'ACTIVE');
  const search = filter.search?.trim();
  if (search) {
    const part = `%${likeLiteral(search.toLowerCase())}%`;
    const pinyin = pinyinSearched(search);
    people = people.where((p) =>
      p.or([
        p('p.nameSearch', 'like', part),
        p(p.fn<string | null>('lower', ['p.email']), 'like', part),
        p(p.fn<string | null>('lower', ['p.employeeNumber']), 'like', part),
        ...(pinyin === null ? [] : [p('p.namePinyin', 'like', `% ${pinyin}%`)]),
      ]),
    );
  }
  if (filter.departmentId !== undefined) people = people.where('p.departmentId', '=', filter.departmentId);
  if (filter.jobRole !== undefined) people = people.where('p.jobRole', '=', filter.jobRole);
  if (filter.role !== undefined) {
    const { role } = filter;
    people = people.where('p.id', 'in', (p) =>
      p.selectFrom('role_grant as g').select('g.personId').where('g.role', '=', role),
    );
  }
  return people;
}

/** `limit` visible people by name, after `after`. */
export function findPeople(sql: Sql, filter: PeopleFilter, limit: number, after?: PeopleCursor): Promise<PersonRow[]> {
  let page = matching(filter);
  if (after) page = page.where((p) => p(p.refTuple('p.name', 'p.id'), '>', p.tuple(...after)));
  return sql.rows(
    page
      .select([
        'p.id',
        'p.name',
        'p.email',
        'p.jobRole',
        'p.joinedOn',
        'p.departmentId',
        'p.managerId',
        'p.timeZone',
        'p.locale',
        'p.active',
        'p.employeeNumber',
        'p.mentorCapacity',
        'p.mentorExperienceYears',
      ])
      .orderBy('p.name')
      .orderBy('p.id')
      .limit(limit),
  );
}

const FIND_PEOPLE_OF_DEPARTMENTS = statement(
  { ...PERSON, departmentId: 'uuid!' },
  `select page.* from unnest($1::uuid[]) asked(id) cross join lateral (
       select ${PERSON_COLUMNS} from person p where p.active and p.department_id = asked.id
         and ($2::text is null or (p.name, p.id) > ($2, $3::uuid)) order by p.name, p.id limit $4) page`,
);

/** A page of visible, active people of each of these departments, by name; `after` is a cursor as JSON. */
export function findPeopleOfDepartments(
  sql: Sql,
  departmentIds: readonly string[],
  { limit, after }: { limit: number; after: string | null },
): Promise<(PersonRow & { departmentId: string })[]> {
  const [name, id] = after === null ? [null, null] : (JSON.parse(after) as PeopleCursor);
  return sql.rows(FIND_PEOPLE_OF_DEPARTMENTS, [departmentIds, name, id, limit]);
}

const COUNT_PEOPLE_OF_DEPARTMENTS = statement(
  { departmentId: 'uuid', count: 'int' },
  `select d.id as "departmentId", (select count(*)::int from person p where p.active and p.department_id = d.id) as count
     from unnest($1::uuid[]) d(id)`,
);

/** How many visible, active people each of these departments has. */
export const countPeopleOfDepartments = (sql: Sql, departmentIds: readonly string[]) =>
  sql.rows(COUNT_PEOPLE_OF_DEPARTMENTS, [departmentIds]);

/** How many people `findPeople` would find without a limit. */
export async function countPeople(sql: Sql, filter: PeopleFilter): Promise<number> {
  const row = await sql.row(matching(filter).select((p) => p.cast<number>(p.fn.countAll(), 'integer').as('count')));
  return row?.count ?? 0;
}

function likeLiteral(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
