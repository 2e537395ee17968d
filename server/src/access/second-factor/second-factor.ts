import type { Instant } from '@planwright/schema/time';
import { Secret, TOTP } from 'otpauth';
import { columns, type Sql, statement } from '../../database/index.js';
import type { Keyring } from '../../secrets/index.js';
import { SecondFactorEntity } from '../entities.js';
import { hashRecoveryCode } from './recovery-codes.js';
import { openSecret } from './sealed-secret.js';

const PERIOD_SECONDS = 30;

/** The clock of a phone may be this many steps away from ours. */
const STEPS_AWAY = 1;

export const totpOf = (secret: string, label?: { company: string; email: string }): TOTP =>
  new TOTP({
    ...(label ? { issuer: label.company, label: label.email } : {}),
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
  });

/** 160 bits, as authenticator apps take them. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The step of time that a code belongs to; undefined = it is not the secret's code now. */
export function stepOf(secret: string, code: string, now: Instant): number | undefined {
  const at = Date.parse(now);
  const away = totpOf(secret).validate({ token: code, timestamp: at, window: STEPS_AWAY });
  return away === null ? undefined : Math.floor(at / 1000 / PERIOD_SECONDS) + away;
}

const HOLD_FACTOR = statement(
  columns(SecondFactorEntity, 'id', 'accountId', 'keyId', 'sealed', 'confirmedAt', 'recoveryHashes'),
  `select id, account_id as "accountId", key_id as "keyId", sealed, confirmed_at as "confirmedAt", recovery_hashes as "recoveryHashes"
   from second_factor where account_id = $1::uuid for update`,
);

export const holdFactor = (sql: Sql, accountId: string) => sql.row(HOLD_FACTOR, [accountId]);

const USE_STEP = statement(
  { id: 'uuid' },
  `update second_factor set last_step = $2::bigint where account_id = $1::uuid and (last_step is null or last_step < $2::bigint)
   returning id`,
);
const USE_RECOVERY_CODE = statement(
  { id: 'uuid' },
  `update second_factor set recovery_hashes = array_remove(recovery_hashes, $2) where account_id = $1::uuid
   and $2 = any(recovery_hashes) returning id`,
);

/** Whether a code proves that its owner has the second factor of the account now. Each code counts once. As worker. */
export async function useCode(
  sql: Sql,
  keyring: Pick<Keyring, 'keys'>,
  accountId: string,
  given: string,
  now: Instant,
): Promise<boolean> {
  const factor = await holdFactor(sql, accountId);
  if (!factor?.confirmedAt) return false;
  const code = given.replace(/\s/g, '');
  if (!/^\d{6}$/.test(code))
    return (await sql.row(USE_RECOVERY_CODE, [accountId, hashRecoveryCode(code)])) !== undefined;
  const secret = await openSecret(keyring, accountId, factor);
  const step = secret === undefined ? undefined : stepOf(secret, code, now);
  return step !== undefined && (await sql.row(USE_STEP, [accountId, step])) !== undefined;
}
