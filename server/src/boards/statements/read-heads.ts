import type { Sql } from '../../database/sql.js';
import type { BoardFigures } from '../board-data.js';
import type { BoardHead, BoardPosition } from '../live/board-source.js';

const POSITIONS = `select id, epoch, seq::float8 as seq from board_counter where id = any($1::uuid[])`;

const HEADS = `
select c.id, c.epoch, c.seq::float8 as seq, c.people, c.done, c.needed, c.on_time as "onTime", c.on_time_of as "onTimeOf",
  c.feedback_given as "feedbackGiven", c.feedback_in_time as "feedbackInTime", c.feedback_of as "feedbackOf", c.overdue,
  c.overdue_people as "overduePeople", c.waiting, c.finished,
  (select min(s.next_feedback_due_at) from enrolment_state s
   where s.cohort_id = c.id and s.status <> 'CANCELLED') as "nextFeedbackDueAt",
  (select min(p.seq)::float8 from board_patch p where p.board_id = c.id) as "oldestPatch",
  coalesce((select json_agg(json_build_object('seq', p.seq, 'enrolmentId', p.enrolment_id) order by p.seq)
    from board_patch p where p.board_id = c.id and p.seq > r.since), '[]') as patches
from unnest($1::uuid[], $2::bigint[]) r(id, since) join board_counter c on c.id = r.id`;

type HeadRow = BoardFigures & BoardPosition & { id: string; oldestPatch: number | null; patches: BoardHead['patches'] };

/** Where boards are: one row each, nothing added up. As worker. */
export async function readPositions(sql: Sql, boardIds: readonly string[]): Promise<Map<string, BoardPosition>> {
  const rows = await sql.rows<BoardPosition & { id: string }>(POSITIONS, [boardIds]);
  return new Map(rows.map(({ id, ...position }) => [id, position]));
}

/** Positions, figures and what changed since, of any number of boards in one statement. As worker. */
export async function readHeads(
  sql: Sql,
  boards: ReadonlyMap<string, number | undefined>,
): Promise<Map<string, BoardHead>> {
  const rows = await sql.rows<HeadRow>(HEADS, [[...boards.keys()], [...boards.values()].map((since) => since ?? null)]);
  return new Map(
    rows.map(({ id, epoch, seq, oldestPatch, patches, ...figures }) => [
      id,
      { epoch, seq, figures, patches, ...(oldestPatch === null ? {} : { oldestPatch }) },
    ]),
  );
}
