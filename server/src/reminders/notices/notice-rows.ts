import type { Sql } from '../../database/index.js';
import type { NewNotice, Notice } from './notice.js';

export const NOTICE_COLUMNS = `n.id, n.source, n.subject_id as "subjectId", n.step, n.recipient_id as "recipientId", n.at,
  n.deliver_at as "deliverAt", n.expires_at as "expiresAt"`;

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

/** The notices among these that still wait, locked. */
export const holdNotices = (sql: Sql, ids: readonly string[]): Promise<Notice[]> =>
  sql.rows<Notice>(
    `select ${NOTICE_COLUMNS} from notice n where n.id = any($1::uuid[]) and n.state = 'PLANNED' order by n.id for update`,
    [ids],
  );

/** The notice that each of these messages tells. */
export const noticesOfDeliveries = (
  sql: Sql,
  deliveryIds: readonly string[],
): Promise<(Notice & { deliveryId: string })[]> =>
  sql.rows<Notice & { deliveryId: string }>(
    `select ${NOTICE_COLUMNS}, n.delivery_id as "deliveryId" from notice n where n.delivery_id = any($1::uuid[]) order by n.at desc, n.id`,
    [deliveryIds],
  );
