import type { EnrolmentEvent } from '@planwright/schema/engine';
import { statement, type Tx } from '../database/index.js';

export interface EventToStore {
  enrolmentId: string;
  event: EnrolmentEvent;
  /** Only the event that answers a request carries its key. */
  idempotency?: Idempotency;
}

/** The caller's key, and a hash of everything that the request asked for: the same key never means two things. */
export interface Idempotency {
  key: string;
  requestHash: string;
}

const STATEMENT = statement(
  {},
  `
insert into progress_event (workspace_id, enrolment_id, seq, recorded_at, occurred_at, actor, type, data, idempotency_key,
  request_hash)
select $1::uuid, "enrolmentId", seq, "recordedAt", "occurredAt", actor, type, data, "key", "requestHash"
from jsonb_to_recordset($2::jsonb) as r("enrolmentId" uuid, seq int, "recordedAt" timestamptz, "occurredAt" timestamptz,
  actor text, type text, data jsonb, "key" text, "requestHash" text)`,
);

/** Appends any number of events of any number of enrolments in one statement. */
export async function insertEvents(tx: Tx, workspaceId: string, events: readonly EventToStore[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ enrolmentId, event, idempotency }) => ({ enrolmentId, ...event, ...idempotency }));
  await tx.rows(STATEMENT, [workspaceId, JSON.stringify(rows)]);
}
