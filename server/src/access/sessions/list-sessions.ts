import type { Instant } from '@planwright/schema/time';
import { plusMs } from '../../clock/index.js';
import { columns, statement } from '../../database/index.js';
import { SessionEntity } from '../entities.js';
import type { SignedInContext } from '../graphql/context.js';
import { IDLE_MS } from '../session.js';

const OPEN = `s.revoked_at is null and s.expires_at > $3 and s.last_seen_at > $4`;

const LIST = statement(
  columns(SessionEntity, 'id', 'createdAt', 'lastSeenAt', 'userAgent'),
  `select s.id, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.user_agent as "userAgent" from session s
   where s.workspace_id = $1::uuid and s.person_id = $2::uuid and ${OPEN} order by s.last_seen_at desc, s.id`,
);

export interface OpenSession {
  id: string;
  createdAt: Instant;
  lastSeenAt: Instant;
  userAgent: string | null;
}

/** The sessions in which somebody is signed in now, the last used first. Whether the viewer may know is the caller's question. */
export function listSessions({ database, viewer, clock }: SignedInContext, personId: string): Promise<OpenSession[]> {
  const now = clock.real();
  return database.lookUp(LIST, [viewer.home.workspaceId, personId, now, plusMs(now, -IDLE_MS)]);
}
