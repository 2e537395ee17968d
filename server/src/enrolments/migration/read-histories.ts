import type { VersionId } from '@planwright/schema/engine';
import { type Sql, statement } from '../../database/index.js';

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
