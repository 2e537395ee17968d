import type { Sql } from '../../database/index.js';
import { FIGURE_SQL } from '../figures/figure-sql.js';

export interface CounterDifference {
  workspaceId: string;
  boardId: string;
  figure: string;
  stored: number;
  counted: number;
}

const COUNTED = `
select c.id, c.workspace_id, ${FIGURE_SQL.counted('columns')}
from cohort c left join enrolment_state s on s.cohort_id = c.id and s.status <> 'CANCELLED'
group by c.id`;

const COMPARE = `
select counted.workspace_id as "workspaceId", counted.id as "boardId", f.figure, f.stored, f.counted
from (${COUNTED}) counted left join board_counter b on b.id = counted.id
cross join lateral (values ${FIGURE_SQL.compared('b', 'counted')})
  as f(figure, stored, counted)
where f.stored <> f.counted
order by 2, 3`;

const RECOUNT = `
insert into board_counter as b (id, workspace_id, epoch, seq, ${FIGURE_SQL.columns})
select id, workspace_id, left(replace(gen_random_uuid()::text, '-', ''), 12), 1, ${FIGURE_SQL.columns}
from (${COUNTED}) counted where people > 0 or exists (select 1 from board_counter k where k.id = counted.id)
order by id
on conflict (id) do update set epoch = excluded.epoch, seq = b.seq + 1, ${FIGURE_SQL.replaced}`;

/** Where counters differ from what adding up the people gives: there must be none. As worker. */
export function compareCounters(sql: Sql): Promise<CounterDifference[]> {
  return sql.rows<CounterDifference>(COMPARE);
}

/** Counts all boards again and gives them a new epoch, so that every reader gets a snapshot. As worker, nobody else writing. */
export async function recountBoards(sql: Sql): Promise<void> {
  await sql.rows(RECOUNT);
}
