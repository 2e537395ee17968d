import type { EnrolmentEvent, VersionId } from '@planwright/schema/engine';
import type { Instant } from '@planwright/schema/time';
import type { Sql } from '../database/sql.js';
import { statement } from '../database/statement.js';

/**
 * Everything recorded of one enrolment, as PostgreSQL writes it down. For thousands of people it is passed on unread to the
 * thread that computes with it: a text costs the thread that answers requests next to nothing.
 */
export interface History {
  enrolmentId: string;
  /** For `eventsOf`. Two enrolments with the same text have the same events. */
  text: string;
  /** The versions that a fold of these events needs. */
  versions: VersionId[];
}

type Written = [seq: number, recordedAt: string, occurredAt: string, actor: string, type: string, data: unknown];

const STATEMENT = statement(
  { text: 'text', versions: 'text', enrolmentId: 'uuid' },
  `
select enrolment_id as "enrolmentId",
  json_agg(json_build_array(seq, recorded_at, occurred_at, actor, type, data) order by seq)::text as text,
  string_agg(concat_ws(' ', data->>'versionId', data->>'fromVersionId', data->>'toVersionId'), ' ')
    filter (where type in ('enrolled', 'migrated')) as versions
from progress_event where enrolment_id = any($1::uuid[])
group by enrolment_id order by enrolment_id`,
);

/** In the order of ids. */
export async function readHistories(sql: Sql, enrolmentIds: readonly string[]): Promise<History[]> {
  const rows = await sql.rows(STATEMENT, [enrolmentIds]);
  return rows.map(({ versions, ...row }) => ({ ...row, versions: [...new Set(versions.split(' '))] }));
}

/** The store accepts only events of the closed set, so what stands in a text is an EnrolmentEvent by construction. */
export function eventsOf(text: string): EnrolmentEvent[] {
  const written: Written[] = JSON.parse(text);
  return written.map(
    ([seq, recordedAt, occurredAt, actor, type, data]) =>
      ({ seq, recordedAt: instant(recordedAt), occurredAt: instant(occurredAt), actor, type, data }) as EnrolmentEvent,
  );
}

/** `2026-01-05T10:00:00.25+00:00`, in whichever zone the connection has, as an Instant. */
function instant(text: string): Instant {
  if (!text.endsWith('+00:00') || text.length > 29) return new Date(text).toISOString();
  const time = text.slice(0, -6);
  return `${time}${time.length === 19 ? '.000' : '000'.slice(time.length - 20)}Z`;
}
