import { createHash } from 'node:crypto';
import type { Instant } from '@planwright/schema/time';
import { plusMs } from '../../clock/index.js';
import { columns, type Database, listOf, type RowOf, statement, type Tx } from '../../database/index.js';
import { newSessionToken } from '../session-token.js';
import { type OidcPurpose, OidcTransactionEntity } from './entities.js';

/** A way to the provider and back takes no longer. */
export const TRANSACTION_MS = 10 * 60_000;

const hashed = (secret: string): Buffer => createHash('sha256').update(secret).digest();

const SWEEP = statement({}, 'delete from oidc_transaction where created_at < $1');

const PREPARE = statement(
  {},
  `insert into oidc_transaction (workspace_id, provider_id, purpose, person_id, session_id, link_id, ticket_hash, return_to, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

export interface Prepared {
  workspaceId: string;
  providerId: string;
  purpose: Exclude<OidcPurpose, 'SIGN_IN'>;
  personId: string;
  /** The session that asked for it: no other comes back with it. */
  sessionId: string | null;
  /** The invitation that is accepted by it. */
  linkId: string | null;
  returnTo: string;
}

/**
 * For somebody who is known already: what they are sent for is kept here, and the browser gets a ticket to begin it with. Another page
 * cannot begin it for them, because it is made by a mutation.
 */
export async function prepareTransaction(tx: Tx, prepared: Prepared, now: Instant): Promise<string> {
  const ticket = newSessionToken();
  await tx.rows(SWEEP, [plusMs(now, -TRANSACTION_MS)]);
  await tx.rows(PREPARE, [
    prepared.workspaceId,
    prepared.providerId,
    prepared.purpose,
    prepared.personId,
    prepared.sessionId,
    prepared.linkId,
    hashed(ticket),
    prepared.returnTo,
    now,
  ]);
  return ticket;
}

const TRANSACTION = columns(
  OidcTransactionEntity,
  'workspaceId',
  'providerId',
  'purpose',
  'personId',
  'sessionId',
  'linkId',
  'returnTo',
);

const TAKE_TICKET = statement(
  TRANSACTION,
  `delete from oidc_transaction t where ticket_hash = $1 and provider_id = $2 and created_at > $3 returning ${listOf(TRANSACTION, 't')}`,
);

/** What somebody is on the way for. */
export type Errand = RowOf<typeof TRANSACTION>;

/** What a ticket was for; once. */
export const takeTicket = (
  database: Database,
  ticket: string,
  providerId: string,
  now: Instant,
): Promise<Errand | undefined> =>
  database.work((tx) => tx.row(TAKE_TICKET, [hashed(ticket), providerId, plusMs(now, -TRANSACTION_MS)]));

const BEGIN = statement(
  {},
  `insert into oidc_transaction
     (workspace_id, provider_id, purpose, person_id, session_id, link_id, return_to, state_hash, binding_hash, nonce, verifier, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
);

/** Keeps what must be known when the browser with this binding comes back with this state. */
export async function keepTransaction(
  database: Database,
  about: Errand,
  secrets: { state: string; binding: string; nonce: string; verifier: string },
  now: Instant,
): Promise<void> {
  await database.work(async (tx) => {
    await tx.rows(SWEEP, [plusMs(now, -TRANSACTION_MS)]);
    await tx.rows(BEGIN, [
      about.workspaceId,
      about.providerId,
      about.purpose,
      about.personId,
      about.sessionId,
      about.linkId,
      about.returnTo,
      hashed(secrets.state),
      hashed(secrets.binding),
      secrets.nonce,
      secrets.verifier,
      now,
    ]);
  });
}

const KEPT = { ...TRANSACTION, nonce: 'text!', verifier: 'text!' } as const;

const TAKE = statement(
  KEPT,
  `delete from oidc_transaction t
   where state_hash = $1 and binding_hash = $2 and provider_id = $3 and created_at > $4
   returning ${listOf(TRANSACTION, 't')}, t.nonce, t.verifier`,
);

/**
 * What was kept for this state, once: it must come back at the path of the provider that it was begun with, in the browser that it was
 * begun in. A state that somebody else began, or that was used, is none.
 */
export const takeTransaction = (
  database: Database,
  { state, binding, providerId }: { state: string; binding: string; providerId: string },
  now: Instant,
) => database.work((tx) => tx.row(TAKE, [hashed(state), hashed(binding), providerId, plusMs(now, -TRANSACTION_MS)]));
