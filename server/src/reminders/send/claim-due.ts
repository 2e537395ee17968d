import type { Instant } from '@planwright/schema/time';
import type { Sql } from '../../database/sql.js';
import type { LogicalChannel } from '../engine/index.js';
import { OCCURRENCE_COLUMNS, type OccurrenceRow, occurrenceFrom, type RawOccurrence } from '../plan/occurrence-rows.js';

/** While so long nobody else takes what was claimed. */
const CLAIM_SECONDS = 30;

/**
 * People with something to be sent, and everything of theirs that fell due on these channels, so that it becomes one message. A replica skips
 * people that another replica has just taken.
 */
const STATEMENT = `
with waiting as (
  select o.recipient_id as id, min(o.deliver_at) as first from reminder_occurrence o
  where o.workspace_id = $1::uuid and o.state = 'PLANNED' and o.deliver_at <= $2::timestamptz and o.channel = any($3::text[])
    and (o.claimed_until is null or o.claimed_until < clock_timestamp())
  group by 1 order by 2, 1 limit $4::int * 4
), people as (
  select p.id from person p join waiting w on w.id = p.id order by w.first, p.id limit $4 for no key update of p skip locked
), due as (
  select o.id from reminder_occurrence o join people p on p.id = o.recipient_id
  where o.state = 'PLANNED' and o.channel = any($3::text[])
    and (o.deliver_at <= $2::timestamptz or o.at <= $2::timestamptz)
    and (o.claimed_until is null or o.claimed_until < clock_timestamp())
  for update of o skip locked
)
update reminder_occurrence o set claimed_until = clock_timestamp() + interval '${CLAIM_SECONDS} seconds'
from due where o.id = due.id
returning ${OCCURRENCE_COLUMNS}`;

/** Channels of plans on which something is due. */
export async function dueChannels(sql: Sql, workspaceId: string, now: Instant): Promise<LogicalChannel[]> {
  const rows = await sql.rows<{ channel: LogicalChannel }>(
    `select distinct channel from reminder_occurrence
     where workspace_id = $1::uuid and state = 'PLANNED' and deliver_at <= $2::timestamptz order by channel`,
    [workspaceId, now],
  );
  return rows.map(({ channel }) => channel);
}

export async function claimDue(
  sql: Sql,
  workspaceId: string,
  now: Instant,
  channels: readonly LogicalChannel[],
  people: number,
): Promise<OccurrenceRow[]> {
  return (await sql.rows<RawOccurrence>(STATEMENT, [workspaceId, now, channels, people])).map(occurrenceFrom);
}

/** Gives back what was claimed; with a wait, nobody takes it for this many milliseconds of real time. */
export async function releaseClaims(sql: Sql, ids: readonly string[], waitMs = 0): Promise<void> {
  if (ids.length === 0) return;
  await sql.rows(
    `update reminder_occurrence set claimed_until = case when $2::float8 > 0
       then clock_timestamp() + $2::float8 * interval '1 millisecond' end
     where id = any($1::uuid[])`,
    [ids, waitMs],
  );
}
