import type { Sql } from '../../database/index.js';
import type { BoardFigures } from '../figures/added-figures.js';
import { FIGURE_SQL } from '../figures/figure-sql.js';

/** `board_counter` shows itself to full reach only; where a board stands may be known to whoever sees the cohort. */
const STATEMENT = `
select c.id, at.epoch, at.seq::float8 as seq,
  coalesce((select array_agg(distinct e.plan_version_id) from enrolment e
    join enrolment_state s on s.enrolment_id = e.id and s.status <> 'CANCELLED' where e.cohort_id = c.id), '{}') as people,
  (select v.id from plan_version v where v.plan_id = c.plan_id and v.status = 'PUBLISHED'
   order by v.number desc limit 1) as newest,
  (select json_build_object(${FIGURE_SQL.pairs('k')}) from board_counter k where k.id = c.id) as counted,
  case when (select nullif(current_setting('app.reach', true), '')) = 'all' then
    (select min(s.next_feedback_due_at) from enrolment_state s
     where s.cohort_id = c.id and s.status <> 'CANCELLED') end as "nextFeedbackDueAt"
from cohort c left join board_position(array[c.id]) at on at.id = c.id
where c.id = $1::uuid`;

interface BoardStateRow {
  id: string;
  epoch: string | null;
  seq: number | null;
  people: string[];
  newest: string | null;
  counted: Omit<BoardFigures, 'nextFeedbackDueAt'> | null;
  nextFeedbackDueAt: string | null;
}

export interface BoardState {
  epoch: string;
  seq: number;
  versionIds: string[];
  /** From the counter row: absent for readers without full reach, and while nobody is on the board. */
  figures: BoardFigures | undefined;
}

/** Where a board stands, which versions its people are on and its counters; absent when the reader does not see it. */
export async function readBoardState(sql: Sql, boardId: string): Promise<BoardState | undefined> {
  const row = await sql.row<BoardStateRow>(STATEMENT, [boardId]);
  if (!row) return undefined;
  return {
    epoch: row.epoch ?? 'new',
    seq: row.seq ?? 0,
    versionIds: row.people.length > 0 || row.newest === null ? row.people : [row.newest],
    figures: row.counted ? { ...row.counted, nextFeedbackDueAt: row.nextFeedbackDueAt } : undefined,
  };
}
