import type { Instant } from '@planwright/schema/time';
import { plusMs } from '../../clock/index.js';
import { statement, type Tx } from '../../database/index.js';
import { recordAudit } from '../audit.js';
import { type FoundBy, sourceOf } from './find-person.js';
import type { ProvenIdentity } from './prove-identity.js';
import type { ProviderRecord } from './provider-records.js';
import { ProviderRefusal } from './provider-refusal.js';
import type { Errand } from './transactions.js';

export interface Link {
  provider: ProviderRecord;
  identity: ProvenIdentity;
  errand: Errand;
  personId: string;
  by: FoundBy | 'NEWCOMER';
}

const ADD = statement(
  { id: 'uuid' },
  `insert into person_identity (workspace_id, person_id, source, external_id, linked_at) values ($1, $2, $3, $4, $5)
   on conflict (workspace_id, source, external_id) do nothing returning id`,
);

/** Links what is new, and tells its owner. Answers the sessions that end by it. */
export async function linkIdentity(tx: Tx, link: Link, now: Instant): Promise<string[]> {
  const { provider, identity, personId, by, errand } = link;
  if (errand.purpose === 'INVITATION') await useInvitation(tx, link, now);
  if (by === 'IDENTITY' || by === 'NEWCOMER') return [];
  const { workspaceId } = provider;
  const added = await tx.row(ADD, [workspaceId, personId, sourceOf(provider.id), identity.externalId, now]);
  // Two tabs at once: the other one has linked it, with them or with somebody else.
  if (!added) throw new ProviderRefusal('TAKEN');
  await tx.rows(TELL, [workspaceId, personId, now, plusMs(now, LETTER_MS)]);
  await recordAudit(tx, {
    workspaceId,
    at: now,
    actorId: personId,
    action: 'linkIdentity',
    subject: `IdentityProvider:${provider.id}`,
    outcome: 'OK',
    aboutId: personId,
    detail: { by },
  });
  return by === 'EMAIL' ? takeFromOthers(tx, { workspaceId, personId }, now) : [];
}

const LETTER_MS = 3 * 86_400_000;
const TELL = statement(
  {},
  `insert into account_letter (workspace_id, person_id, kind, address, at, expires_at)
   select p.workspace_id, p.id, 'PROVIDER_LINKED', lower(p.email), $3, $4 from person p
   where p.workspace_id = $1 and p.id = $2 and p.email is not null`,
);

const USE_INVITATION = statement(
  { id: 'uuid' },
  `update access_link set used_at = $3
   where id = $1::uuid and person_id = $2::uuid and purpose = 'INVITATION' and used_at is null and ended_at is null and expires_at > $3
   returning id`,
);

/** Once, as with a password: what was used or has ended meanwhile links nothing. */
async function useInvitation(tx: Tx, { errand, personId }: Link, now: Instant): Promise<void> {
  if (!(await tx.row(USE_INVITATION, [errand.linkId, personId, now]))) throw new ProviderRefusal('EXPIRED');
}

const END_SESSIONS = statement(
  { id: 'uuid' },
  `update session set revoked_at = $3 where workspace_id = $1 and person_id = $2 and revoked_at is null returning id`,
);
const END_LINKS = statement(
  {},
  `update access_link set ended_at = $3 where workspace_id = $1 and person_id = $2 and used_at is null and ended_at is null`,
);
const FORGET_PASSWORD = statement(
  {},
  `update account set password_hash = null, password_changed_at = $3 where workspace_id = $1 and person_id = $2`,
);

const FORGET_FACTOR = statement(
  {},
  `delete from second_factor f using account a where a.id = f.account_id and a.workspace_id = $1 and a.person_id = $2`,
);

/**
 * Somebody who knew the address first may have opened the account for its owner to walk into later (pre-hijacking). Whoever has proven the
 * address now starts alone: no session, no link and no password of before is left. A new password is set by mail.
 */
async function takeFromOthers(
  tx: Tx,
  { workspaceId, personId }: { workspaceId: string; personId: string },
  now: Instant,
) {
  await tx.rows(END_LINKS, [workspaceId, personId, now]);
  await tx.rows(FORGET_PASSWORD, [workspaceId, personId, now]);
  await tx.rows(FORGET_FACTOR, [workspaceId, personId]);
  return (await tx.rows(END_SESSIONS, [workspaceId, personId, now])).map(({ id }) => id);
}
