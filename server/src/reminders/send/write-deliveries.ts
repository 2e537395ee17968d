import type { Instant } from '@planwright/schema/time';
import type { Sql } from '../../database/index.js';
import { LEASE_SECONDS } from '../deliver/open-delivery.js';
import type { Way } from '../deliver/way.js';
import type { MessageToSend } from './compose-messages.js';

export interface NewDelivery extends MessageToSend {
  id: string;
}

const RECORDS = `jsonb_to_recordset($2::jsonb) as r(id uuid, key uuid, "personId" uuid, channel text, title text, markdown text,
  language text, hash text, link text, hidden boolean, occurrences uuid[], notice uuid)`;

/**
 * Writes messages with what they tell in them. `SENDING` with an attempt when they go to an integration, before any byte leaves;
 * `SENT` when they end in this transaction (inbox, sink).
 */
export async function writeDeliveries(
  tx: Sql,
  workspaceId: string,
  way: Way,
  list: readonly NewDelivery[],
  { now, realNow }: { now: Instant; realNow: Instant },
): Promise<void> {
  if (list.length === 0) return;
  const { kind, route } = way;
  const ends = kind !== 'CHANNEL';
  const records = JSON.stringify(
    list.map(({ occurrences, notice, ...message }) => ({
      ...message,
      occurrences: occurrences.map(({ id }) => id),
      notice: notice?.id,
    })),
  );
  await tx.rows(
    `insert into delivery (workspace_id, id, idempotency_key, person_id, channel, integration_id, contribution, state, due_at, title,
       markdown, language, content_hash, link, sink, attempts, started_at, lease_until, sent_at,
       private)
     select $1::uuid, id, key, "personId", channel, $3::uuid, $4, $5, $6::timestamptz, title, markdown, language, hash, link,
       $7::boolean, $8::int, $9::timestamptz,
       case when $8::int = 0 then null else clock_timestamp() + interval '${LEASE_SECONDS} seconds' end,
       case when $8::int = 0 then $6::timestamptz end, hidden
     from ${RECORDS}`,
    [
      workspaceId,
      records,
      route.integrationId,
      route.contribution,
      ends ? 'SENT' : 'SENDING',
      now,
      kind === 'SINK',
      ends ? 0 : 1,
      realNow,
    ],
  );
  await tx.rows(
    `update reminder_occurrence o set delivery_id = r.id, state = $3, claimed_until = null, sent_at = $4::timestamptz
     from ${RECORDS} where o.id = any(r.occurrences) and o.state = 'PLANNED' and $1::uuid is not null`,
    [workspaceId, records, ends ? 'SENT' : 'SENDING', ends ? now : null],
  );
  if (list.some(({ notice }) => notice))
    await tx.rows(
      `update notice n set state = 'SENT', delivery_id = r.id, claimed_until = null
       from ${RECORDS} where n.id = r.notice and n.state = 'PLANNED' and $1::uuid is not null`,
      [workspaceId, records],
    );
  if (!ends)
    await tx.rows(
      `insert into delivery_attempt (workspace_id, delivery_id, attempt, started_at, request_hash)
       select $1::uuid, id, 1, $3::timestamptz, hash from ${RECORDS}`,
      [workspaceId, records, realNow],
    );
}
