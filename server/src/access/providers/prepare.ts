import type { SignedInContext } from '../graphql/context.js';
import type { ProviderRecord } from './provider-records.js';
import { returnPath } from './return-address.js';
import { type Prepared, prepareTransaction } from './transactions.js';

const prepare =
  (purpose: Prepared['purpose']) =>
  ({ viewer, database, clock }: SignedInContext, provider: ProviderRecord, returnTo: string): Promise<string> =>
    database.work((tx) =>
      prepareTransaction(
        tx,
        {
          workspaceId: provider.workspaceId,
          providerId: provider.id,
          purpose,
          personId: viewer.home.personId,
          sessionId: viewer.sessionId,
          linkId: null,
          returnTo: returnPath(returnTo),
        },
        clock.real(),
      ),
    );

/** For somebody who is signed in and wants to sign in by this provider from now on. */
export const prepareLink = prepare('LINK');
/** For somebody who is signed in and has to prove it again. */
export const prepareProof = prepare('PROOF');
