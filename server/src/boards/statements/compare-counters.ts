import type { Sql } from '../../database/sql.js';

export interface CounterDifference {
  workspaceId: string;
  boardId: string;
  figure: string;
  stored: number;
  counted: number;
}

const COUNTED = `
select c.id, c.workspace_id, count(s.id)::int as people, coalesce(sum(s.done), 0)::int as done,
  coalesce(sum(s.needed), 0)::int as needed, coalesce(sum(s.on_time), 0)::int as on_time,
  coalesce(sum(s.on_time_of), 0)::int as on_time_of, coalesce(sum(s.feedback_given), 0)::int as feedback_given,
  coalesce(sum(s.feedback_in_time), 0)::int as feedback_in_time, coalesce(sum(s.feedback_of), 0)::int as feedback_of,
  coalesce(sum(s.overdue), 0)::int as overdue, (count(s.id) filter (where s.overdue > 0))::int as overdue_people,
  coalesce(sum(s.waiting), 0)::int as waiting, (count(s.id) filter (where s.status = 'COMPLETED'))::int as finished
from cohort c left join enrolment_state s on s.cohort_id = c.id and s.status <> 'CANCELLED'
group by c.id`;

const COLUMNS = [
  'people',
  'done',
  'needed',
  'on_time',
  'on_time_of',
  'feedback_given',
  'feedback_in_time',
  'feedback_of',
  'overdue',
  'overdue_people',
  'waiting',
  'finished',
];

const COMPARE = `
select counted.workspace_id as "workspaceId", counted.id as "boardId", f.figure, f.stored, f.counted
from (${COUNTED}) counted left join board_counter b on b.id = counted.id
cross join lateral (values ${COLUMNS.map((name) => `('${name}', coalesce(b.${name}, 0), counted.${name})`).join(', ')})
  as f(figure, stored, counted)
where f.stored <> f.counted
order by 2, 3`;

const RECOUNT = `
insert into board_counter as b (id, workspace_id, epoch, seq, ${COLUMNS.join(', ')})
select id, workspace_id, left(replace(gen_random_uuid()::text, '-', ''), 12), 1, ${COLUMNS.join(', ')}
from (${COUNTED}) counted where people > 0 or exists (select 1 from board_counter k where k.id = counted.id)
order by id
on conflict (id) do update set epoch = excluded.epoch, seq = b.seq + 1,
  ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}`;

/** Where counters differ from what adding up the people gives: there must be none. As worker. */
export function compareCounters(sql: Sql): Promise<CounterDifference[]> {
  return sql.rows<CounterDifference>(COMPARE);
}

/** Counts all boards again and gives them a new epoch, so that every reader gets a snapshot. As worker, nobody else writing. */
export async function recountBoards(sql: Sql): Promise<void> {
  await sql.rows(RECOUNT);
}
