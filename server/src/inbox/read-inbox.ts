import type { Instant } from '@planwright/schema/time';
import { columns, type Sql, statement } from '../database/index.js';
import { InboxMessageEntity } from './entities.js';

export interface InboxRow {
  id: string;
  title: string;
  markdown: string;
  link: string | null;
  at: Instant;
  readAt: Instant | null;
}

const COLUMNS = 'id, title, markdown, link, at, read_at as "readAt"';

const INBOX = columns(InboxMessageEntity, 'id', 'title', 'markdown', 'link', 'at', 'readAt');

const PAGE = statement(
  INBOX,
  `
select ${COLUMNS} from inbox_message
where person_id = $1::uuid and (read_at is null or not $2::boolean)
  and ($3::timestamptz is null or (at, id) < ($3::timestamptz, $4::uuid))
order by at desc, id desc limit $5`,
);

export interface InboxPage {
  first: number;
  after?: { at: Instant; id: string };
  unreadOnly: boolean;
}

/** Messages to this person, newest first; one more than asked. */
export function readInbox(sql: Sql, personId: string, { first, after, unreadOnly }: InboxPage): Promise<InboxRow[]> {
  return sql.rows(PAGE, [personId, unreadOnly, after?.at ?? null, after?.id ?? null, first + 1]);
}

const READ_INBOX_MESSAGE = statement(INBOX, `select ${COLUMNS} from inbox_message where id = $1::uuid`);

/** One message, when the reader may see it. */
export function readInboxMessage(sql: Sql, id: string): Promise<InboxRow | undefined> {
  return sql.row(READ_INBOX_MESSAGE, [id]);
}

const COUNT_UNREAD = statement(
  { unread: 'int' },
  'select count(*)::int as unread from inbox_message where person_id = $1::uuid and read_at is null',
);

export async function countUnread(sql: Sql, personId: string): Promise<number> {
  const row = await sql.row(COUNT_UNREAD, [personId]);
  return row?.unread ?? 0;
}
