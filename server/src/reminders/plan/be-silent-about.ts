import type { Instant } from '@planwright/schema/time';
import type { Sql } from '../../database/index.js';

/**
 * Never planned before: its past stays silent, and while all of it lies in the past, so does the rest. Planned before: what
 * was planned already goes on, and the enrolment is looked at again.
 */
const STATEMENT = `
insert into reminder_watermark as w (workspace_id, enrolment_id, history_until)
select $1::uuid, id, $3::timestamptz from unnest($2::uuid[]) as id order by id
on conflict (enrolment_id) do update set plan_at = '-infinity', revision = w.revision + 1`;

/**
 * For enrolments whose past was taken over from elsewhere: nobody is reminded of what was before `until`, and an enrolment
 * whose last due date lies before it sends nothing at all until somebody moves that date. As worker.
 */
export async function beSilentAbout(
  sql: Sql,
  workspaceId: string,
  enrolmentIds: readonly string[],
  until: Instant,
): Promise<void> {
  if (enrolmentIds.length > 0) await sql.rows(STATEMENT, [workspaceId, enrolmentIds, until]);
}
