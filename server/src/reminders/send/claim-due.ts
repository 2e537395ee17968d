import type { Instant } from '@planwright/schema/time';
import type { Sql } from '../../database/index.js';
import type { LogicalChannel } from '../engine/occurrence.js';
import type { Notice } from '../notices/notice.js';
import { NOTICE_COLUMNS } from '../notices/notice-rows.js';
import { OCCURRENCE_COLUMNS, occurrenceFrom, type RawOccurrence } from '../plan/occurrence-rows.js';
import type { Due } from './due.js';

/** While so long nobody else takes what was claimed. */
const CLAIM_SECONDS = 30;

const WAITS = `state = 'PLANNED' and (claimed_until is null or claimed_until < clock_timestamp())`;

/** What a lane takes: what is due on these channels, and notices or letters, of this many people. */
export interface Claim {
  channels: readonly LogicalChannel[];
  notices: 'NONE' | 'NOTICES' | 'LETTERS';
  people: number;
}

const DUE = `
select distinct channel from reminder_occurrence
where workspace_id = $1::uuid and state = 'PLANNED' and deliver_at <= $2::timestamptz
union all
select distinct case when source = any($3::text[]) then 'LETTERS' else 'NOTICES' end from notice
where workspace_id = $1::uuid and state = 'PLANNED' and deliver_at <= $2::timestamptz
order by channel`;

/** Channels of plans on which something is due, and whether notices and letters are. */
export async function lookForDue(
  sql: Sql,
  workspaceId: string,
  now: Instant,
  letterSources: readonly string[],
): Promise<{ channels: LogicalChannel[]; notices: boolean; letters: boolean }> {
  const rows = await sql.rows<{ channel: LogicalChannel | 'NOTICES' | 'LETTERS' }>(DUE, [
    workspaceId,
    now,
    letterSources,
  ]);
  const found = rows.map(({ channel }) => channel);
  return {
    channels: found.filter((channel) => channel !== 'NOTICES' && channel !== 'LETTERS'),
    notices: found.includes('NOTICES'),
    letters: found.includes('LETTERS'),
  };
}

/** Which notices a lane takes, and which sources write letters. */
const taken = (which: string, letters: string): string =>
  `case ${which}::text when 'LETTERS' then source = any(${letters}::text[]) when 'NOTICES' then source <> all(${letters}::text[]) else false end`;

/** People with something to be sent, longest waiting first. A replica skips people that another replica has just taken. */
const PEOPLE = `
with waiting as (
  select id, min(deliver_at) as first from (
    select recipient_id as id, deliver_at from reminder_occurrence
    where workspace_id = $1::uuid and deliver_at <= $2::timestamptz and channel = any($3::text[]) and ${WAITS}
    union all
    select recipient_id, deliver_at from notice
    where ${taken('$4', '$5')} and workspace_id = $1::uuid and deliver_at <= $2::timestamptz and ${WAITS}
  ) due group by 1 order by 2, 1 limit $6::int * 4
)
select p.id from person p join waiting w on w.id = p.id order by w.first, p.id limit $6 for no key update of p skip locked`;

const claimOf = (table: string, alias: string, due: string, columns: string) => `
with due as (select id from ${table} where recipient_id = any($1::uuid[]) and ${due} and ${WAITS} for update skip locked)
update ${table} ${alias} set claimed_until = clock_timestamp() + interval '${CLAIM_SECONDS} seconds'
from due where ${alias}.id = due.id
returning ${columns}`;

/** With what falls due now goes what fired already and waits for a later slot. */
const OCCURRENCES = claimOf(
  'reminder_occurrence',
  'o',
  'channel = any($3::text[]) and (deliver_at <= $2::timestamptz or at <= $2::timestamptz)',
  OCCURRENCE_COLUMNS,
);
const NOTICES = claimOf('notice', 'n', `${taken('$3', '$4')} and deliver_at <= $2::timestamptz`, NOTICE_COLUMNS);

/** Everything of some people that fell due, so that it becomes one message. */
export async function claimDue(
  sql: Sql,
  workspaceId: string,
  now: Instant,
  { channels, notices, people: most }: Claim,
  letterSources: readonly string[],
): Promise<Due[]> {
  const people = await sql.rows<{ id: string }>(PEOPLE, [workspaceId, now, channels, notices, letterSources, most]);
  if (people.length === 0) return [];
  const ids = people.map(({ id }) => id);
  const [occurrences, told] = await Promise.all([
    sql.rows<RawOccurrence>(OCCURRENCES, [ids, now, channels]),
    notices === 'NONE' ? [] : sql.rows<Notice>(NOTICES, [ids, now, notices, letterSources]),
  ]);
  return [
    ...occurrences.map((row) => ({ ...occurrenceFrom(row), kind: 'OCCURRENCE' as const })),
    ...told.map((row) => ({ ...row, kind: 'NOTICE' as const })),
  ];
}
