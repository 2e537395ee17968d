import type { Instant } from '@planwright/schema/time';
import { plusMs } from '../clock/index.js';
import { statement } from '../database/index.js';
import { say } from './generated/messages.js';
import type { SignedInContext } from './graphql/context.js';
import { type UserErrorData, userError } from './graphql/user-error.js';

/** So long a password, a code or a sign-in at the provider counts as said just now. */
const FRESH_MS = 10 * 60_000;

const PROVEN = statement(
  { proven: 'boolean' },
  'select proven_at > $2 as proven from session where id = $1::uuid and revoked_at is null',
);

/**
 * For what whoever found an open browser must not do: undefined when the owner of the session has proved within ten minutes that it is them,
 * else the user error PROOF_NEEDED, which a client answers with `proveIdentity` and by trying again.
 */
export async function provenJustNow({
  viewer,
  database,
  clock,
  language,
}: SignedInContext): Promise<UserErrorData | undefined> {
  const [row] = await database.lookUp(PROVEN, [viewer.sessionId, plusMs(clock.real(), -FRESH_MS)]);
  return row?.proven ? undefined : userError('PROOF_NEEDED', say('proofNeeded'), language);
}

const PROVE = statement({}, 'update session set proven_at = $2 where id = $1::uuid');

/** The owner has proved just now that it is them. */
export const noteProof = ({ database, viewer }: SignedInContext, now: Instant): Promise<object[]> =>
  database.work((tx) => tx.rows(PROVE, [viewer.sessionId, now]));
