import type { Instant } from '@planwright/schema/time';
import { statement, type WritingTx } from '../../database/index.js';
import { seal } from '../../secrets/index.js';
import { recordAudit } from '../audit.js';
import { openSession, SESSION_REVOKED } from '../session.js';
import { newSessionToken } from '../session-token.js';
import type { Visit } from '../visit.js';
import { accountOf } from './account-of.js';
import { applyRoles } from './apply-roles.js';
import { findPerson } from './find-person.js';
import { linkIdentity } from './link-identity.js';
import { bringNewcomer } from './newcomer.js';
import type { ProvenIdentity } from './prove-identity.js';
import type { ProviderRecord } from './provider-records.js';
import { ProviderRefusal } from './provider-refusal.js';
import { noteProof, placeOfIdToken } from './provider-session.js';
import type { ProviderSignInDeps } from './serve-sign-in.js';
import type { Errand } from './transactions.js';

interface Arrival {
  provider: ProviderRecord;
  identity: ProvenIdentity;
  errand: Errand;
  now: Instant;
}

/** What is left to do after the commit. */
interface Entered {
  opened: { token: string; expiresAt: Instant; device: string } | undefined;
  ended: readonly string[];
}

/** Does what somebody was sent for, now that it is proven who they are: all of it in one transaction, or none. */
export async function enter(deps: ProviderSignInDeps, visit: Visit, arrival: Arrival): Promise<void> {
  const { database } = deps;
  const entered = await database
    .work((tx) => admit(tx, deps, visit, arrival))
    .catch(async (error: unknown) => {
      if (error instanceof ProviderRefusal) await noteRefusal(deps, arrival, error);
      throw error;
    });
  for (const sessionId of entered.ended) await database.notify(SESSION_REVOKED, sessionId);
  if (!entered.opened) return;
  visit.transport.setSessionToken(entered.opened.token, entered.opened.expiresAt);
  visit.transport.setDevice(entered.opened.device);
}

const noteRefusal = (
  { database }: ProviderSignInDeps,
  { provider, errand, now }: Arrival,
  { code }: ProviderRefusal,
): Promise<void> =>
  database.work((tx) =>
    recordAudit(tx, {
      workspaceId: provider.workspaceId,
      at: now,
      ...(errand.personId === null ? {} : { actorId: errand.personId }),
      action: 'signInByProvider',
      subject: `IdentityProvider:${provider.id}`,
      outcome: 'REFUSED',
      detail: { code, purpose: errand.purpose },
    }),
  );

async function admit(
  tx: WritingTx,
  deps: ProviderSignInDeps,
  visit: Visit,
  { provider, identity, errand, now }: Arrival,
): Promise<Entered> {
  const { workspaceId } = provider;
  const found = await findPerson(tx, provider, identity, errand);
  const personId = found?.personId ?? (await bringNewcomer(tx, deps, { provider, identity, visit, now }));
  if (personId === undefined) throw new ProviderRefusal('NOT_LINKED');
  const ended = await linkIdentity(tx, { provider, identity, errand, personId, by: found?.by ?? 'NEWCOMER' }, now);
  if (errand.purpose === 'LINK' || errand.purpose === 'PROOF') {
    if (errand.purpose === 'PROOF') await noteProof(tx, { errand, personId, provider }, now);
    return { opened: undefined, ended };
  }
  const account = await accountOf(tx, { workspaceId, personId }, now);
  // Everybody knows how to get into the demo: its accounts are for this machine alone.
  if (account.demo && !visit.transport.loopback) throw new ProviderRefusal('NOT_LINKED');
  const roles = await applyRoles(tx, provider, personId, identity.claims, now);
  if (roles?.led !== undefined) await deps.directory.ledChanged(tx, { workspaceId, personId, leads: roles.led }, now);
  if (account.isFirst) await deps.directory.signedInFirst(tx, { workspaceId, personId }, now);
  const device = visit.transport.device ?? newSessionToken();
  const { userAgent } = visit.transport;
  const session = await openSession(tx, { id: account.id, workspaceId, personId }, now, { userAgent, device });
  await keepForSignOut(tx, deps, { provider, identity, sessionId: session.id, now });
  await recordAudit(tx, {
    workspaceId,
    at: now,
    actorId: personId,
    action: 'signInByProvider',
    subject: `IdentityProvider:${provider.id}`,
    outcome: 'OK',
    detail: {
      by: found?.by ?? 'NEWCOMER',
      ...(roles ? { given: roles.given, taken: roles.taken, kept: roles.kept } : {}),
    },
  });
  return {
    opened: { token: session.token, expiresAt: session.expiresAt, device },
    ended: [...ended, ...(await endPresented(tx, visit, now))],
  };
}

const END_SESSION = statement(
  { id: 'uuid' },
  'update session set revoked_at = $2 where id = $1::uuid and revoked_at is null returning id',
);

/** The session that the browser came with ends: nobody can have put one there beforehand and keep it. */
async function endPresented(tx: WritingTx, { viewer }: Visit, now: Instant): Promise<string[]> {
  if (!viewer) return [];
  return (await tx.rows(END_SESSION, [viewer.sessionId, now])).map(({ id }) => id);
}

const KEEP = statement(
  {},
  `insert into provider_session (workspace_id, session_id, provider_id, proven_at, key_id, sealed) values ($1, $2, $3, $4, $5, $6)`,
);

/** Of all tokens only the one that ends the session at the provider is kept, sealed. */
async function keepForSignOut(
  tx: WritingTx,
  { keyring }: ProviderSignInDeps,
  { provider, identity, sessionId, now }: Omit<Arrival, 'errand'> & { sessionId: string },
): Promise<void> {
  const place = placeOfIdToken({ workspaceId: provider.workspaceId, sessionId });
  const { keyId, sealed } = seal(await keyring.keys(), place, Buffer.from(identity.idToken));
  await tx.rows(KEEP, [provider.workspaceId, sessionId, provider.id, now, keyId, sealed]);
}
