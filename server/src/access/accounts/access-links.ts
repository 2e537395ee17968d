import type { Instant } from '@planwright/schema/time';
import { plusMs } from '../../clock/index.js';
import { column, columns, type Sql, statement } from '../../database/index.js';
import { PersonEntity, WorkspaceEntity } from '../../people/entities.js';
import { AccessLinkEntity } from '../entities.js';
import { hashLinkToken, isLinkToken, type LinkPurpose } from './link-token.js';

const HOUR_MS = 3_600_000;
const LASTS_MS = { INVITATION: 7 * 24 * HOUR_MS, RESET: HOUR_MS } as const satisfies Record<LinkPurpose, number>;

export const expiryOf = (purpose: LinkPurpose, now: Instant): Instant => plusMs(now, LASTS_MS[purpose]);

/** One form of an address, whatever case it was written in. */
export const addressOf = (email: string): string => email.trim().toLowerCase();

export interface NewLink {
  personId: string;
  /** The address that it is made for: when the person gets another one, the link is none any more. */
  email: string;
  /** Absent where a message will hold it: its token is made when that goes out. */
  token?: string;
}

const HOLD_PEOPLE = statement(
  { id: 'uuid' },
  'select id from person where id = any($1::uuid[]) order by id for no key update',
);

const END_LINKS = statement(
  {},
  `update access_link set ended_at = $2 where person_id = any($1::uuid[]) and ($3::text is null or purpose = $3)
     and used_at is null and ended_at is null`,
);

const OPEN_LINKS = statement(
  columns(AccessLinkEntity, 'id', 'personId'),
  `insert into access_link (workspace_id, purpose, person_id, email, token_hash, created_at, created_by, expires_at)
   select $1::uuid, $2, "personId", email, decode(hash, 'hex'), $4, $5::uuid, $6
   from jsonb_to_recordset($3::jsonb) as r("personId" uuid, email text, hash text)
   returning id, person_id as "personId"`,
);

/** Makes a link for each; the one that somebody had for the same purpose ends. As worker; the number of statements does not grow. */
export async function openLinks(
  sql: Sql,
  purpose: LinkPurpose,
  links: readonly NewLink[],
  made: { workspaceId: string; now: Instant; by: string | null },
): Promise<{ id: string; personId: string }[]> {
  const people = links.map(({ personId }) => personId);
  // Of two who invite somebody at once the second waits, and then ends the link of the first.
  await sql.rows(HOLD_PEOPLE, [people]);
  await sql.rows(END_LINKS, [people, made.now, purpose]);
  const rows = links.map(({ personId, email, token }) => ({
    personId,
    email,
    hash: token === undefined ? null : hashLinkToken(purpose, token).toString('hex'),
  }));
  return sql.rows(OPEN_LINKS, [
    made.workspaceId,
    purpose,
    JSON.stringify(rows),
    made.now,
    made.by,
    expiryOf(purpose, made.now),
  ]);
}

/** Ends every open link of these people: they have left, or their address is another one. As worker. */
export const endLinks = (sql: Sql, personIds: readonly string[], now: Instant): Promise<object[]> =>
  sql.rows(END_LINKS, [personIds, now, null]);

const HELD_LINK = {
  ...columns(AccessLinkEntity, 'id', 'workspaceId', 'personId', 'email', 'expiresAt'),
  ...columns(PersonEntity, 'name'),
  personEmail: 'text?',
  company: column(WorkspaceEntity, 'name'),
} as const;

const HOLD_LINK = statement(
  HELD_LINK,
  `select l.id, l.workspace_id as "workspaceId", l.person_id as "personId", l.email, l.expires_at as "expiresAt", p.name,
     p.email as "personEmail", w.name as company
   from access_link l join person p on p.id = l.person_id and p.active join workspace w on w.id = l.workspace_id
   where l.purpose = $1 and l.token_hash = $2 and l.used_at is null and l.ended_at is null and l.expires_at > $3
   for update of l`,
);

export interface HeldLink {
  id: string;
  workspaceId: string;
  personId: string;
  email: string;
  expiresAt: Instant;
  name: string;
  company: string;
}

/**
 * The link of a token, locked until the transaction ends; undefined when it was used, has ended or is for something else. Nothing is used up:
 * that is `useLink`, in the transaction that does what the link is for. As worker.
 */
export async function holdLink(
  sql: Sql,
  purpose: LinkPurpose,
  token: string,
  now: Instant,
): Promise<HeldLink | undefined> {
  if (!isLinkToken(token)) return undefined;
  const link = await sql.row(HOLD_LINK, [purpose, hashLinkToken(purpose, token), now]);
  // Whatever changed the address, the link that went to the old one opens nothing.
  return link?.personEmail != null && addressOf(link.personEmail) === link.email ? link : undefined;
}

const USE_LINK = statement({}, 'update access_link set used_at = $2 where id = $1::uuid and used_at is null');

export const useLink = (sql: Sql, id: string, now: Instant): Promise<object[]> => sql.rows(USE_LINK, [id, now]);

const BIND_TOKEN = statement(
  columns(AccessLinkEntity, 'purpose'),
  `update access_link set token_hash = case when purpose = 'RESET' then $3::bytea else $2::bytea end
   where id = $1::uuid and used_at is null and ended_at is null returning purpose`,
);

/** Makes this the token of an open link that a message holds. Answers where it leads, or undefined when it has ended. As worker. */
export async function bindToken(sql: Sql, linkId: string, token: string): Promise<LinkPurpose | undefined> {
  const row = await sql.row(BIND_TOKEN, [linkId, hashLinkToken('INVITATION', token), hashLinkToken('RESET', token)]);
  return row?.purpose;
}
