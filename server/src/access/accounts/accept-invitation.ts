import type { Instant } from '@planwright/schema/time';
import { type Sql, statement, type WritingTx } from '../../database/index.js';
import type { AccessPorts } from '../access-ports.js';
import { type BegunSession, beginSession, signedInBy } from '../begin-session.js';
import { say } from '../generated/messages.js';
import type { RequestContext } from '../graphql/context.js';
import { userError } from '../graphql/user-error.js';
import { hashPassword } from '../password.js';
import { refuseWeak } from '../passwords/refuse-weak.js';
import { passwordAllowed } from '../providers/password-allowed.js';
import type { SignInResult } from '../sign-in.js';
import { type HeldLink, holdLink, useLink } from './access-links.js';
import { passwordOwner } from './password-owner.js';

/** The address of somebody who has left goes to whoever has it now. */
const PASS_ON_ADDRESS = statement(
  {},
  `update account a set email = null from person p
   where p.id = a.person_id and not p.active and a.email = $1 and a.person_id <> $2::uuid`,
);

const ADDRESS_TAKEN = statement({ id: 'uuid' }, 'select id from account where email = $1 and person_id <> $2::uuid');

/** Nothing for somebody who has an account: an invitation creates the first password and never another one. */
const CREATE_ACCOUNT = statement(
  { id: 'uuid' },
  `insert into account (workspace_id, person_id, email, password_hash, password_changed_at)
   values ($1::uuid, $2::uuid, $3, $4, $5)
   on conflict (workspace_id, person_id) do update
     set email = excluded.email, password_hash = excluded.password_hash, password_changed_at = excluded.password_changed_at
     where account.email is null and account.password_hash is null
   returning id`,
);

/** Uses an invitation up: its person has an account with this password and is signed in. */
export async function acceptInvitation(
  context: RequestContext,
  ports: AccessPorts,
  { token, password }: { token: string; password: string },
): Promise<SignInResult> {
  const { database, clock, language } = context;
  const now = clock.real();
  const gone = { ok: false as const, errors: [userError('LINK_INVALID', say('invitationGone'), language, ['token'])] };
  const known = await database.work((tx) => opened(tx, token, now));
  // Whoever holds no link costs no hash.
  if (!known) return gone;
  const elsewhere = { ok: false as const, errors: [userError('SSO_ONLY', say('ssoOnly'), language)] };
  if (!known.allowed) return elsewhere;
  const { link } = known;
  const weak = await refuseWeak(password, passwordOwner(link), { hasSecondFactor: false, language, path: 'password' });
  if (weak) return { ok: false, errors: [weak] };
  const passwordHash = await hashPassword(password);
  const begun = await database.work(async (tx): Promise<BegunSession | 'SSO_ONLY' | undefined> => {
    // Whoever used it meanwhile was faster.
    const { link: held, allowed } = (await opened(tx, token, now)) ?? {};
    if (allowed === false) return 'SSO_ONLY';
    const accountId = held && (await createAccount(tx, held, passwordHash, now));
    if (!held || accountId === undefined) return undefined;
    await useLink(tx, held.id, now);
    const { workspaceId, personId } = held;
    const account = { id: accountId, workspaceId, personId };
    return beginSession(tx, context, ports, account, { now, action: 'acceptInvitation' });
  });
  if (begun === 'SSO_ONLY') return elsewhere;
  return begun ? { ok: true, ...(await signedInBy(context, begun, now)) } : gone;
}

/** The link, and whether its person may have a password at all: not while a provider is the only way in. */
async function opened(sql: Sql, token: string, now: Instant) {
  const link = await holdLink(sql, 'INVITATION', token, now);
  return link && { link, ...(await passwordAllowed(sql, link)) };
}

async function createAccount(
  tx: WritingTx,
  { workspaceId, personId, email }: HeldLink,
  passwordHash: string,
  now: string,
): Promise<string | undefined> {
  await tx.rows(PASS_ON_ADDRESS, [email, personId]);
  if (await tx.row(ADDRESS_TAKEN, [email, personId])) return undefined;
  return (await tx.row(CREATE_ACCOUNT, [workspaceId, personId, email, passwordHash, now]))?.id;
}
