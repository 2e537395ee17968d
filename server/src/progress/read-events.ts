import type { EnrolmentEvent } from '@planwright/schema';
import type { Sql } from '../database/sql.js';

/** An event with what made it: the key and content of the request, where a request carried one. */
export interface StoredEvent {
  event: EnrolmentEvent;
  idempotencyKey: string | null;
  requestHash: string | null;
}

const STATEMENT = `
select enrolment_id as "enrolmentId", seq, recorded_at as "recordedAt", occurred_at as "occurredAt", actor, type, data,
  idempotency_key as "idempotencyKey", request_hash as "requestHash"
from progress_event
where enrolment_id = any($1::uuid[]) and recorded_at <= coalesce($2::timestamptz, 'infinity')
order by enrolment_id, seq`;

type Row = EnrolmentEvent & { enrolmentId: string; idempotencyKey: string | null; requestHash: string | null };

/** All events of some enrolments in the order of recording; with `asOf`, only what was recorded by then. */
export async function readEvents(
  sql: Sql,
  enrolmentIds: readonly string[],
  asOf?: string,
): Promise<Map<string, StoredEvent[]>> {
  // The store accepts only events of the closed set, so a row is an EnrolmentEvent by construction.
  const rows = await sql.rows<Row>(STATEMENT, [enrolmentIds, asOf ?? null]);
  const events = new Map<string, StoredEvent[]>(enrolmentIds.map((id) => [id, []]));
  for (const { enrolmentId, idempotencyKey, requestHash, ...event } of rows) {
    events.get(enrolmentId)?.push({ event, idempotencyKey, requestHash });
  }
  return events;
}
