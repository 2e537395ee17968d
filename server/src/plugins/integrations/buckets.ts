import { type Database, type Sql, statement } from '../../database/index.js';
import type { Admission } from '../host/broker-session.js';
import type { SecretOwner } from '../secrets/secret-store.js';

/** At most `max` in any `perMs` milliseconds. */
export interface Rate {
  max: number;
  perMs: number;
}

/** One place to take from, named within its integration. */
export interface Bucket {
  key: string;
  rate: Rate;
}

/**
 * Short windows run as a leaking bucket: steady, and a tenth of the window at once. `full_until` is when the bucket is
 * empty again; $4 milliseconds for each, $5 milliseconds may lie ahead.
 */
const LEAK = statement(
  { taken: 'int' },
  `
insert into integration_bucket as b (workspace_id, integration_id, key, full_until)
values ($1::uuid, $2::uuid, $3, now() + $4::float8 * interval '1 millisecond')
on conflict (integration_id, key) do update
  set full_until = greatest(b.full_until, now()) + $4::float8 * interval '1 millisecond'
  where b.full_until <= now() + $5::float8 * interval '1 millisecond'
returning 1 as taken`,
);

/**
 * Long windows (five an hour, ten a day) are counted exactly: a bucket that refills would let through nearly twice as many.
 * $4 = most, $5 = milliseconds of the window.
 */
const COUNT = statement(
  { taken: 'int' },
  `
insert into integration_bucket as b (workspace_id, integration_id, key, full_until, taken)
values ($1::uuid, $2::uuid, $3, now(), array[now()])
on conflict (integration_id, key) do update
  set taken = array(select t from unnest(b.taken) t where t > now() - $5::float8 * interval '1 millisecond' order by t) || now()
  where (select count(*) from unnest(b.taken) t where t > now() - $5::float8 * interval '1 millisecond') < $4::int
returning 1 as taken`,
);

const WAIT = statement(
  { ms: 'double' },
  `
select greatest(1, ceil(1000 * extract(epoch from
  case when $3::boolean then full_until - $4::float8 * interval '1 millisecond'
  else coalesce((select min(t) from unnest(taken) t where t > now() - $4::float8 * interval '1 millisecond')
    + $4::float8 * interval '1 millisecond', now()) end - now())))::float8 as ms
from integration_bucket where integration_id = $1::uuid and key = $2`,
);

/** Windows up to this long leak; longer ones are counted. */
const LONGEST_LEAK_MS = 60_000;
const MOST_COUNTED = 1000;
/** What may go at once, as a share of the window. */
const AT_ONCE = 0.1;

/** Limits of providers, shared by all servers: the database's clock is the one that counts. */
export class Buckets {
  constructor(private readonly database: Database) {}

  /** Takes one from each bucket, or nothing at all and says when to come back. */
  async take(owner: SecretOwner, buckets: readonly Bucket[]): Promise<Admission> {
    const ordered = [...buckets].sort((a, b) => (a.key < b.key ? -1 : 1));
    try {
      await this.database.work(async (tx) => {
        for (const bucket of ordered) if (!(await takeOne(tx, owner, bucket))) throw new Full(bucket);
      });
      return { ok: true };
    } catch (error) {
      if (!(error instanceof Full)) throw error;
      return { ok: false, retryAfterMs: await this.database.look((tx) => waitFor(tx, owner, error.bucket)) };
    }
  }
}

class Full extends Error {
  constructor(readonly bucket: Bucket) {
    super('the bucket is full');
  }
}

const leaks = ({ max, perMs }: Rate): boolean => perMs <= LONGEST_LEAK_MS || max > MOST_COUNTED;
const interval = ({ max, perMs }: Rate): number => perMs / Math.max(1, max);
/** One more fits when what is ahead leaves room for it within what may go at once. */
const ahead = (rate: Rate): number => Math.max(0, Math.max(1, Math.floor(rate.max * AT_ONCE)) - 1) * interval(rate);

async function takeOne(sql: Sql, owner: SecretOwner, { key, rate }: Bucket): Promise<boolean> {
  const [taking, numbers] = leaks(rate) ? [LEAK, [interval(rate), ahead(rate)]] : [COUNT, [rate.max, rate.perMs]];
  const row = await sql.row(taking, [owner.workspaceId, owner.integrationId, key, ...numbers]);
  return row !== undefined;
}

async function waitFor(sql: Sql, owner: SecretOwner, { key, rate }: Bucket): Promise<number> {
  const row = await sql.row(WAIT, [owner.integrationId, key, leaks(rate), leaks(rate) ? ahead(rate) : rate.perMs]);
  return row?.ms ?? 1;
}
