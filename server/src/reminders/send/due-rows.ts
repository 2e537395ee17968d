import type { Instant } from '@planwright/schema/time';
import type { Sql } from '../../database/index.js';
import type { Reason } from '../engine/occurrence.js';
import { endOccurrences } from '../plan/occurrence-rows.js';
import type { Due } from './due.js';

type Named = Pick<Due, 'kind' | 'id'>;

const TABLES = { OCCURRENCE: 'reminder_occurrence', NOTICE: 'notice' } as const satisfies Record<Due['kind'], string>;

async function inTables<T extends Named>(
  list: readonly T[],
  act: (table: string, own: readonly T[]) => Promise<unknown>,
): Promise<void> {
  await Promise.all([...Map.groupBy(list, ({ kind }) => kind)].map(([kind, own]) => act(TABLES[kind], own)));
}

/** Gives back what was claimed; with a wait, nobody takes it for this many milliseconds of real time. */
export const releaseDue = (sql: Sql, list: readonly Named[], waitMs = 0): Promise<void> =>
  inTables(list, (table, own) =>
    sql.rows(
      `update ${table} set claimed_until = case when $2::float8 > 0
         then clock_timestamp() + $2::float8 * interval '1 millisecond' end
       where id = any($1::uuid[])`,
      [own.map(({ id }) => id), waitMs],
    ),
  );

/** Puts off what waits, in the workspace's time. */
export const deferDue = (sql: Sql, list: readonly (Named & { deliverAt: Instant })[]): Promise<void> =>
  inTables(list, (table, own) =>
    sql.rows(
      `update ${table} d set deliver_at = r."deliverAt", claimed_until = null
       from jsonb_to_recordset($1::jsonb) as r(id uuid, "deliverAt" timestamptz)
       where d.id = r.id and d.state = 'PLANNED'`,
      [JSON.stringify(own.map(({ id, deliverAt }) => ({ id, deliverAt })))],
    ),
  );

/** Ends what waits without a message; of an occurrence HR can read why. */
export async function endDue(
  sql: Sql,
  list: readonly { due: Named; state: 'SUPPRESSED' | 'EXPIRED'; reason: Reason }[],
): Promise<void> {
  const of = (wanted: Due['kind']) => list.filter(({ due }) => due.kind === wanted);
  await endOccurrences(
    sql,
    of('OCCURRENCE').map(({ due: { id }, state, reason: { code, text } }) => ({ id, state, code, text })),
  );
  const notices = of('NOTICE').map(({ due: { id }, state }) => ({ id, state }));
  if (notices.length > 0)
    await sql.rows(
      `update notice n set state = r.state, claimed_until = null from jsonb_to_recordset($1::jsonb) as r(id uuid, state text)
       where n.id = r.id and n.state = 'PLANNED'`,
      [JSON.stringify(notices)],
    );
}
