import type { Instant } from '@planwright/schema/time';
import type { Sql } from '../../database/index.js';
import { LEASE_SECONDS, type OpenDelivery } from '../deliver/open-delivery.js';

/** A message that a channel put off, claimed to be tried again. */
export type WaitingDelivery = Omit<OpenDelivery, 'attempt' | 'startedAt'> & {
  attempts: number;
  firstStartedAt: Instant;
};

/** Nobody looks at it again before this real time. */
export const putOffDelivery = (sql: Sql, id: string, at: Instant) =>
  sql.rows('update delivery set lease_until = null, next_attempt_at = $2::timestamptz where id = $1::uuid', [id, at]);

/** Begins the next attempt, in new words or as it was. The bytes leave after the commit. */
export async function beginAttempt(
  sql: Sql,
  waiting: WaitingDelivery,
  realNow: Instant,
  message?: { title: string; markdown: string; hash: string },
): Promise<OpenDelivery> {
  const { id, key, personId, language, link, asked, doubtful } = waiting;
  const attempt = waiting.attempts + 1;
  const { title, markdown } = message ?? waiting;
  await sql.rows(
    `update delivery set state = 'SENDING', attempts = $2, started_at = $3::timestamptz, next_attempt_at = null, title = $4, markdown = $5,
       content_hash = coalesce($6, content_hash), lease_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds' where id = $1::uuid`,
    [id, attempt, realNow, title, markdown, message?.hash ?? null],
  );
  await sql.rows(
    `insert into delivery_attempt (workspace_id, delivery_id, attempt, started_at, request_hash)
     select workspace_id, id, $2, $3::timestamptz, content_hash from delivery where id = $1::uuid`,
    [id, attempt, realNow],
  );
  return { id, key, personId, title, markdown, language, link, asked, attempt, doubtful, startedAt: realNow };
}

/** Ends messages that wait, with what is still in them. */
export async function endDeliveries(
  sql: Sql,
  ended: readonly { id: string; state: string; code: string; text: object }[],
): Promise<void> {
  await sql.rows(
    `with r as (select * from jsonb_to_recordset($1::jsonb) as r(id uuid, state text, code text, text jsonb)),
     written as (
       update delivery d set state = r.state, reason = r.text, lease_until = null, next_attempt_at = null from r
       where d.id = r.id and d.state = 'QUEUED' returning d.id
     )
     update reminder_occurrence o set state = r.state, reason_code = r.code, reason = r.text
     from r join written on written.id = r.id where o.delivery_id = r.id and o.state = 'QUEUED'`,
    [JSON.stringify(ended)],
  );
}

/** Ends occurrences that a message which is tried again tells no more. */
export const endQueued = (
  sql: Sql,
  ended: readonly { id: string; state: string; code: string; text: object }[],
): Promise<object[]> =>
  sql.rows(
    `update reminder_occurrence o set state = r.state, reason_code = r.code, reason = r.text
     from jsonb_to_recordset($1::jsonb) as r(id uuid, state text, code text, text jsonb) where o.id = r.id and o.state = 'QUEUED'`,
    [JSON.stringify(ended)],
  );
