import type { Instant } from '@planwright/schema/time';
import { plusMs } from '../clock/index.js';
import { columns, type Database, json, statement, type Tx, whereWritable } from '../database/index.js';
import { PersonEntity, WorkspaceEntity } from '../people/entities.js';
import { REACH_COLUMNS, type ReachRow, reachOf, type Viewer } from '../people/index.js';
import { SessionEntity } from './entities.js';
import { languageOf } from './graphql/language.js';
import { hashSessionToken, newSessionToken } from './session-token.js';

const HOUR_MS = 3_600_000;
/** Without a request for so long, a session ends. */
export const IDLE_MS = 8 * HOUR_MS;
/** So long after signing in it ends in any case. */
export const ABSOLUTE_MS = 24 * HOUR_MS;
/** `last_seen_at` is written at most so often. */
const SEEN_EVERY_MS = 60_000;

/** Heard by whoever keeps streams open; the payload is the session's id. */
export const SESSION_REVOKED = 'session_revoked';

/** Heard by the same: what somebody may see is not what it was, so whoever has streams open looks again now. */
export const REACH_CHANGED = 'reach_changed';

export interface OpenedSession {
  id: string;
  token: string;
  expiresAt: Instant;
}

const OPEN_SESSION = statement(
  { id: 'uuid' },
  `insert into session (workspace_id, token_hash, account_id, person_id, created_at, last_seen_at, proven_at, expires_at, user_agent, device_hash)
     values ($1, $2, $3, $4, $5, $5, $5, $6, $7, $8) returning id`,
);

/** Opens a session for an account, as the worker. Times are real ones, in a sandbox too. */
export async function openSession(
  tx: Tx,
  account: { id: string; workspaceId: string; personId: string },
  now: Instant,
  { userAgent, device }: { userAgent: string | undefined; device?: string | undefined },
): Promise<OpenedSession> {
  const token = newSessionToken();
  const expiresAt = plusMs(now, ABSOLUTE_MS);
  const row = await tx.row(OPEN_SESSION, [
    account.workspaceId,
    hashSessionToken(token),
    account.id,
    account.personId,
    now,
    expiresAt,
    userAgent?.slice(0, 300) ?? null,
    device === undefined ? null : hashSessionToken(device),
  ]);
  if (!row) throw new Error('a session row was not answered');
  return { id: row.id, token, expiresAt };
}

interface SessionRow extends ReachRow {
  sessionId: string;
  accountId: string;
  personId: string;
  homeWorkspaceId: string;
  homePersonId: string;
  lastSeenAt: Instant;
  expiresAt: Instant;
  demo: boolean;
  name: string;
  locale: string;
  timeZone: string;
  workspaceName: string;
  kind: 'LIVE' | 'SANDBOX';
  clockOffsetMs: string;
  workspaceZone: string;
  workspaceLocale: string;
  workspaceDemo: boolean;
}

/** Somebody who has left their workspace no longer works in its sandboxes either: `home` has to be active too. */
const sessionWhere = (match: string) => `
select s.id as "sessionId", s.account_id as "accountId", p.id as "personId",
  s.workspace_id as "homeWorkspaceId", s.person_id as "homePersonId",
  s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt", a.demo,
  p.name, p.locale, p.time_zone as "timeZone", w.name as "workspaceName", w.kind,
  w.clock_offset_ms as "clockOffsetMs", w.time_zone as "workspaceZone", w.locale as "workspaceLocale", w.demo as "workspaceDemo",
  ${REACH_COLUMNS}
from session s
join account a on a.id = s.account_id
join person home on home.id = s.person_id and home.active
join person p on p.id = coalesce(s.entered_person_id, s.person_id) and p.active
join workspace w on w.id = p.workspace_id
where ${match} and s.revoked_at is null and s.expires_at > $2 and s.last_seen_at > $3`;
const SESSION = {
  ...columns(SessionEntity, 'accountId', 'lastSeenAt', 'expiresAt'),
  ...columns(PersonEntity, 'name', 'locale', 'timeZone', 'workspaceId'),
  ...columns(WorkspaceEntity, 'kind', 'clockOffsetMs'),
  sessionId: 'uuid',
  personId: 'uuid',
  homeWorkspaceId: 'uuid',
  homePersonId: 'uuid',
  workspaceName: 'text',
  workspaceZone: 'text',
  workspaceLocale: 'text',
  workspaceDemo: 'boolean',
  grants: json<{ role: string; departmentId: string | null }[]>(),
  departments: 'uuid[]?',
  reports: 'uuid[]?',
  mentees: 'uuid[]?',
  standsInFor: 'uuid[]?',
  learner: 'boolean',
  partnered: 'uuid[]?',
  partnerItems: 'text[]?',
  demo: 'boolean',
} as const;

const BY_TOKEN = statement(SESSION, sessionWhere('s.token_hash = $1'));
const BY_ID = statement(SESSION, sessionWhere('s.id = $1::uuid'));

const UPDATE_SESSION = statement({}, 'update session set last_seen_at = $2 where id = $1');

/**
 * The viewer whose session this token opens, and what they may reach at this moment: one statement. Absent when there is
 * no such session or it has ended.
 */
export async function loadViewer(database: Database, token: string, now: Instant): Promise<Viewer | undefined> {
  const parameters = [hashSessionToken(token), now, plusMs(now, -IDLE_MS)];
  const [row] = await database.lookUp(BY_TOKEN, parameters);
  if (!row) return undefined;
  if (row.lastSeenAt < plusMs(now, -SEEN_EVERY_MS)) {
    // Only noted: a database that can just be read goes on being read.
    await whereWritable(() => database.work((tx) => tx.rows(UPDATE_SESSION, [row.sessionId, now])));
  }
  return viewerOf(row);
}

/** The viewer of an open session as they are after something about it has changed. */
export async function reloadViewer(database: Database, sessionId: string, now: Instant): Promise<Viewer | undefined> {
  const [row] = await database.lookUp(BY_ID, [sessionId, now, plusMs(now, -IDLE_MS)]);
  return row && viewerOf(row);
}

function viewerOf(row: SessionRow): Viewer {
  return {
    personId: row.personId,
    name: row.name,
    locale: languageOf(row.locale),
    timeZone: row.timeZone,
    accountId: row.accountId,
    sessionId: row.sessionId,
    sessionExpiresAt: row.expiresAt,
    home: { workspaceId: row.homeWorkspaceId, personId: row.homePersonId },
    demo: row.demo,
    workspace: {
      id: row.workspaceId,
      name: row.workspaceName,
      kind: row.kind,
      clockOffsetMs: Number(row.clockOffsetMs),
      timeZone: row.workspaceZone,
      locale: languageOf(row.workspaceLocale),
      demo: row.workspaceDemo,
    },
    ...reachOf(row, row.personId),
  };
}

/** Ends a session at once, here and on every open stream. */
export async function revokeSession(database: Database, sessionId: string, now: Instant): Promise<void> {
  await database.work(({ em }) =>
    em.nativeUpdate(SessionEntity, { id: sessionId, revokedAt: null }, { revokedAt: now }),
  );
  await database.notify(SESSION_REVOKED, sessionId);
}
