import type { Instant } from '@planwright/schema/time';
import { statement, type WritingTx } from '../../database/index.js';
import { endLinks } from './access-links.js';
import { writeLetters } from './account-letters.js';

const SET = statement(
  { email: 'text?' },
  'update account set password_hash = $2, password_changed_at = $3 where id = $1::uuid returning email',
);

const END_SESSIONS = statement(
  { id: 'uuid' },
  `update session set revoked_at = $2 where account_id = $1::uuid and revoked_at is null and ($3::uuid is null or id <> $3::uuid)
   returning id`,
);

/** Ends the sessions of an account, but perhaps one. Whoever calls rings SESSION_REVOKED for each when it is committed. As worker. */
export async function endSessionsOf(
  tx: WritingTx,
  accountId: string,
  now: Instant,
  but: string | null = null,
): Promise<string[]> {
  return (await tx.rows(END_SESSIONS, [accountId, now, but])).map(({ id }) => id);
}

/**
 * Gives an account another password: everything that the old one opened ends, and the owner is told. As worker.
 * @param but the session in which its owner changes it
 * @returns the sessions that ended
 */
export async function setPassword(
  tx: WritingTx,
  account: { id: string; workspaceId: string; personId: string },
  passwordHash: string,
  now: Instant,
  but: string | null = null,
): Promise<string[]> {
  const { workspaceId, personId } = account;
  const changed = await tx.row(SET, [account.id, passwordHash, now]);
  await endLinks(tx, [personId], now);
  if (changed?.email)
    await writeLetters(tx, workspaceId, [{ kind: 'PASSWORD_CHANGED', personId, address: changed.email }], now);
  return endSessionsOf(tx, account.id, now, but);
}
