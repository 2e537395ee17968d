import type { Sql } from '../../database/index.js';

export interface BoardPerson {
  enrolmentId: string;
  personId: string;
  personName: string;
  departmentId: string | null;
}

const PEOPLE = `
with page as materialized (
  select e.id, e.person_id, e.created_at from enrolment e join enrolment_state s on s.enrolment_id = e.id
  where e.cohort_id = $1::uuid
)
select page.id as "enrolmentId", page.person_id as "personId", coalesce(c.name, '') as "personName",
  p.department_id as "departmentId"
from page
left join person_cards((select array_agg(person_id) from page)) c on c.id = page.person_id
left join person p on p.id = page.person_id
order by page.created_at, page.id`;

/** Everybody who was ever on a board, as far as the policies show, in the order of its rows. */
export function readPeople(sql: Sql, boardId: string): Promise<BoardPerson[]> {
  return sql.rows<BoardPerson>(PEOPLE, [boardId]);
}

/** Names by id, for people that the reader meets on the board. */
export async function readNames(sql: Sql, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.rows<{ id: string; name: string }>('select id, name from person_cards($1::uuid[])', [ids]);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
