import type { Sql } from '../../database/index.js';

const STATEMENT = `
select c.id as "boardId",
  coalesce((select array_agg(distinct e.plan_version_id) from enrolment e
    join enrolment_state s on s.enrolment_id = e.id and s.status <> 'CANCELLED' where e.cohort_id = c.id), '{}') as people,
  (select v.id from plan_version v where v.plan_id = c.plan_id and v.status = 'PUBLISHED'
   order by v.number desc limit 1) as newest
from cohort c where c.id = any($1::uuid[])`;

/**
 * By board: the versions that its visible people are on; a board without any shows the newest published version. Boards
 * that the transaction's policies hide are absent.
 */
export async function readVersionIds(sql: Sql, boardIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await sql.rows<{ boardId: string; people: string[]; newest: string | null }>(STATEMENT, [boardIds]);
  return new Map(
    rows.map(({ boardId, people, newest }) => [boardId, people.length > 0 || newest === null ? people : [newest]]),
  );
}

const NEWEST_AT = `
select v.id from plan_version v join cohort c on c.plan_id = v.plan_id
where c.id = $1::uuid and v.published_at <= $2::timestamptz order by v.number desc limit 1`;

/** What a board that nobody was on showed at that time. When a version was retired is not kept: it counts as published. */
export async function newestVersionAt(sql: Sql, boardId: string, at: string): Promise<string[]> {
  return (await sql.rows<{ id: string }>(NEWEST_AT, [boardId, at])).map(({ id }) => id);
}
