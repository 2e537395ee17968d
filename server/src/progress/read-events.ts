import type { EnrolmentEvent } from '@planwright/schema/engine';
import { instantOfJson, json, type Sql, statement } from '../database/index.js';

/** An event with what made it: the key and content of the request, where a request carried one. */
export interface StoredEvent {
  event: EnrolmentEvent;
  idempotencyKey: string | null;
  requestHash: string | null;
}

/**
 * The events of `p` in the order of recording, as lists without names: one value for each enrolment costs half of a row for each
 * event, on both sides. `eventOf` names the values in this order.
 */
export const EVENT_LISTS = `json_agg(json_build_array(p.seq, p.recorded_at, p.occurred_at, p.actor, p.type, p.data,
    p.idempotency_key, p.request_hash) order by p.seq)`;

export type EventValues = [
  seq: number,
  recordedAt: string,
  occurredAt: string,
  actor: string,
  type: string,
  data: unknown,
  idempotencyKey: string | null,
  requestHash: string | null,
];

const STATEMENT = statement(
  { events: json<EventValues[]>(), enrolmentId: 'uuid' },
  `
select p.enrolment_id as "enrolmentId", ${EVENT_LISTS} as events
from progress_event p
where p.enrolment_id = any($1::uuid[]) and p.recorded_at <= coalesce($2::timestamptz, 'infinity')
group by p.enrolment_id`,
);

/** All events of some enrolments in the order of recording; with `asOf`, only what was recorded by then. */
export async function readEvents(
  sql: Sql,
  enrolmentIds: readonly string[],
  asOf?: string,
): Promise<Map<string, StoredEvent[]>> {
  const rows = await sql.rows(STATEMENT, [enrolmentIds, asOf ?? null]);
  const events = new Map<string, StoredEvent[]>(enrolmentIds.map((id) => [id, []]));
  for (const row of rows) events.set(row.enrolmentId, row.events.map(eventOf));
  return events;
}

export function eventOf([
  seq,
  recorded,
  occurred,
  actor,
  type,
  data,
  idempotencyKey,
  requestHash,
]: EventValues): StoredEvent {
  const [recordedAt, occurredAt] = [instantOfJson(recorded), instantOfJson(occurred)];
  // The store accepts only events of the closed set, so what it holds is an EnrolmentEvent by construction.
  const event = { seq, recordedAt, occurredAt, actor, type, data } as EnrolmentEvent;
  return { event, idempotencyKey, requestHash };
}
