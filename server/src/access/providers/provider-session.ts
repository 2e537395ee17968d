import type { Instant } from '@planwright/schema/time';
import { columns, statement, type Tx } from '../../database/index.js';
import { sealedTable } from '../../secrets/index.js';
import { ProviderSessionEntity } from './entities.js';
import type { ProviderRecord } from './provider-records.js';
import { ProviderRefusal } from './provider-refusal.js';
import type { Errand } from './transactions.js';

/** What an ID token is sealed for. */
export const placeOfIdToken = ({ workspaceId, sessionId }: { workspaceId: string; sessionId: string }): string =>
  `${workspaceId}/provider_session/${sessionId}/id-token`;

const PROVEN_AGAIN = statement(
  { id: 'uuid' },
  `update session set proven_at = $3 where id = $1::uuid and person_id = $2::uuid and revoked_at is null returning id`,
);
const PROVEN_THERE = statement(
  {},
  'update provider_session set proven_at = $3 where session_id = $1::uuid and provider_id = $2::uuid',
);

/** The owner of a session has proven again that it is them, at their provider. */
export async function noteProof(
  tx: Tx,
  { errand, personId, provider }: { errand: Errand; personId: string; provider: ProviderRecord },
  now: Instant,
): Promise<void> {
  const proven = await tx.row(PROVEN_AGAIN, [errand.sessionId, personId, now]);
  if (!proven) throw new ProviderRefusal('EXPIRED');
  await tx.rows(PROVEN_THERE, [errand.sessionId, provider.id, now]);
}

const CAME_THROUGH = statement(
  columns(ProviderSessionEntity, 'id'),
  'select s.id from provider_session s where s.session_id = $1::uuid and s.provider_id = $2::uuid and s.proven_at > $3',
);

/** Whether this session was opened, or proven again, through this provider since then. */
export const cameThrough = async (
  tx: Tx,
  { sessionId, providerId, since }: { sessionId: string; providerId: string; since: Instant },
): Promise<boolean> => (await tx.row(CAME_THROUGH, [sessionId, providerId, since])) !== undefined;

/** ID tokens of open sessions. */
export const sealedIdTokens = sealedTable({
  old: statement(
    columns(ProviderSessionEntity, 'id', 'workspaceId', 'sessionId', 'keyId', 'sealed'),
    `select id, workspace_id as "workspaceId", session_id as "sessionId", key_id as "keyId", sealed
     from provider_session where key_id <> $1 order by id for update`,
  ),
  sealAgain: statement({}, 'update provider_session set key_id = $2, sealed = $3 where id = $1::uuid'),
  of: (row) => ({ ...row, place: placeOfIdToken(row), called: `The ID token of session ${row.sessionId}` }),
});
