import type { ApiRoom } from '../access/graphql/index.js';
import type { Inbox } from './inbox.js';
import { InboxResolver } from './inbox.resolver.js';
import { inboxMessageFrom } from './inbox.type.js';
import { readInboxMessage } from './read-inbox.js';

/** What people are told within the product. */
export function inboxRoom(inbox: Inbox): ApiRoom {
  return {
    resolvers: [new InboxResolver(inbox)],
    nodes: [
      {
        type: 'InboxMessage',
        load: async ({ viewer, database }, uuid) => {
          const row = await database.read(viewer.scope, (tx) => readInboxMessage(tx, uuid));
          return row ? inboxMessageFrom(row) : null;
        },
      },
    ],
  };
}
