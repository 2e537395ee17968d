import type { Language } from '@planwright/schema/text';
import type { Instant } from '@planwright/schema/time';
import type { Sql } from '../../database/index.js';

/** While this long an attempt is not taken for interrupted. Real time, by the database's clock. */
export const LEASE_SECONDS = 30;

/** A delivery of which the bytes may leave now. */
export interface OpenDelivery {
  id: string;
  key: string;
  personId: string;
  title: string;
  markdown: string;
  language: Language;
  link: string | null;
  /** Number of this attempt, from 1. */
  attempt: number;
  startedAt: Instant;
  /** Times the provider was asked about an interrupted attempt. */
  asked: number;
  /** An earlier attempt may have arrived. */
  doubtful: boolean;
}

/** Whoever is sending these is alive: nobody takes them for interrupted yet. */
export async function renewLeases(sql: Sql, list: readonly Pick<OpenDelivery, 'id' | 'attempt'>[]): Promise<void> {
  if (list.length === 0) return;
  await sql.rows(
    `update delivery d set lease_until = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
     from unnest($1::uuid[], $2::int[]) as r(id, attempt)
     where d.id = r.id and d.attempts = r.attempt and d.state = 'SENDING'`,
    [list.map(({ id }) => id), list.map(({ attempt }) => attempt)],
  );
}
