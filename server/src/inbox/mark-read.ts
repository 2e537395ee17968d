import type { Instant } from '@planwright/schema/time';
import { statement, type Tx } from '../database/index.js';

const STATEMENT = statement(
  { id: 'uuid' },
  `
update inbox_message set read_at = $3::timestamptz
where workspace_id = $1::uuid and person_id = $2::uuid and read_at is null and ($4::uuid[] is null or id = any($4::uuid[]))
returning id`,
);

/** Marks messages of this person as read, all of them without `ids`; those of others are not touched. As worker. */
export async function markRead(
  tx: Tx,
  reader: { workspaceId: string; personId: string },
  ids: readonly string[] | undefined,
  now: Instant,
): Promise<number> {
  const rows = await tx.rows(STATEMENT, [reader.workspaceId, reader.personId, now, ids ?? null]);
  return rows.length;
}
