import { columns, statement } from '../../database/index.js';
import type { Keyring } from '../../secrets/index.js';
import { writeLetters } from '../accounts/account-letters.js';
import { recordAudit } from '../audit.js';
import { SecondFactorEntity } from '../entities.js';
import { provenJustNow } from '../fresh-proof.js';
import { say } from '../generated/messages.js';
import type { SignedInContext } from '../graphql/context.js';
import { userError } from '../graphql/user-error.js';
import { done, type Outcome, refused } from '../outcome.js';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.js';
import { openSecret, sealSecret } from './sealed-secret.js';
import { holdFactor, newTotpSecret, stepOf, totpOf } from './second-factor.js';

const OWN_ACCOUNT = statement(
  { email: 'text?', hasPassword: 'boolean', company: 'text' },
  `select a.email, a.password_hash is not null as "hasPassword", w.name as company
   from account a join workspace w on w.id = a.workspace_id where a.id = $1::uuid`,
);

const BEGIN = statement(
  columns(SecondFactorEntity, 'id'),
  `insert into second_factor (workspace_id, account_id, key_id, sealed, created_at, recovery_hashes)
   values ($1::uuid, $2::uuid, $3, $4, $5, '{}')
   on conflict (account_id) do update set key_id = excluded.key_id, sealed = excluded.sealed, created_at = excluded.created_at
     where second_factor.confirmed_at is null
   returning id`,
);

/** A secret for an authenticator app. It counts from its first code on; until then it can be asked for again. */
export async function startSecondFactor(
  context: SignedInContext,
  keyring: Pick<Keyring, 'keys'>,
): Promise<Outcome<{ secret: string; uri: string }>> {
  const { viewer, database, language, clock } = context;
  const blocked = (sentence: Parameters<typeof userError>[1]) => refused(userError('NOT_NOW', sentence, language));
  if (viewer.demo) return blocked(say('demoAccount'));
  const unproven = await provenJustNow(context);
  if (unproven) return refused(unproven);
  const secret = newTotpSecret();
  const sealed = await sealSecret(keyring, viewer.accountId, secret);
  if (!sealed) return blocked(say('noKey'));
  return database.work(async (tx) => {
    const account = await tx.row(OWN_ACCOUNT, [viewer.accountId]);
    if (!account?.hasPassword) return blocked(say('noPassword'));
    const { workspaceId } = viewer.home;
    const begun = await tx.row(BEGIN, [workspaceId, viewer.accountId, sealed.keyId, sealed.sealed, clock.real()]);
    if (!begun) return blocked(say('secondFactorThere'));
    const { company, email } = account;
    return done({ secret, uri: totpOf(secret, { company, email: email ?? viewer.name }).toString() });
  });
}

const CONFIRM = statement(
  {},
  `update second_factor set confirmed_at = $2, last_step = $3::bigint, recovery_hashes = $4::text[] where account_id = $1::uuid`,
);

/** The app shows the right code: from now on signing in asks for one. Answers the recovery codes, which nobody can read again. */
export async function confirmSecondFactor(
  context: SignedInContext,
  keyring: Pick<Keyring, 'keys'>,
  code: string,
): Promise<Outcome<string[]>> {
  const { viewer, database, language, clock } = context;
  const now = clock.real();
  return database.work(async (tx) => {
    const factor = await holdFactor(tx, viewer.accountId);
    if (!factor || factor.confirmedAt)
      return refused(userError('NOT_NOW', say(factor ? 'secondFactorThere' : 'secondFactorNotBegun'), language));
    const secret = await openSecret(keyring, viewer.accountId, factor);
    const step = secret === undefined ? undefined : stepOf(secret, code.replace(/\s/g, ''), now);
    if (step === undefined) return refused(userError('INVALID', say('wrongCode'), language, ['code']));
    const codes = newRecoveryCodes();
    await tx.rows(CONFIRM, [viewer.accountId, now, step, codes.map(hashRecoveryCode)]);
    await told(tx, context, viewer.accountId, 'confirmSecondFactor');
    return done(codes);
  });
}

const REMOVE = statement({ id: 'uuid' }, 'delete from second_factor where account_id = $1::uuid returning id');

/** Takes the second factor from an account; the password is asked alone again. In the caller's transaction, as worker. */
export async function removeSecondFactor(
  tx: Parameters<typeof recordAudit>[0],
  context: SignedInContext,
  accountId: string,
): Promise<boolean> {
  if (!(await tx.row(REMOVE, [accountId]))) return false;
  await told(tx, context, accountId, 'removeSecondFactor');
  return true;
}

const OWNER = statement(
  { personId: 'uuid', workspaceId: 'uuid', email: 'text?' },
  'select person_id as "personId", workspace_id as "workspaceId", email from account where id = $1::uuid',
);

async function told(
  tx: Parameters<typeof recordAudit>[0],
  { viewer, clock }: SignedInContext,
  accountId: string,
  action: string,
): Promise<void> {
  const owner = await tx.row(OWNER, [accountId]);
  if (!owner) return;
  const { personId, workspaceId, email } = owner;
  const now = clock.real();
  await recordAudit(tx, {
    workspaceId,
    at: now,
    actorId: viewer.home.personId,
    action,
    subject: `Person:${personId}`,
    aboutId: personId,
    outcome: 'OK',
  });
  if (email !== null)
    await writeLetters(tx, workspaceId, [{ kind: 'SECOND_FACTOR_CHANGED', personId, address: email }], now);
}
