import { columns, statement } from '../../database/index.js';
import { type Keyring, NoKey, seal, sealedTable, unseal } from '../../secrets/index.js';
import { SecondFactorEntity } from '../entities.js';

interface SealedSecret {
  keyId: string;
  sealed: Buffer;
}

/** What the ciphertext is bound to. */
const placeOf = (accountId: string): string => `account/${accountId}/second factor`;

/** undefined = the server has no key. */
export async function sealSecret(
  keyring: Pick<Keyring, 'keys'>,
  accountId: string,
  secret: string,
): Promise<SealedSecret | undefined> {
  const keys = await keyring.keys();
  return keys.length === 0 ? undefined : seal(keys, placeOf(accountId), Buffer.from(secret));
}

/** undefined = its key is not known any more: the owner needs a recovery code, or an administrator. */
export async function openSecret(
  keyring: Pick<Keyring, 'keys'>,
  accountId: string,
  sealed: SealedSecret,
): Promise<string | undefined> {
  try {
    return unseal(await keyring.keys(), placeOf(accountId), sealed).toString();
  } catch (error) {
    if (error instanceof NoKey) return undefined;
    throw error;
  }
}

/** What is sealed of accounts. */
export const accountSecrets = [
  sealedTable({
    old: statement(
      columns(SecondFactorEntity, 'id', 'accountId', 'keyId', 'sealed'),
      `select id, account_id as "accountId", key_id as "keyId", sealed from second_factor where key_id <> $1 order by id for update`,
    ),
    sealAgain: statement({}, 'update second_factor set key_id = $2, sealed = $3 where id = $1::uuid'),
    of: (row) => ({ ...row, place: placeOf(row.accountId), called: `the second factor of account ${row.accountId}` }),
  }),
];
