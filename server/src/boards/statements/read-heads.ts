import type { Sql } from '../../database/index.js';
import type { BoardFigures } from '../figures/added-figures.js';
import { FIGURE_SQL } from '../figures/figure-sql.js';
import type { BoardHead, BoardPosition } from '../live/board-source.js';

const POSITIONS = `select id, epoch, seq::float8 as seq from board_counter where id = any($1::uuid[])`;

/**
 * Positions and figures of boards from their counter rows. Patches are looked up only where the board moved on from where
 * somebody stands, deadlines only where something waits: a quiet board costs its row. All of it is of one moment.
 */
const HEADS = `
select c.id, c.epoch, c.seq::float8 as seq, ${FIGURE_SQL.selected('c')},
  case when c.seq > r.since then (select min(p.seq)::float8 from board_patch p where p.board_id = c.id) end as "oldestPatch",
  case when c.seq > r.since then (select json_agg(json_build_object('seq', p.seq, 'enrolmentId', p.enrolment_id) order by p.seq)
    from board_patch p where p.board_id = c.id and p.seq > r.since) end as patches,
  case when c.waiting > 0 then (select min(s.next_feedback_due_at) from enrolment_state s
    where s.cohort_id = c.id and s.next_feedback_due_at is not null and s.status <> 'CANCELLED') end as "nextFeedbackDueAt"
from unnest($1::uuid[], $2::bigint[]) r(id, since) join board_counter c on c.id = r.id`;

interface HeadRow extends BoardFigures, BoardPosition {
  id: string;
  oldestPatch: number | null;
  patches: BoardHead['patches'] | null;
}

/** Where boards are: one row each, nothing added up. As worker. */
export async function readPositions(sql: Sql, boardIds: readonly string[]): Promise<Map<string, BoardPosition>> {
  const rows = await sql.rows<BoardPosition & { id: string }>(POSITIONS, [boardIds]);
  return new Map(rows.map(({ id, ...position }) => [id, position]));
}

/** Any number of boards, each with the sequence after which its patches are wanted; undefined = none are. As worker. */
export async function readHeads(
  sql: Sql,
  boards: ReadonlyMap<string, number | undefined>,
): Promise<Map<string, BoardHead>> {
  const since = [...boards.values()].map((seq) => seq ?? null);
  const rows = await sql.rows<HeadRow>(HEADS, [[...boards.keys()], since]);
  return new Map(
    rows.map(({ id, epoch, seq, oldestPatch, patches, ...figures }) => [
      id,
      { epoch, seq, figures, patches: patches ?? [], ...(oldestPatch === null ? {} : { oldestPatch }) },
    ]),
  );
}
