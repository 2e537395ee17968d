import { addMs, type Instant, plainDateIn } from '@planwright/schema/time';
import type { Sql } from '../../database/index.js';
import type { Route } from '../deliver/routes.js';
import type { Recipient } from '../plan/subjects.js';

interface Row {
  personId: string;
  integrationId: string | null;
  contribution: string | null;
  hash: string;
  dueAt: Instant;
}

export interface SentToday {
  /** Messages that disturb: all but those in the inbox. */
  count: number;
  /** Hashes of what went on the asked route. */
  hashes: Set<string>;
}

const TWO_DAYS_MS = 48 * 3_600_000;

/** What each of these people got since their own midnight, or may have got; without the delivery `besides`. */
export async function readSentToday(
  sql: Sql,
  people: ReadonlyMap<string, Recipient>,
  route: Route,
  now: Instant,
  besides?: string,
): Promise<Map<string, SentToday>> {
  const rows = await sql.rows<Row>(
    `select person_id as "personId", integration_id as "integrationId", contribution, content_hash as hash, due_at as "dueAt"
     from delivery where person_id = any($1::uuid[]) and due_at >= $2::timestamptz
       and state not in ('SUPPRESSED', 'EXPIRED', 'FAILED') and ($3::uuid is null or id <> $3::uuid)`,
    [[...people.keys()], addMs(now, -TWO_DAYS_MS), besides ?? null],
  );
  const sent = new Map<string, SentToday>();
  for (const id of people.keys()) sent.set(id, { count: 0, hashes: new Set() });
  for (const { personId, integrationId, contribution, hash, dueAt } of rows) {
    const person = people.get(personId);
    const entry = sent.get(personId);
    if (!person || !entry || plainDateIn(dueAt, person.zone) !== plainDateIn(now, person.zone)) continue;
    if (integrationId !== null || contribution !== null) entry.count += 1;
    if (integrationId === route.integrationId && contribution === route.contribution) entry.hashes.add(hash);
  }
  return sent;
}
