import type { Instant } from '@planwright/schema/time';
import { statement, type WritingTx } from '../database/index.js';
import type { Viewer } from '../people/index.js';
import type { AccessPorts } from './access-ports.js';
import { recordAudit } from './audit.js';
import type { RequestContext } from './graphql/context.js';
import { loadViewer, openSession } from './session.js';
import { newSessionToken } from './session-token.js';

export interface OwnAccount {
  id: string;
  workspaceId: string;
  personId: string;
}

/** A session that was opened within a transaction; whoever opened it is signed in when that has been committed. */
export interface BegunSession {
  token: string;
  expiresAt: Instant;
  /** The mark of the browser, from which it is known again. */
  device: string;
}

export type SignedIn = BegunSession & { viewer: Viewer };

/** `first`: nobody has signed in to it before. */
const SIGNED_IN = statement(
  { first: 'boolean' },
  `with before as (select id, last_sign_in_at from account where id = $1::uuid for update)
   update account a set last_sign_in_at = $2 from before b where a.id = b.id returning b.last_sign_in_at is null as first`,
);

/**
 * Opens a session for whoever has proved that the account is theirs, whichever way that was: by password, by a link or at a provider.
 * As worker; `action` is what the audit trail calls it.
 */
export async function beginSession(
  tx: WritingTx,
  { transport }: Pick<RequestContext, 'transport'>,
  { signedInFirst }: Pick<AccessPorts, 'signedInFirst'>,
  account: OwnAccount,
  { now, action }: { now: Instant; action: string },
): Promise<BegunSession> {
  const { workspaceId, personId } = account;
  await recordAudit(tx, { workspaceId, at: now, actorId: personId, action, outcome: 'OK', aboutId: personId });
  const device = transport.device ?? newSessionToken();
  const { token, expiresAt } = await openSession(tx, account, now, { userAgent: transport.userAgent, device });
  const signed = await tx.row(SIGNED_IN, [account.id, now]);
  if (signed?.first) await signedInFirst(tx, { workspaceId, personId }, now);
  return { token, expiresAt, device };
}

/** Who works in a session that was begun just now. */
export async function signedInBy(
  { database }: Pick<RequestContext, 'database'>,
  begun: BegunSession,
  now: Instant,
): Promise<SignedIn> {
  const viewer = await loadViewer(database, begun.token, now);
  if (!viewer) throw new Error('a session that was just opened has no viewer');
  return { ...begun, viewer };
}
