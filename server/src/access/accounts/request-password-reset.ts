import { columns, present, statement } from '../../database/index.js';
import { recordAudit } from '../audit.js';
import { AccountEntity } from '../entities.js';
import { say } from '../generated/messages.js';
import type { RequestContext } from '../graphql/context.js';
import { type UserErrorData, userError } from '../graphql/user-error.js';
import { passwordAllowed } from '../providers/password-allowed.js';
import { reserveReset } from '../sign-in-failures.js';
import { addressOf, expiryOf, openLinks } from './access-links.js';
import { sendsMailFrom, writeLetters } from './account-letters.js';

/** Where no mail can leave nobody asks in vain, and a link that HR has handed over stays. */
const ACCOUNT = statement(
  { ...columns(AccountEntity, 'workspaceId', 'personId'), email: present(columns(AccountEntity, 'email').email) },
  `select a.workspace_id as "workspaceId", a.person_id as "personId", a.email from account a join person p on p.id = a.person_id and p.active
   where a.email = $1 and a.password_hash is not null and not a.demo and ${sendsMailFrom('a.workspace_id')}`,
);

/**
 * Sends the owner of an account a link to a new password. Whoever asks gets the same answer after the same statements, whether there is such an
 * account or not, and whether its password may be used or a provider is the only way in.
 */
export async function requestPasswordReset(context: RequestContext, given: string): Promise<UserErrorData[]> {
  const { database, clock, transport, language } = context;
  const email = addressOf(given).slice(0, 320);
  const now = clock.real();
  const granted = await database.work(async (tx) => {
    const reserved = await reserveReset(tx, { email, network: transport.address }, now);
    if (reserved === 'TOO_MANY_HERE') return false;
    const found = reserved === 'GRANTED' ? await tx.row(ACCOUNT, [email]) : undefined;
    const { allowed } = await passwordAllowed(tx, found ?? { workspaceId: NOWHERE, personId: NOWHERE });
    const account = allowed ? found : undefined;
    const workspaceId = account?.workspaceId ?? NOWHERE;
    const made = await openLinks(tx, 'RESET', account ? [account] : [], { workspaceId, now, by: null });
    const letters = made.map(({ id, personId }) => ({
      kind: 'RESET' as const,
      personId,
      address: email,
      linkId: id,
      expiresAt: expiryOf('RESET', now),
    }));
    await writeLetters(tx, workspaceId, letters, now);
    if (account)
      await recordAudit(tx, {
        workspaceId,
        at: now,
        action: 'requestPasswordReset',
        subject: `Person:${account.personId}`,
        aboutId: account.personId,
        outcome: 'OK',
      });
    return true;
  });
  if (granted) return [];
  context.log.warn({ action: 'requestPasswordReset' }, 'too many password links asked for');
  return [userError('TOO_MANY_TRIES', say('tooManyResets'), language)];
}

const NOWHERE = '00000000-0000-0000-0000-000000000000';
