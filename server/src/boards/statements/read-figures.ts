import type { Sql } from '../../database/index.js';
import type { BoardFigures } from '../figures/added-figures.js';
import { FIGURE_SQL } from '../figures/figure-sql.js';

const STATEMENT = `
select s.cohort_id as "boardId", ${FIGURE_SQL.counted('properties')},
  min(s.next_feedback_due_at) as "nextFeedbackDueAt"
from enrolment_state s
where s.cohort_id = any($1::uuid[]) and s.status <> 'CANCELLED'
group by s.cohort_id`;

/** Figures over the people that the transaction's policies show; boards without any are absent. */
export async function readFigures(sql: Sql, boardIds: readonly string[]): Promise<Map<string, BoardFigures>> {
  const rows = await sql.rows<BoardFigures & { boardId: string }>(STATEMENT, [boardIds]);
  return new Map(rows.map(({ boardId, ...figures }) => [boardId, figures]));
}
