import { createHash } from 'node:crypto';
import type { Instant } from '@planwright/schema/time';
import { plusMs } from '../clock/index.js';
import { type Database, type Sql, statement } from '../database/index.js';

const WINDOW_MS = 15 * 60_000;
/** Longest that any count looks back. */
const LONGEST_WINDOW_MS = 60 * 60_000;
/** Beyond the ceiling of an account, strangers may try once in so long. */
const SLOW_MS = 60_000;

/** Failures within the window after which somebody has to wait. */
export const FAILURES = {
  /** Of one account from one network, or from a device that has been signed in to it before. */
  perAccountAndPlace: 10,
  /** Of whatever accounts from one network. */
  perNetwork: 50,
  /** Of one account from everywhere together: from then on strangers are slowed, known devices never. */
  perAccount: 30,
} as const;

/** Password links that may be asked for within an hour, whether an account has the address or not. */
export const RESETS = { perAccount: 3, perNetwork: 20 } as const;

export interface SignInTry {
  email: string;
  network: string;
  /** The device, where it has been signed in to this account before. */
  knownDevice: string | undefined;
}

interface Limit {
  bucket: string;
  most: number;
  /** Beyond `most` one try a minute is left. */
  slows: boolean;
}

/** Stored as hashes: a mistyped address or password in the wrong field must not be readable later. */
const bucket = (kind: string, ...values: string[]) =>
  `${kind}:${createHash('sha256').update(JSON.stringify(values)).digest('base64url')}`;

function limitsOf({ email, network, knownDevice }: SignInTry): Limit[] {
  const { perAccountAndPlace, perAccount, perNetwork } = FAILURES;
  // Who has the owner's own device has no need to share a limit with anybody else.
  if (knownDevice !== undefined)
    return [{ bucket: bucket('device', email, knownDevice), most: perAccountAndPlace, slows: false }];
  return [
    { bucket: bucket('place', email, network), most: perAccountAndPlace, slows: false },
    { bucket: bucket('network', network), most: perNetwork, slows: false },
    { bucket: bucket('account', email), most: perAccount, slows: true },
  ];
}

const RESERVE = statement(
  { id: 'uuid' },
  `
with old as (delete from sign_in_failure where at < $7),
  limits as (select * from unnest($1::text[], $2::int[], $3::boolean[]) l(bucket, most, slows)),
  counts as (
    select l.bucket, l.most, l.slows, count(f.id) as failures, coalesce(bool_or(f.at > $5), false) as just_now
    from limits l left join sign_in_failure f on f.bucket = l.bucket and f.at >= $4
    group by l.bucket, l.most, l.slows
  )
insert into sign_in_failure (bucket, at)
select l.bucket, $6 from limits l
where not exists (select 1 from counts c where c.failures >= c.most and (not c.slows or c.just_now))
returning id`,
);

const WAIT_FOR_TURN = statement(
  { pg_advisory_xact_lock: 'text' },
  'select pg_advisory_xact_lock(hashtextextended($1, 0))',
);

const DELETE_SIGN_IN_FAILURE = statement({}, 'delete from sign_in_failure where id = any($1::uuid[])');

/** Counts a try against each of these limits unless one of them is reached. Answers the ids of what was counted; empty = too many. */
async function reserve(tx: Sql, limits: readonly Limit[], windowMs: number, now: Instant): Promise<string[]> {
  const names = limits.map((limit) => limit.bucket);
  // One try of a bucket at a time: the count below must see those before it.
  for (const name of [...names].sort()) await tx.rows(WAIT_FOR_TURN, [name]);
  const rows = await tx.rows(RESERVE, [
    names,
    limits.map(({ most }) => most),
    limits.map(({ slows }) => slows),
    plusMs(now, -windowMs),
    plusMs(now, -SLOW_MS),
    now,
    plusMs(now, -LONGEST_WINDOW_MS),
  ]);
  return rows.map(({ id }) => id);
}

/**
 * Counts a try as failed before it is made, so that parallel tries cannot slip past the limit.
 * Answers how to take it back, or undefined when there were too many.
 */
export async function reserveTry(
  database: Database,
  tried: SignInTry,
  now: Instant,
): Promise<{ succeeded(): Promise<void> } | undefined> {
  const ids = await database.work((tx) => reserve(tx, limitsOf(tried), WINDOW_MS, now));
  if (ids.length === 0) return undefined;
  return {
    succeeded: async () => {
      await database.work((tx) => tx.rows(DELETE_SIGN_IN_FAILURE, [ids]));
    },
  };
}

/** Whether somebody in this network may ask for a password link for this address, within the transaction that makes it. */
export async function reserveReset(
  tx: Sql,
  { email, network }: Pick<SignInTry, 'email' | 'network'>,
  now: Instant,
): Promise<'GRANTED' | 'TOO_MANY_HERE' | 'TOO_MANY_FOR_ACCOUNT'> {
  const { perAccount, perNetwork } = RESETS;
  const one = (name: string, value: string, most: number) =>
    reserve(tx, [{ bucket: bucket(name, value), most, slows: false }], LONGEST_WINDOW_MS, now);
  if ((await one('reset network', network, perNetwork)).length === 0) return 'TOO_MANY_HERE';
  return (await one('reset account', email, perAccount)).length > 0 ? 'GRANTED' : 'TOO_MANY_FOR_ACCOUNT';
}
