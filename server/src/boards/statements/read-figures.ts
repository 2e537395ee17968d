import type { Sql } from '../../database/sql.js';
import type { BoardFigures } from '../board-data.js';

const STATEMENT = `
select s.cohort_id as "boardId", count(*)::int as people, sum(s.done)::int as done, sum(s.needed)::int as needed,
  sum(s.on_time)::int as "onTime", sum(s.on_time_of)::int as "onTimeOf", sum(s.feedback_given)::int as "feedbackGiven",
  sum(s.feedback_in_time)::int as "feedbackInTime", sum(s.feedback_of)::int as "feedbackOf", sum(s.overdue)::int as overdue,
  count(*) filter (where s.overdue > 0)::int as "overduePeople", sum(s.waiting)::int as waiting,
  count(*) filter (where s.status = 'COMPLETED')::int as finished, min(s.next_feedback_due_at) as "nextFeedbackDueAt"
from enrolment_state s
where s.cohort_id = any($1::uuid[]) and s.status <> 'CANCELLED'
group by s.cohort_id`;

/** Figures over the people that the transaction's policies show; boards without any are absent. */
export async function readFigures(sql: Sql, boardIds: readonly string[]): Promise<Map<string, BoardFigures>> {
  const rows = await sql.rows<BoardFigures & { boardId: string }>(STATEMENT, [boardIds]);
  return new Map(rows.map(({ boardId, ...figures }) => [boardId, figures]));
}
