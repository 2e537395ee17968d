import { statement, type Tx } from '../../database/index.js';
import type { OidcPurpose } from './entities.js';
import type { ProvenIdentity } from './prove-identity.js';
import type { ProviderRecord } from './provider-records.js';
import { ProviderRefusal } from './provider-refusal.js';

/** How a person was found; all but the first make a new link. */
export type FoundBy = 'IDENTITY' | 'THEMSELVES' | 'INVITATION' | 'SCIM' | 'EMAIL';

export const sourceOf = (providerId: string): `OIDC:${string}` => `OIDC:${providerId}`;

const CANDIDATE = { personId: 'uuid', active: 'boolean', admin: 'boolean' } as const;
const IS_ADMIN = `exists (select 1 from role_grant g where g.person_id = p.id and g.role = 'ADMIN')`;

const BY_IDENTITY = statement(
  CANDIDATE,
  `select p.id as "personId", p.active, ${IS_ADMIN} as admin from person_identity i join person p on p.id = i.person_id
   where i.workspace_id = $1 and i.source = $2 and i.external_id = $3`,
);
const BY_ID = statement(
  CANDIDATE,
  `select p.id as "personId", p.active, ${IS_ADMIN} as admin from person p where p.workspace_id = $1 and p.id = $2`,
);
const BY_EMAIL = statement(
  CANDIDATE,
  `select p.id as "personId", p.active, ${IS_ADMIN} as admin from person p
   where p.workspace_id = $1 and lower(p.email) = lower($2) order by p.active desc limit 3`,
);

/**
 * Who it is that an identity was proven for; undefined where nobody here is linked with it. By e-mail and by the directory that also provisions
 * people only where the provider’s switches say so, and never an administrator: whoever can choose an address there would be one here.
 */
export async function findPerson(
  tx: Tx,
  provider: ProviderRecord,
  identity: ProvenIdentity,
  errand: { purpose: OidcPurpose; personId: string | null },
): Promise<{ personId: string; by: FoundBy } | undefined> {
  const { workspaceId } = provider;
  const known = await tx.row(BY_IDENTITY, [workspaceId, sourceOf(provider.id), identity.externalId]);
  if (known) {
    if (errand.purpose !== 'SIGN_IN' && errand.personId !== known.personId) throw new ProviderRefusal('TAKEN');
    return { personId: active(known).personId, by: 'IDENTITY' };
  }
  switch (errand.purpose) {
    case 'LINK':
    case 'INVITATION': {
      const self = await tx.row(BY_ID, [workspaceId, errand.personId]);
      if (!self) throw new ProviderRefusal('EXPIRED');
      return { personId: active(self).personId, by: errand.purpose === 'LINK' ? 'THEMSELVES' : 'INVITATION' };
    }
    case 'PROOF':
      throw new ProviderRefusal('NOT_LINKED');
    case 'SIGN_IN':
      return (await byDirectory(tx, provider, identity)) ?? byEmail(tx, provider, identity);
    default:
      return errand.purpose satisfies never;
  }
}

function active<T extends { active: boolean }>(candidate: T): T {
  if (!candidate.active) throw new ProviderRefusal('LEFT');
  return candidate;
}

function linkable(candidate: { personId: string; active: boolean; admin: boolean }): string {
  if (active(candidate).admin) throw new ProviderRefusal('NOT_FOR_ADMIN');
  return candidate.personId;
}

async function byDirectory(
  tx: Tx,
  provider: ProviderRecord,
  identity: ProvenIdentity,
): Promise<{ personId: string; by: FoundBy } | undefined> {
  if (!provider.sameAsScim) return undefined;
  const found = await tx.row(BY_IDENTITY, [provider.workspaceId, 'SCIM', identity.directoryId]);
  return found && { personId: linkable(found), by: 'SCIM' };
}

/** The address that counts: verified by the provider, and of a domain that the workspace leaves to it. */
export function trustedEmail({ emailDomains }: ProviderRecord, identity: ProvenIdentity): string | undefined {
  const { email, emailVerified } = identity;
  const domain = email?.split('@').at(-1)?.toLowerCase();
  if (email === undefined || !emailVerified || domain === undefined) return undefined;
  return emailDomains.includes(domain) ? email : undefined;
}

async function byEmail(
  tx: Tx,
  provider: ProviderRecord,
  identity: ProvenIdentity,
): Promise<{ personId: string; by: FoundBy } | undefined> {
  const email = trustedEmail(provider, identity);
  if (email === undefined) return undefined;
  const [found, ...more] = await tx.rows(BY_EMAIL, [provider.workspaceId, email]);
  // Where two work here under one address, neither is meant.
  if (!found || more.some((other) => other.active)) return undefined;
  return { personId: linkable(found), by: 'EMAIL' };
}
