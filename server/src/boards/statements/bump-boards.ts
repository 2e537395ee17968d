import type { Sql } from '../../database/index.js';
import type { AddedFigures } from '../figures/added-figures.js';
import { FIGURE_SQL } from '../figures/figure-sql.js';

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
  insert into board_counter as c (id, workspace_id, epoch, seq, ${FIGURE_SQL.columns})
  select "boardId", "workspaceId", left(replace(gen_random_uuid()::text, '-', ''), 12), 1, ${FIGURE_SQL.quoted}
  from jsonb_to_recordset($1::jsonb) as r("boardId" uuid, "workspaceId" uuid, ${FIGURE_SQL.record})
  order by "boardId"
  on conflict (id) do update set seq = c.seq + 1, ${FIGURE_SQL.added}
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
