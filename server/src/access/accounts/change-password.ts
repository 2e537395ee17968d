import { columns, statement } from '../../database/index.js';
import type { Keyring } from '../../secrets/index.js';
import { recordAudit } from '../audit.js';
import { AccountEntity } from '../entities.js';
import { noteProof } from '../fresh-proof.js';
import { say } from '../generated/messages.js';
import type { SignedInContext } from '../graphql/context.js';
import { type UserErrorData, userError } from '../graphql/user-error.js';
import { checkPassword, hashPassword } from '../password.js';
import { refuseWeak } from '../passwords/refuse-weak.js';
import { useCode } from '../second-factor/second-factor.js';
import { SESSION_REVOKED } from '../session.js';
import { reserveTry } from '../sign-in-failures.js';
import { passwordOwner } from './password-owner.js';
import { setPassword } from './set-password.js';

const OWN = statement(
  {
    ...columns(AccountEntity, 'id', 'workspaceId', 'personId', 'email', 'passwordHash'),
    name: 'text',
    company: 'text',
    hasSecondFactor: 'boolean',
  },
  `select a.id, a.workspace_id as "workspaceId", a.person_id as "personId", a.email, a.password_hash as "passwordHash", p.name,
     w.name as company, exists (select 1 from second_factor f where f.account_id = a.id and f.confirmed_at is not null) as "hasSecondFactor"
   from account a join person p on p.id = a.person_id join workspace w on w.id = a.workspace_id where a.id = $1::uuid`,
);

const ownAccount = ({ database, viewer }: SignedInContext) => database.work((tx) => tx.row(OWN, [viewer.accountId]));
type Own = NonNullable<Awaited<ReturnType<typeof ownAccount>>>;

/** The viewer's own account, if this is its password. Tries count as they do at the sign-in. */
async function withPassword(
  context: SignedInContext,
  password: string,
  path: string,
): Promise<{ ok: true; account: Own } | { ok: false; error: UserErrorData }> {
  const { database, viewer, language, clock, transport } = context;
  const account = await ownAccount(context);
  const no = (error: UserErrorData) => ({ ok: false as const, error });
  if (!account?.passwordHash) return no(userError('NOT_NOW', say('noPassword'), language));
  const tried = { email: account.email ?? account.id, network: transport.address, knownDevice: viewer.sessionId };
  const attempt = await reserveTry(database, tried, clock.real());
  if (!attempt) return no(userError('TOO_MANY_TRIES', say('tooManyTries'), language));
  if (!(await checkPassword(account.passwordHash, password.slice(0, 1000))))
    return no(userError('WRONG_CREDENTIALS', say('wrongPassword'), language, [path]));
  await attempt.succeeded();
  return { ok: true, account };
}

/** A new password for one's own account, for whoever knows the present one. One's other sessions end. */
export async function changePassword(
  context: SignedInContext,
  given: { current: string; new: string },
): Promise<UserErrorData[]> {
  const { database, viewer, language, clock } = context;
  if (viewer.demo) return [userError('NOT_NOW', say('demoAccount'), language)];
  const known = await withPassword(context, given.current, 'current');
  if (!known.ok) return [known.error];
  const { account } = known;
  const { hasSecondFactor } = account;
  const weak = await refuseWeak(given.new, passwordOwner(account), { hasSecondFactor, language, path: 'new' });
  if (weak) return [weak];
  const now = clock.real();
  const passwordHash = await hashPassword(given.new);
  const ended = await database.work(async (tx) => {
    const { workspaceId, personId } = account;
    const subject = `Person:${personId}`;
    await recordAudit(tx, {
      workspaceId,
      at: now,
      actorId: personId,
      action: 'changePassword',
      subject,
      outcome: 'OK',
      aboutId: personId,
    });
    return setPassword(tx, account, passwordHash, now, viewer.sessionId);
  });
  await noteProof(context, now);
  for (const id of ended) await database.notify(SESSION_REVOKED, id);
  return [];
}

/** Says once more who one is, for what asks for it: password, and a code where there is a second factor. */
export async function proveIdentity(
  context: SignedInContext,
  keyring: Pick<Keyring, 'keys'>,
  { password, code }: { password: string; code?: string | null | undefined },
): Promise<UserErrorData[]> {
  const { database, language, clock } = context;
  const known = await withPassword(context, password, 'password');
  if (!known.ok) return [known.error];
  const now = clock.real();
  if (known.account.hasSecondFactor) {
    if (!code) return [userError('SECOND_FACTOR', say('codeNeeded'), language, ['code'])];
    const proven = await database.work((tx) => useCode(tx, keyring, known.account.id, code, now));
    if (!proven) return [userError('WRONG_CREDENTIALS', say('wrongCode'), language, ['code'])];
  }
  await noteProof(context, now);
  return [];
}
