import type { Sql } from '../../database/index.js';

/** How much of the past a reader may catch up with; readers who were away longer get a snapshot. */
export interface PatchRetention {
  /** In seconds. */
  age: number;
  /** Sequences kept of each board. */
  sequences: number;
}

export const PATCH_RETENTION: PatchRetention = { age: 3600, sequences: 2000 };

const STATEMENT = `
delete from board_patch p using board_counter c
where c.id = p.board_id and (p.at < now() - make_interval(secs => $1) or p.seq <= c.seq - $2)`;

/** Any replica may do it at any time; as worker. */
export async function trimPatches(sql: Sql, retention: PatchRetention = PATCH_RETENTION): Promise<void> {
  await sql.rows(STATEMENT, [retention.age, retention.sequences]);
}
