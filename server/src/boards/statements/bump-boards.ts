import type { Sql } from '../../database/sql.js';
import type { AddedFigures } from '../figures.js';

export interface BoardBump {
  boardId: string;
  workspaceId: string;
  /** What to add to the board's figures. */
  added: AddedFigures;
  enrolments: { id: string; removed: boolean }[];
}

/**
 * Moves every board one sequence on and notes who changed. The counter row stays locked until the commit, so sequences are
 * gap-free and in the order of commits; boards are locked in the order of ids, so two transactions never wait in a circle.
 */
const STATEMENT = `
with bump as (
  insert into board_counter as c (id, workspace_id, epoch, seq, people, done, needed, on_time, on_time_of, feedback_given,
    feedback_in_time, feedback_of, overdue, overdue_people, waiting, finished)
  select "boardId", "workspaceId", left(replace(gen_random_uuid()::text, '-', ''), 12), 1, people, done, needed, "onTime",
    "onTimeOf", "feedbackGiven", "feedbackInTime", "feedbackOf", overdue, "overduePeople", waiting, finished
  from jsonb_to_recordset($1::jsonb) as r("boardId" uuid, "workspaceId" uuid, people int, done int, needed int, "onTime" int,
    "onTimeOf" int, "feedbackGiven" int, "feedbackInTime" int, "feedbackOf" int, overdue int, "overduePeople" int,
    waiting int, finished int)
  order by "boardId"
  on conflict (id) do update set seq = c.seq + 1, people = c.people + excluded.people, done = c.done + excluded.done,
    needed = c.needed + excluded.needed, on_time = c.on_time + excluded.on_time,
    on_time_of = c.on_time_of + excluded.on_time_of, feedback_given = c.feedback_given + excluded.feedback_given,
    feedback_in_time = c.feedback_in_time + excluded.feedback_in_time,
    feedback_of = c.feedback_of + excluded.feedback_of, overdue = c.overdue + excluded.overdue,
    overdue_people = c.overdue_people + excluded.overdue_people, waiting = c.waiting + excluded.waiting,
    finished = c.finished + excluded.finished
  returning id, workspace_id, seq
)
insert into board_patch (workspace_id, board_id, seq, enrolment_id, removed, at)
select bump.workspace_id, bump.id, bump.seq, p."enrolmentId", p.removed, now()
from jsonb_to_recordset($2::jsonb) as p("boardId" uuid, "enrolmentId" uuid, removed boolean)
join bump on bump.id = p."boardId"`;

/** One statement for any number of boards and people. As worker, within the transaction that changed them. */
export async function bumpBoards(sql: Sql, boards: readonly BoardBump[]): Promise<void> {
  if (boards.length === 0) return;
  await sql.rows(STATEMENT, [
    JSON.stringify(boards.map(({ boardId, workspaceId, added }) => ({ boardId, workspaceId, ...added }))),
    JSON.stringify(
      boards.flatMap(({ boardId, enrolments }) =>
        enrolments.map(({ id, removed }) => ({ boardId, enrolmentId: id, removed })),
      ),
    ),
  ]);
}
