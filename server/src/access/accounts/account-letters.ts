import type { Instant } from '@planwright/schema/time';
import { plusMs } from '../../clock/index.js';
import { column, columns, type RowOf, type Sql, statement } from '../../database/index.js';
import { PersonEntity, WorkspaceEntity } from '../../people/entities.js';
import { AccountLetterEntity, type LetterKind } from '../entities.js';

/** Something that the owner of an account is told, at an address: they may not be able to sign in. */
export interface NewLetter {
  kind: LetterKind;
  personId: string;
  address: string;
  /** The link it holds. */
  linkId?: string;
  /** Absent = a week. */
  expiresAt?: Instant;
}

const WEEK_MS = 7 * 86_400_000;

/** In SQL: that an administrator has said which integration sends the system's mail. `workspace`: the id of the workspace. */
export const sendsMailFrom = (workspace: string): string =>
  `exists (select 1 from workspace w join integration i on i.id = w.system_mail_integration_id and i.removed_at is null
     where w.id = ${workspace})`;
const SENDS = sendsMailFrom('$1::uuid');

const SENDS_MAIL = statement({ sends: 'boolean' }, `select ${SENDS} as sends`);

/** Whether mail about accounts can leave this workspace. As worker. */
export async function sendsMail(sql: Sql, workspaceId: string): Promise<boolean> {
  return (await sql.row(SENDS_MAIL, [workspaceId]))?.sends ?? false;
}

const WRITE_LETTERS = statement(
  {},
  `insert into account_letter (workspace_id, person_id, kind, address, link_id, at, expires_at)
   select $1::uuid, "personId", kind, address, "linkId", $3, coalesce("expiresAt", $4)
   from jsonb_to_recordset($2::jsonb) as r("personId" uuid, kind text, address text, "linkId" uuid, "expiresAt" timestamptz)
   where ${SENDS}`,
);

/** Leaves letters to be sent, in the transaction of what they tell; without an integration for system mail there are none. As worker. */
export async function writeLetters(
  sql: Sql,
  workspaceId: string,
  letters: readonly NewLetter[],
  now: Instant,
): Promise<void> {
  await sql.rows(WRITE_LETTERS, [workspaceId, JSON.stringify(letters), now, plusMs(now, WEEK_MS)]);
}

const TAKE_LETTERS = statement(
  columns(AccountLetterEntity, 'id', 'personId', 'at', 'expiresAt'),
  `with waiting as (
     select id from account_letter where workspace_id = $1::uuid and not queued order by at, id limit 500 for update skip locked
   )
   update account_letter l set queued = true from waiting w where l.id = w.id
   returning l.id, l.person_id as "personId", l.at, l.expires_at as "expiresAt"`,
);

/** Letters that nobody has taken yet; whoever takes them sends them. As worker. */
export const takeLetters = (
  sql: Sql,
  workspaceId: string,
): Promise<{ id: string; personId: string; at: Instant; expiresAt: Instant }[]> =>
  sql.rows(TAKE_LETTERS, [workspaceId]);

const LETTER = {
  ...columns(AccountLetterEntity, 'id', 'kind', 'address', 'at', 'linkId', 'expiresAt'),
  timeZone: column(PersonEntity, 'timeZone'),
  company: column(WorkspaceEntity, 'name'),
  needed: 'boolean',
} as const;

const READ_LETTERS = statement(
  LETTER,
  `select l.id, l.kind, l.address, l.at, l.link_id as "linkId", l.expires_at as "expiresAt", p.time_zone as "timeZone", w.name as company,
     k.id is null or (k.used_at is null and k.ended_at is null) as needed
   from account_letter l join person p on p.id = l.person_id join workspace w on w.id = l.workspace_id
   left join access_link k on k.id = l.link_id
   where l.id = any($1::uuid[])`,
);

export type AccountLetter = RowOf<typeof LETTER>;

/** What these letters tell, where they go, and whether they still need to: a link in them may have ended. As worker. */
export const readLetters = (sql: Sql, ids: readonly string[]): Promise<AccountLetter[]> =>
  sql.rows(READ_LETTERS, [ids]);
