import type { Instant } from '@planwright/schema/time';
import { type Sql, statement } from '../../database/index.js';

const END_SESSIONS = statement(
  { id: 'uuid' },
  `update session set revoked_at = $2::timestamptz where person_id = any($1::uuid[]) and revoked_at is null returning id`,
);

const END_LINKS = statement(
  {},
  `update access_link set ended_at = $2::timestamptz where person_id = any($1::uuid[]) and used_at is null and ended_at is null`,
);

/** Ends for good whatever these people come in by. An account stays, and is no use to somebody who has left. Answers the sessions. */
export async function endAccess(sql: Sql, personIds: readonly string[], now: Instant): Promise<string[]> {
  await sql.rows(END_LINKS, [personIds, now]);
  return (await sql.rows(END_SESSIONS, [personIds, now])).map(({ id }) => id);
}
