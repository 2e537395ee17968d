import type { Instant } from '@planwright/schema/time';
import type { Sql } from '../../database/sql.js';
import type { NewNotice, Notice } from './notice.js';

const COLUMNS = `n.id, n.source, n.subject_id as "subjectId", n.step, n.recipient_id as "recipientId", n.at,
  n.deliver_at as "deliverAt", n.expires_at as "expiresAt"`;

/** While so long nobody else takes what was claimed. */
const CLAIM_SECONDS = 30;

/** Queues notices in the transaction of what they tell about; the same step of a subject is queued once for a person. */
export async function queueNotices(sql: Sql, workspaceId: string, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  await sql.rows(
    `insert into notice (workspace_id, source, subject_id, step, recipient_id, at, deliver_at, expires_at)
     select $1::uuid, source, "subjectId", step, "recipientId", at, "deliverAt", "expiresAt"
     from jsonb_to_recordset($2::jsonb) as r(source text, "subjectId" uuid, step text, "recipientId" uuid, at timestamptz,
       "deliverAt" timestamptz, "expiresAt" timestamptz)
     on conflict (source, subject_id, step, recipient_id) do nothing`,
    [workspaceId, JSON.stringify(notices)],
  );
}

/** Everything that waits for people with something due. A replica skips people that another replica has just taken. */
export function claimNotices(sql: Sql, workspaceId: string, now: Instant, people: number): Promise<Notice[]> {
  return sql.rows<Notice>(
    `with waiting as (
       select n.recipient_id as id, min(n.deliver_at) as first from notice n
       where n.workspace_id = $1::uuid and n.state = 'PLANNED' and n.deliver_at <= $2::timestamptz
         and (n.claimed_until is null or n.claimed_until < clock_timestamp())
       group by 1 order by 2, 1 limit $3::int * 4
     ), taken as (
       select p.id from person p join waiting w on w.id = p.id order by w.first, p.id limit $3 for no key update of p skip locked
     ), due as (
       select n.id from notice n join taken on taken.id = n.recipient_id
       where n.state = 'PLANNED' and n.deliver_at <= $2::timestamptz
         and (n.claimed_until is null or n.claimed_until < clock_timestamp())
       for update of n skip locked
     )
     update notice n set claimed_until = clock_timestamp() + interval '${CLAIM_SECONDS} seconds'
     from due where n.id = due.id returning ${COLUMNS}`,
    [workspaceId, now, people],
  );
}

/** The notices among these that still wait, locked. */
export const holdNotices = (sql: Sql, ids: readonly string[]): Promise<Notice[]> =>
  sql.rows<Notice>(
    `select ${COLUMNS} from notice n where n.id = any($1::uuid[]) and n.state = 'PLANNED' order by n.id for update`,
    [ids],
  );

/** The notice that each of these messages tells. */
export const noticesOfDeliveries = (
  sql: Sql,
  deliveryIds: readonly string[],
): Promise<(Notice & { deliveryId: string })[]> =>
  sql.rows<Notice & { deliveryId: string }>(
    `select ${COLUMNS}, n.delivery_id as "deliveryId" from notice n where n.delivery_id = any($1::uuid[]) order by n.at desc, n.id`,
    [deliveryIds],
  );

/** Ends what waits without a message. */
export async function endNotices(sql: Sql, ids: readonly string[], state: 'SUPPRESSED' | 'EXPIRED'): Promise<void> {
  if (ids.length > 0)
    await sql.rows(
      `update notice set state = $2, claimed_until = null where id = any($1::uuid[]) and state = 'PLANNED'`,
      [ids, state],
    );
}

/** Puts off what waits, in the workspace's time. */
export async function deferNotices(sql: Sql, deferred: readonly { id: string; deliverAt: Instant }[]): Promise<void> {
  if (deferred.length > 0)
    await sql.rows(
      `update notice n set deliver_at = r."deliverAt", claimed_until = null
       from jsonb_to_recordset($1::jsonb) as r(id uuid, "deliverAt" timestamptz) where n.id = r.id and n.state = 'PLANNED'`,
      [JSON.stringify(deferred)],
    );
}

/** Gives back what was claimed; nobody takes it for this many milliseconds of real time. */
export async function releaseNotices(sql: Sql, ids: readonly string[], waitMs: number): Promise<void> {
  if (ids.length > 0)
    await sql.rows(
      `update notice set claimed_until = clock_timestamp() + $2::float8 * interval '1 millisecond' where id = any($1::uuid[])`,
      [ids, waitMs],
    );
}

/** Assigns notices to their messages, for good. */
export async function putIntoDeliveries(
  sql: Sql,
  put: readonly { id: string; deliveryId: string }[],
  hidden: readonly string[],
): Promise<void> {
  if (put.length === 0) return;
  await sql.rows(
    `update notice n set state = 'SENT', delivery_id = r."deliveryId", claimed_until = null
     from jsonb_to_recordset($1::jsonb) as r(id uuid, "deliveryId" uuid) where n.id = r.id and n.state = 'PLANNED'`,
    [JSON.stringify(put)],
  );
  if (hidden.length > 0) await sql.rows('update delivery set private = true where id = any($1::uuid[])', [hidden]);
}
