import type { ReminderRecipient } from '@planwright/schema/definition';
import type { LocalizedText } from '@planwright/schema/text';
import type { Instant } from '@planwright/schema/time';
import type { Sql } from '../database/index.js';
import type { OccurrenceState } from './engine/occurrence.js';

/** An occurrence as a reader sees it. */
export interface OccurrenceRecord {
  id: string;
  enrolmentId: string;
  versionId: string;
  recipientId: string;
  deliveryId: string | null;
  ruleKey: string;
  itemKey: string | null;
  stepKey: string | null;
  role: ReminderRecipient;
  channel: string;
  at: Instant;
  deliverAt: Instant;
  state: OccurrenceState;
  sentAt: Instant | null;
  provisional: boolean;
  about: LocalizedText;
  why: LocalizedText;
  reason: LocalizedText | null;
}

const OCCURRENCE = `select o.id, o.enrolment_id as "enrolmentId", e.plan_version_id as "versionId", o.recipient_id as "recipientId",
  o.delivery_id as "deliveryId", o.rule_key as "ruleKey", o.item_key as "itemKey", o.step_key as "stepKey", o.role, o.channel, o.at,
  o.deliver_at as "deliverAt", o.state, o.sent_at as "sentAt", o.provisional, o.about, o.why, o.reason
  from reminder_occurrence o join enrolment e on e.id = o.enrolment_id`;

export const findOccurrences = (sql: Sql, ids: readonly string[]): Promise<OccurrenceRecord[]> =>
  sql.rows(`${OCCURRENCE} where o.id = any($1::uuid[])`, [ids]);

/** All of an enrolment that the reader may see, by when they are due. */
export const occurrencesOfEnrolment = (sql: Sql, enrolmentId: string): Promise<OccurrenceRecord[]> =>
  sql.rows(`${OCCURRENCE} where o.enrolment_id = $1::uuid order by o.at, o.rule_key, o.key, o.channel, o.id`, [
    enrolmentId,
  ]);

export const occurrencesOfDeliveries = (sql: Sql, deliveryIds: readonly string[]): Promise<OccurrenceRecord[]> =>
  sql.rows(`${OCCURRENCE} where o.delivery_id = any($1::uuid[]) order by o.at, o.id`, [deliveryIds]);

export interface DeliveryRecord {
  id: string;
  personId: string;
  integrationId: string | null;
  channel: string;
  title: string;
  markdown: string;
  state: OccurrenceState;
  dueAt: Instant;
  sentAt: Instant | null;
  sink: boolean;
  attempts: number;
  detail: string | null;
  reason: LocalizedText | null;
}

const DELIVERY = `select d.id, d.person_id as "personId", d.integration_id as "integrationId", d.channel, d.title, d.markdown, d.state,
  d.due_at as "dueAt", d.sent_at as "sentAt", d.sink, d.attempts, d.detail, d.reason from delivery d`;

export interface DeliveryFilter {
  personId?: string | undefined;
  from?: Instant | undefined;
  until?: Instant | undefined;
}

const WHERE = `($1::uuid is null or d.person_id = $1) and ($2::timestamptz is null or d.due_at >= $2)
  and ($3::timestamptz is null or d.due_at < $3)`;
const filterOf = ({ personId, from, until }: DeliveryFilter) => [personId ?? null, from ?? null, until ?? null];

export const findDeliveries = (sql: Sql, ids: readonly string[]): Promise<DeliveryRecord[]> =>
  sql.rows(`${DELIVERY} where d.id = any($1::uuid[])`, [ids]);

/** Newest first; one more than asked. */
export const listDeliveries = (
  sql: Sql,
  filter: DeliveryFilter,
  first: number,
  after?: { dueAt: Instant; id: string },
): Promise<DeliveryRecord[]> =>
  sql.rows(
    `${DELIVERY} where ${WHERE} and ($4::timestamptz is null or (d.due_at, d.id) < ($4, $5::uuid))
     order by d.due_at desc, d.id desc limit $6`,
    [...filterOf(filter), after?.dueAt ?? null, after?.id ?? null, first + 1],
  );

export async function countDeliveries(sql: Sql, filter: DeliveryFilter): Promise<number> {
  const row = await sql.row<{ count: number }>(
    `select count(*)::int as count from delivery d where ${WHERE}`,
    filterOf(filter),
  );
  return row?.count ?? 0;
}
