import type { CatchUp } from '@planwright/schema/rules';
import type { Instant } from '@planwright/schema/time';
import type { Sql } from '../../database/index.js';
import type { PlannedOccurrence, ReasonCode } from '../engine/occurrence.js';
import type { StoredOccurrence } from '../engine/replan.js';

/** An occurrence of the ledger with what the engine does not need to know. */
export type OccurrenceRow = StoredOccurrence & { deliverAt: Instant; catchUp: CatchUp; provisional: boolean };

export const OCCURRENCE_COLUMNS = `o.id, o.enrolment_id as "enrolmentId", o.rule_key as "ruleKey", o.key,
  o.recipient_id as "recipientId", o.channel, o.role, o.at, o.hard, o.expires_at as "expiresAt", o.about, o.why,
  o.item_key as "itemKey", o.step_key as "stepKey", o.provisional, o.catch_up as "catchUp", o.deliver_at as "deliverAt",
  o.state, o.reason_code as "reasonCode"`;

type Nulls = 'expiresAt' | 'itemKey' | 'stepKey' | 'reasonCode';
export type RawOccurrence = Omit<OccurrenceRow, Nulls> & {
  expiresAt: Instant | null;
  itemKey: string | null;
  stepKey: string | null;
  reasonCode: ReasonCode | null;
};

/** Columns that are null are absent, as the engine has it. */
export function occurrenceFrom<T extends RawOccurrence>(raw: T): Omit<T, Nulls> & OccurrenceRow {
  const { expiresAt, itemKey, stepKey, reasonCode, ...rest } = raw;
  return {
    ...rest,
    ...(expiresAt === null ? {} : { expiresAt }),
    ...(itemKey === null ? {} : { itemKey }),
    ...(stepKey === null ? {} : { stepKey }),
    ...(reasonCode === null ? {} : { reasonCode }),
  };
}

/** All of these enrolments that lie in [from, …) or have one of these ids. */
export async function readOccurrences(
  sql: Sql,
  enrolmentIds: readonly string[],
  from: Instant,
  ids: readonly string[],
): Promise<OccurrenceRow[]> {
  const rows = await sql.rows<RawOccurrence>(
    `select ${OCCURRENCE_COLUMNS} from reminder_occurrence o
     where o.enrolment_id = any($1::uuid[]) and o.at >= $2::timestamptz
     union select ${OCCURRENCE_COLUMNS} from reminder_occurrence o where o.id = any($3::uuid[])`,
    [enrolmentIds, from, ids],
  );
  return rows.map(occurrenceFrom);
}

/** An occurrence as it is to be stored. */
export type OccurrenceToStore = PlannedOccurrence & { deliverAt: Instant; catchUp: CatchUp; provisional: boolean };

const RECORDS = `jsonb_to_recordset($2::jsonb) as r(id uuid, "enrolmentId" uuid, "ruleKey" text, key text, "recipientId" uuid,
  channel text, role text, at timestamptz, hard boolean, "expiresAt" timestamptz, about jsonb, why jsonb, "itemKey" text,
  "stepKey" text, provisional boolean, "catchUp" text, "deliverAt" timestamptz)`;

/** Adds what is new and brings what waits up to date; what is under way or ended stays as it is. One statement. */
export async function storeOccurrences(
  sql: Sql,
  workspaceId: string,
  list: readonly OccurrenceToStore[],
  plannedAt: Instant,
): Promise<void> {
  if (list.length === 0) return;
  await sql.rows(
    `insert into reminder_occurrence as o (workspace_id, id, enrolment_id, rule_key, key, recipient_id, channel, role, at, hard,
       expires_at, about, why, item_key, step_key, provisional, catch_up, deliver_at, planned_at)
     select $1::uuid, id, "enrolmentId", "ruleKey", key, "recipientId", channel, role, at, hard, "expiresAt", about, why,
       "itemKey", "stepKey", provisional, "catchUp", "deliverAt", $3::timestamptz
     from ${RECORDS} order by id
     on conflict (id) do update set role = excluded.role, at = excluded.at, hard = excluded.hard, expires_at = excluded.expires_at,
       about = excluded.about, why = excluded.why, item_key = excluded.item_key, step_key = excluded.step_key,
       provisional = excluded.provisional, deliver_at = excluded.deliver_at, state = 'PLANNED', reason_code = null, reason = null,
       delivery_id = null
     where o.state = 'PLANNED'
       or (o.state = 'SUPPRESSED' and o.delivery_id is null and o.reason_code in ('not-needed', 'person-inactive'))`,
    [workspaceId, JSON.stringify(list), plannedAt],
  );
}

/** Ends occurrences that wait, each with its reason. One statement. */
export async function endOccurrences(
  sql: Sql,
  ended: readonly { id: string; state: 'SUPPRESSED' | 'EXPIRED' | 'FAILED'; code: ReasonCode; text: object }[],
): Promise<void> {
  if (ended.length === 0) return;
  await sql.rows(
    `update reminder_occurrence o set state = r.state, reason_code = r.code, reason = r.text
     from jsonb_to_recordset($1::jsonb) as r(id uuid, state text, code text, text jsonb)
     where o.id = r.id and o.state in ('PLANNED', 'QUEUED')`,
    [JSON.stringify(ended)],
  );
}
