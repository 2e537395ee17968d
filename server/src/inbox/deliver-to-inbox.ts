import type { Instant } from '@planwright/schema/time';
import { statement, type Tx } from '../database/index.js';

/** A message for one person, as it is kept in the product. */
export interface InboxDelivery {
  /** The idempotency key of the delivery: the same key twice is one message. */
  deliveryKey: string;
  personId: string;
  title: string;
  /** Markdown without HTML. */
  markdown: string;
  link?: string | undefined;
  /** Workspace time of the delivery. */
  at: Instant;
}

const STATEMENT = statement(
  { deliveryKey: 'text', id: 'uuid', personId: 'uuid', fresh: 'boolean' },
  `
with given as (
  select * from jsonb_to_recordset($2::jsonb)
    as m("deliveryKey" text, "personId" uuid, title text, markdown text, link text, at timestamptz)
), written as (
  insert into inbox_message (workspace_id, person_id, delivery_key, title, markdown, link, at)
  select $1::uuid, "personId", "deliveryKey", title, markdown, link, at from given
  on conflict (workspace_id, delivery_key) do nothing
  returning id, delivery_key, person_id
)
select delivery_key as "deliveryKey", id, person_id as "personId", true as fresh from written
union all
select i.delivery_key, i.id, i.person_id, false from given
join inbox_message i on i.workspace_id = $1::uuid and i.delivery_key = given."deliveryKey"
where given."deliveryKey" not in (select delivery_key from written)`,
);

export interface InDelivered {
  deliveryKey: string;
  /** The message that this key stands for, written now or before. */
  id: string;
  personId: string;
  fresh: boolean;
}

/** Writes messages, as worker, in one statement. What is there under its key already stays as it is. */
export async function deliverToInbox(
  tx: Tx,
  workspaceId: string,
  messages: readonly InboxDelivery[],
): Promise<InDelivered[]> {
  const write = (given: readonly InboxDelivery[]) => tx.rows(STATEMENT, [workspaceId, JSON.stringify(given)]);
  const written = await write(messages);
  const known = new Set(written.map(({ deliveryKey }) => deliveryKey));
  // Somebody else has just written these: the statement waited for that, but could not see the new rows yet.
  const missing = messages.filter(({ deliveryKey }) => !known.has(deliveryKey));
  return missing.length === 0 ? written : [...written, ...(await write(missing))];
}
