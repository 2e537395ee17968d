import type { Instant } from '@planwright/schema/time';
import { type Sql, statement } from '../../database/index.js';

const END_SESSIONS = statement(
  { id: 'uuid' },
  `update session set revoked_at = $2::timestamptz where person_id = any($1::uuid[]) and revoked_at is null returning id`,
);

/** Ends the sessions of these people for good, and answers them. Their account stays, and is no use to somebody who has left; links end by the listener of accounts. */
export async function endAccess(sql: Sql, personIds: readonly string[], now: Instant): Promise<string[]> {
  return (await sql.rows(END_SESSIONS, [personIds, now])).map(({ id }) => id);
}
