import { createHash } from 'node:crypto';
import type { Instant } from '@planwright/schema';
import { plusMs } from '../clock/clock.js';
import type { Database } from '../database/database.js';

const WINDOW_MS = 15 * 60_000;
/** Failures within the window after which an address for mail, or one on the network, has to wait. */
export const FAILURES_PER_EMAIL = 10;
export const FAILURES_PER_ADDRESS = 50;

/** Stored as hashes: a mistyped address or password in the wrong field must not be readable later. */
const bucket = (kind: 'email' | 'address', value: string) =>
  `${kind}:${createHash('sha256').update(value).digest('base64url')}`;

const RESERVE = `
with old as (delete from sign_in_failure where at < $3),
  counts as (
    select coalesce(sum((bucket = $1)::int), 0) as by_email, coalesce(sum((bucket = $2)::int), 0) as by_address
    from sign_in_failure where bucket in ($1, $2) and at >= $3
  )
insert into sign_in_failure (bucket, at)
select b, $4 from counts, unnest(array[$1, $2]) b where by_email < $5 and by_address < $6
returning id`;

/**
 * Counts a try as failed before it is made, so that parallel tries cannot slip past the limit.
 * Answers how to take it back, or undefined when there were too many.
 */
export async function reserveTry(
  database: Database,
  email: string,
  address: string,
  now: Instant,
): Promise<{ succeeded(): Promise<void> } | undefined> {
  const buckets = [bucket('email', email), bucket('address', address)].sort();
  const ids = await database.work(async (tx) => {
    // One try of a bucket at a time: the count below must see those before it.
    for (const name of buckets) await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
    const rows = await tx.rows<{ id: string }>(RESERVE, [
      bucket('email', email),
      bucket('address', address),
      plusMs(now, -WINDOW_MS),
      now,
      FAILURES_PER_EMAIL,
      FAILURES_PER_ADDRESS,
    ]);
    return rows.map(({ id }) => id);
  });
  if (ids.length === 0) return undefined;
  return {
    succeeded: async () => {
      await database.work((tx) => tx.rows('delete from sign_in_failure where id = any($1::uuid[])', [ids]));
    },
  };
}
