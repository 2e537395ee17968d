import type { Instant } from '@planwright/schema/time';
import type { WritingTx } from '../database/index.js';
import type { Keyring } from '../secrets/index.js';

/** What signing in needs of later rooms; `start.ts` fills it. */
export interface AccessPorts {
  /** Where the studio is: links that are copied lead there. */
  studioUrl: string;
  /** Seals the secrets of second factors. */
  keyring: Pick<Keyring, 'keys'>;
  /** Told in the transaction in which somebody signs in for the first time. */
  signedInFirst(tx: WritingTx, person: { workspaceId: string; personId: string }, now: Instant): Promise<void>;
}
