import type { Instant } from '@planwright/schema/time';
import { plusMs } from '../clock/index.js';
import { columns, statement } from '../database/index.js';
import type { AccessPorts } from './access-ports.js';
import { recordAudit } from './audit.js';
import { beginSession, type SignedIn, signedInBy } from './begin-session.js';
import { AccountEntity } from './entities.js';
import { say } from './generated/messages.js';
import type { RequestContext } from './graphql/context.js';
import { type UserErrorData, userError } from './graphql/user-error.js';
import { checkPassword } from './password.js';
import { passwordAllowed } from './providers/password-allowed.js';
import { useCode } from './second-factor/second-factor.js';
import { hashSessionToken } from './session-token.js';
import { reserveTry } from './sign-in-failures.js';

const ACCOUNT = statement(
  {
    ...columns(AccountEntity, 'id', 'workspaceId', 'personId', 'passwordHash', 'demo'),
    active: 'boolean',
    hasSecondFactor: 'boolean',
  },
  `
select a.id, a.workspace_id as "workspaceId", a.person_id as "personId", a.password_hash as "passwordHash", a.demo, p.active,
  exists (select 1 from second_factor f where f.account_id = a.id and f.confirmed_at is not null) as "hasSecondFactor"
from account a join person p on p.id = a.person_id where a.email = $1`,
);

export type SignInResult = ({ ok: true } & SignedIn) | { ok: false; errors: UserErrorData[] };

/**
 * Opens a session for an e-mail address and password, and for a code where the account has a second factor. Unknown, wrong, inactive, without
 * a password and "demo from afar" are one answer.
 */
export async function signIn(
  context: RequestContext,
  ports: Pick<AccessPorts, 'keyring' | 'signedInFirst'>,
  input: { email: string; password: string; code?: string | null | undefined },
): Promise<SignInResult> {
  const { database, clock, transport, language } = context;
  const email = input.email.trim().toLowerCase().slice(0, 320);
  const now = clock.real();
  const tried = { email, network: transport.address, knownDevice: await knownDevice(context, email, now) };
  const attempt = await reserveTry(database, tried, now);
  if (!attempt) {
    context.log.warn({ action: 'signIn' }, 'too many failed tries');
    return { ok: false, errors: [userError('TOO_MANY_TRIES', say('tooManyTries'), language)] };
  }

  const account = await database.work((tx) => tx.row(ACCOUNT, [email]));
  const usable = account?.active && (!account.demo || transport.loopback) ? account : undefined;
  const matches = await checkPassword(usable?.passwordHash, input.password.slice(0, 1000));
  if (!usable || !matches) {
    if (account) await refusedTry(context, account, now);
    return {
      ok: false,
      errors: [userError('WRONG_CREDENTIALS', say('wrongCredentials'), language, ['email'])],
    };
  }
  if (usable.hasSecondFactor && !input.code) {
    // The password was right: nobody has failed yet.
    await attempt.succeeded();
    return { ok: false, errors: [userError('SECOND_FACTOR', say('codeNeeded'), language, ['code'])] };
  }
  if (usable.hasSecondFactor) {
    const proven = await database.work((tx) => useCode(tx, ports.keyring, usable.id, input.code ?? '', now));
    if (!proven) {
      await refusedTry(context, usable, now);
      return { ok: false, errors: [userError('WRONG_CREDENTIALS', say('wrongCode'), language, ['code'])] };
    }
  }

  const password = await database.work((tx) => passwordAllowed(tx, usable));
  if (!password.allowed) {
    // The password was right: nobody has failed.
    await attempt.succeeded();
    return { ok: false, errors: [userError('SSO_ONLY', say('ssoOnly'), language)] };
  }

  await attempt.succeeded();
  const begun = await database.work((tx) => beginSession(tx, context, ports, usable, { now, action: 'signIn' }));
  return { ok: true, ...(await signedInBy(context, begun, now)) };
}

/** Leaves in the audit trail that somebody could not sign in to an account that there is. */
const refusedTry = (
  { database }: RequestContext,
  { workspaceId, personId }: { workspaceId: string; personId: string },
  now: Instant,
): Promise<void> =>
  database.work((tx) =>
    recordAudit(tx, { workspaceId, at: now, action: 'signIn', subject: personId, outcome: 'REFUSED' }),
  );

/** A device is known for so long after it was last signed in from. */
const KNOWN_MS = 180 * 86_400_000;

const KNOWN = statement(
  { known: 'int' },
  `
select 1 as known from session s join account a on a.id = s.account_id
where a.email = $1 and s.device_hash = $2 and s.created_at > $3 limit 1`,
);

/** The browser's mark, where somebody has signed in to this account from it. */
async function knownDevice(
  { database, transport: { device } }: RequestContext,
  email: string,
  now: Instant,
): Promise<string | undefined> {
  if (device === undefined) return undefined;
  const rows = await database.lookUp(KNOWN, [email, hashSessionToken(device), plusMs(now, -KNOWN_MS)]);
  return rows.length > 0 ? device : undefined;
}
