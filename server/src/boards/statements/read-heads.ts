import type { Sql } from '../../database/sql.js';
import type { BoardFigures } from '../board-data.js';
import type { BoardHead, BoardPosition } from '../live/board-source.js';

const POSITIONS = `select id, epoch, seq::float8 as seq from board_counter where id = any($1::uuid[])`;

const COUNTERS = `
select id, epoch, seq::float8 as seq, people, done, needed, on_time as "onTime", on_time_of as "onTimeOf",
  feedback_given as "feedbackGiven", feedback_in_time as "feedbackInTime", feedback_of as "feedbackOf", overdue,
  overdue_people as "overduePeople", waiting, finished
from board_counter where id = any($1::uuid[])`;

const PATCHES = `
select r.id, (select min(p.seq)::float8 from board_patch p where p.board_id = r.id) as "oldestPatch",
  coalesce((select json_agg(json_build_object('seq', p.seq, 'enrolmentId', p.enrolment_id) order by p.seq)
    from board_patch p where p.board_id = r.id and p.seq > r.since), '[]') as patches
from unnest($1::uuid[], $2::bigint[]) r(id, since)`;

const DEADLINES = `
select cohort_id as id, min(next_feedback_due_at) as "nextFeedbackDueAt" from enrolment_state
where cohort_id = any($1::uuid[]) and next_feedback_due_at is not null and status <> 'CANCELLED' group by cohort_id`;

type CounterRow = Omit<BoardFigures, 'nextFeedbackDueAt'> & BoardPosition & { id: string };

/** Where boards are: one row each, nothing added up. As worker. */
export async function readPositions(sql: Sql, boardIds: readonly string[]): Promise<Map<string, BoardPosition>> {
  const rows = await sql.rows<BoardPosition & { id: string }>(POSITIONS, [boardIds]);
  return new Map(rows.map(({ id, ...position }) => [id, position]));
}

/**
 * Positions and figures of any number of boards from their counter rows. What changed is read for those that moved on from
 * where somebody stands, deadlines for those where something waits: a quiet board costs its row. As worker.
 */
export async function readHeads(
  sql: Sql,
  boards: ReadonlyMap<string, number | undefined>,
): Promise<Map<string, BoardHead>> {
  const counters = await sql.rows<CounterRow>(COUNTERS, [[...boards.keys()]]);
  const moved = counters.filter(({ id, seq }) => seq > (boards.get(id) ?? Number.POSITIVE_INFINITY));
  const waiting = counters.filter((counter) => counter.waiting > 0);
  const patches = await byId<{ oldestPatch: number | null; patches: BoardHead['patches'] }>(sql, PATCHES, moved, [
    moved.map(({ id }) => id),
    moved.map(({ id }) => boards.get(id)),
  ]);
  const deadlines = await byId<{ nextFeedbackDueAt: string }>(sql, DEADLINES, waiting, [waiting.map(({ id }) => id)]);
  return new Map(
    counters.map(({ id, epoch, seq, ...figures }) => {
      const { oldestPatch = null, patches: changed = [] } = patches.get(id) ?? {};
      const head: BoardHead = {
        epoch,
        seq,
        figures: { ...figures, nextFeedbackDueAt: deadlines.get(id)?.nextFeedbackDueAt ?? null },
        patches: changed,
        ...(oldestPatch === null ? {} : { oldestPatch }),
      };
      return [id, head];
    }),
  );
}

async function byId<Row>(
  sql: Sql,
  statement: string,
  boards: readonly unknown[],
  parameters: readonly unknown[],
): Promise<Map<string, Row>> {
  if (boards.length === 0) return new Map();
  return new Map((await sql.rows<Row & { id: string }>(statement, parameters)).map((row) => [row.id, row]));
}
