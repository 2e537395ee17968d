import type { Language } from '@planwright/schema/text';
import type { Instant } from '@planwright/schema/time';
import type { WritingTx } from '../../database/index.js';

export interface Newcomer {
  workspaceId: string;
  providerId: string;
  externalId: string;
  name: string;
  givenName: string | undefined;
  familyName: string | undefined;
  /** Only an address that the provider has verified. */
  email: string | undefined;
}

/** What the organisation does when a provider brings somebody: all in the transaction of the sign-in, as worker. */
export interface ProviderDirectory {
  /** A person with this identity; undefined where they cannot be one, because somebody else has their address. */
  create(tx: WritingTx, newcomer: Newcomer, language: Language, now: Instant): Promise<string | undefined>;
  /** Somebody has begun or ceased to be a TEAM_LEAD. */
  ledChanged(
    tx: WritingTx,
    person: { workspaceId: string; personId: string; leads: boolean },
    now: Instant,
  ): Promise<void>;
  signedInFirst(tx: WritingTx, person: { workspaceId: string; personId: string }, now: Instant): Promise<void>;
}
