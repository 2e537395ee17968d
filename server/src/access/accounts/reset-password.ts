import type { Instant } from '@planwright/schema/time';
import { columns, type Sql, statement } from '../../database/index.js';
import type { AccessPorts } from '../access-ports.js';
import { beginSession, signedInBy } from '../begin-session.js';
import { AccountEntity } from '../entities.js';
import { say } from '../generated/messages.js';
import type { RequestContext } from '../graphql/context.js';
import { userError } from '../graphql/user-error.js';
import { hashPassword } from '../password.js';
import { refuseWeak } from '../passwords/refuse-weak.js';
import { passwordAllowed } from '../providers/password-allowed.js';
import { useCode } from '../second-factor/second-factor.js';
import { SESSION_REVOKED } from '../session.js';
import type { SignInResult } from '../sign-in.js';
import { reserveTry } from '../sign-in-failures.js';
import { holdLink, useLink } from './access-links.js';
import { passwordOwner } from './password-owner.js';
import { setPassword } from './set-password.js';

const ACCOUNT = statement(
  { ...columns(AccountEntity, 'id', 'workspaceId', 'personId'), hasSecondFactor: 'boolean' },
  `select a.id, a.workspace_id as "workspaceId", a.person_id as "personId",
     exists (select 1 from second_factor f where f.account_id = a.id and f.confirmed_at is not null) as "hasSecondFactor"
   from account a where a.person_id = $1::uuid and a.email = $2 and a.password_hash is not null`,
);

/** What a link opens. The account is held to what counts for its password at sign-in, too: a provider may have become the only way in. */
async function opened(sql: Sql, token: string, now: Instant) {
  const link = await holdLink(sql, 'RESET', token, now);
  const account = link && (await sql.row(ACCOUNT, [link.personId, link.email]));
  return account && { link, account, ...(await passwordAllowed(sql, account)) };
}

/** Uses a password link up: a new password, every session ends, and its person is signed in. A second factor is asked for all the same. */
export async function resetPassword(
  context: RequestContext,
  ports: AccessPorts,
  { token, password, code }: { token: string; password: string; code?: string | null | undefined },
): Promise<SignInResult> {
  const { database, clock, language } = context;
  const now = clock.real();
  const refused = (...errors: ReturnType<typeof userError>[]) => ({ ok: false as const, errors });
  const gone = refused(userError('LINK_INVALID', say('resetGone'), language, ['token']));
  const elsewhere = refused(userError('SSO_ONLY', say('ssoOnly'), language));
  const known = await database.work((tx) => opened(tx, token, now));
  if (!known) return gone;
  if (!known.allowed) return elsewhere;
  const { hasSecondFactor } = known.account;
  const weak = await refuseWeak(password, passwordOwner(known.link), { hasSecondFactor, language, path: 'password' });
  if (weak) return refused(weak);
  if (hasSecondFactor && !code) return refused(userError('SECOND_FACTOR', say('codeNeeded'), language, ['code']));
  // Codes are guessed against the limits of signing in: whoever reads the mail has not the device.
  const tried = { email: known.link.email, network: context.transport.address, knownDevice: undefined };
  const attempt = hasSecondFactor ? await reserveTry(database, tried, now) : { succeeded: async () => undefined };
  if (!attempt) return refused(userError('TOO_MANY_TRIES', say('tooManyTries'), language));
  const passwordHash = await hashPassword(password);
  const outcome = await database.work(async (tx) => {
    const held = await opened(tx, token, now);
    if (!held) return 'GONE';
    if (!held.allowed) return 'SSO_ONLY';
    const { link, account } = held;
    // The link stays: a code is easily mistyped.
    if (account.hasSecondFactor && !(await useCode(tx, ports.keyring, account.id, code ?? '', now)))
      return 'WRONG_CODE';
    await useLink(tx, link.id, now);
    const ended = await setPassword(tx, account, passwordHash, now);
    return { ended, begun: await beginSession(tx, context, ports, account, { now, action: 'resetPassword' }) };
  });
  if (outcome === 'GONE') return gone;
  if (outcome === 'SSO_ONLY') return elsewhere;
  if (outcome === 'WRONG_CODE') return refused(userError('WRONG_CREDENTIALS', say('wrongCode'), language, ['code']));
  await attempt.succeeded();
  for (const id of outcome.ended) await database.notify(SESSION_REVOKED, id);
  return { ok: true, ...(await signedInBy(context, outcome.begun, now)) };
}
