import type { Instant } from '@planwright/schema/time';
import { statement, type WritingTx } from '../../database/index.js';
import { languageOf } from '../graphql/language.js';
import type { Visit } from '../visit.js';
import { trustedEmail } from './find-person.js';
import type { ProvenIdentity } from './prove-identity.js';
import type { ProviderRecord } from './provider-records.js';
import type { ProviderSignInDeps } from './serve-sign-in.js';

const SAME_ADDRESS = statement(
  { one: 'int' },
  'select 1 as one from person p where p.workspace_id = $1 and lower(p.email) = lower($2) limit 1',
);
const LOCALE = statement({ locale: 'text' }, 'select locale from workspace where id = $1');

/**
 * A person for somebody nobody knows yet, where the provider’s switch says so. Somebody of that address who is here already, or was, is
 * not made a second time: their HR or they themselves link them.
 */
export async function bringNewcomer(
  tx: WritingTx,
  { directory }: ProviderSignInDeps,
  { provider, identity, now }: { provider: ProviderRecord; identity: ProvenIdentity; visit: Visit; now: Instant },
): Promise<string | undefined> {
  if (!provider.createsPeople) return undefined;
  const { workspaceId } = provider;
  const { email, externalId, givenName, familyName } = identity;
  if (email !== undefined && (await tx.row(SAME_ADDRESS, [workspaceId, email]))) return undefined;
  const joined = [givenName, familyName].filter((part) => part !== undefined).join(' ');
  const name = identity.name ?? (joined === '' ? (email ?? externalId) : joined);
  const language = languageOf((await tx.row(LOCALE, [workspaceId]))?.locale);
  return directory.create(
    tx,
    {
      workspaceId,
      providerId: provider.id,
      externalId,
      name: name.slice(0, 200),
      givenName,
      familyName,
      // Messages are sent to it: an address that nobody has verified may be a stranger’s.
      email: trustedEmail(provider, identity),
    },
    language,
    now,
  );
}
