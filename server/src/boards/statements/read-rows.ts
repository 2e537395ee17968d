import type { Sql } from '../../database/index.js';
import type { BoardRowData } from '../board-data.js';

/**
 * Rows in the order people came onto the board, packed: one statement whatever the number of people and items. Names go by
 * `person_cards`, since who sees an enrolment may see its person's name; the department only where the person is visible.
 */
const rowsOf = (condition: string, limit = '') => `
with page as materialized (
  select e.id, e.cohort_id, e.person_id, e.mentor_id, e.plan_version_id, e.created_at, s.cells, s.done, s.needed, s.overdue,
    s.score, s.last_event_at
  from enrolment e join enrolment_state s on s.enrolment_id = e.id
  where s.status <> 'CANCELLED' and ${condition}
  order by e.created_at, e.id ${limit}
),
card as materialized (
  select c.id, c.name from person_cards(
    (select array_agg(distinct x.id) from page cross join lateral (values (page.person_id), (page.mentor_id)) x(id)
     where x.id is not null)) c
)
select page.id as "enrolmentId", page.cohort_id as "boardId", page.person_id as "personId",
  coalesce(learner.name, '') as "personName", p.department_id as "departmentId", page.mentor_id as "mentorId",
  mentor.name as "mentorName", page.plan_version_id as "versionId", page.cells, page.done, page.needed, page.overdue,
  page.score::float8 as score, page.last_event_at as "lastEventAt"
from page
left join card learner on learner.id = page.person_id
left join card mentor on mentor.id = page.mentor_id
left join person p on p.id = page.person_id
order by page.created_at, page.id`;

const PAGE = rowsOf(
  `e.cohort_id = $1 and ($2::uuid is null or (e.created_at, e.id) >
    (select a.created_at, a.id from enrolment a where a.id = $2::uuid))`,
  'limit $3',
);
const BOARDS = rowsOf('e.cohort_id = any($1::uuid[])');
const ENROLMENTS = rowsOf('e.id = any($1::uuid[]) and e.cohort_id = any($2::uuid[])');

export type PlacedRow = BoardRowData & { boardId: string };

/** The next `first` rows after an enrolment, under the policies of the transaction. */
export function readPage(sql: Sql, boardId: string, first: number, after: string | null): Promise<PlacedRow[]> {
  return sql.rows<PlacedRow>(PAGE, [boardId, after, first]);
}

/** All rows of some boards. */
export function readBoards(sql: Sql, boardIds: readonly string[]): Promise<PlacedRow[]> {
  return sql.rows<PlacedRow>(BOARDS, [boardIds]);
}

/** The rows of some enrolments that are visible and still on their board. */
export function readEnrolments(
  sql: Sql,
  enrolmentIds: readonly string[],
  boardIds: readonly string[],
): Promise<PlacedRow[]> {
  return sql.rows<PlacedRow>(ENROLMENTS, [enrolmentIds, boardIds]);
}
