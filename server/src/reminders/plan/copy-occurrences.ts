import type { Instant } from '@planwright/schema/time';
import type { Tx } from '../../database/index.js';
import { type OccurrenceState, occurrenceId } from '../engine/occurrence.js';
import { reason } from '../engine/reasons.js';
import { OCCURRENCE_COLUMNS, type RawOccurrence } from './occurrence-rows.js';

export interface OccurrenceCopy {
  from: string;
  into: string;
  now: Instant;
  /** The id in the copy of an enrolment or a person. */
  idOf(id: string): string;
}

/** Planning looks back over a day before its last look, which lies a day back at most: twice that is safe. */
const RECENT = `
select ${OCCURRENCE_COLUMNS}, o.reason, o.planned_at as "plannedAt" from reminder_occurrence o
join reminder_watermark w on w.enrolment_id = o.enrolment_id
where o.workspace_id = $1::uuid
  and (o.state = 'PLANNED' or o.at >= least($2::timestamptz - interval '4 days', w.planned_until - interval '4 days'))`;

const INSERT = `
insert into reminder_occurrence (workspace_id, id, enrolment_id, rule_key, key, recipient_id, channel, role, at, hard,
  expires_at, about, why, item_key, step_key, provisional, catch_up, deliver_at, planned_at, state, reason_code, reason)
select $1::uuid, r.id, "enrolmentId", "ruleKey", key, "recipientId", channel, role, at, hard, "expiresAt", about, why,
  "itemKey", "stepKey", provisional, "catchUp", "deliverAt", "plannedAt", state, "reasonCode", reason
from jsonb_to_recordset($2::jsonb) as r(id uuid, "enrolmentId" uuid, "ruleKey" text, key text, "recipientId" uuid,
  channel text, role text, at timestamptz, hard boolean, "expiresAt" timestamptz, about jsonb, why jsonb, "itemKey" text,
  "stepKey" text, provisional boolean, "catchUp" text, "deliverAt" timestamptz, "plannedAt" timestamptz, state text,
  "reasonCode" text, reason jsonb)
join person p on p.workspace_id = $1::uuid and p.id = r."recipientId"`;

const ROWS = 2000;

type Row = RawOccurrence & { reason: object | null; plannedAt: Instant };

/**
 * What is planned in one workspace is planned in its copy for the same moment, and what was said is not said again there. As
 * worker; the enrolments and people are there already.
 */
export async function copyOccurrences(tx: Tx, { from, into, now, idOf }: OccurrenceCopy): Promise<void> {
  const rows = await tx.rows<Row>(RECENT, [from, now]);
  const copies = rows.map((row) => {
    const { ruleKey, key, channel } = row;
    const identity = { enrolmentId: idOf(row.enrolmentId), ruleKey, key, recipientId: idOf(row.recipientId), channel };
    return { ...row, ...identity, id: occurrenceId(identity), ...stateInCopy(row) };
  });
  for (let at = 0; at < copies.length; at += ROWS)
    await tx.rows(INSERT, [into, JSON.stringify(copies.slice(at, at + ROWS))]);
}

function stateInCopy({ state, reasonCode, reason: why }: Row): {
  state: OccurrenceState;
  reasonCode: string | null;
  reason: object | null;
} {
  switch (state) {
    case 'PLANNED':
    case 'SUPPRESSED':
    case 'EXPIRED':
    case 'FAILED':
      return { state, reasonCode, reason: why };
    // It is in a message of the original, or on its way into one.
    case 'QUEUED':
    case 'SENDING':
    case 'SENT':
    case 'DELIVERED':
    case 'UNKNOWN':
      return { state: 'EXPIRED', reasonCode: 'told-before', reason: reason('told-before').text };
    default:
      return state satisfies never;
  }
}
