import { Args, ArgsType, Ctx, Field, Int, Mutation, Query, Resolver, Subscription } from 'type-graphql';
import {
  badInput,
  decodeCursor,
  InputArg,
  PageArgs,
  pageOf,
  pageSize,
  type RequestContext,
  signedIn,
  uuidOf,
} from '../access/graphql/index.js';
import type { Inbox } from './inbox.js';
import { InboxConnection, InboxPayload, inboxMessageFrom, MarkReadInput } from './inbox.type.js';
import { markRead } from './mark-read.js';
import { countUnread, readInbox } from './read-inbox.js';

@ArgsType()
class InboxArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'True for unread messages only.' })
  unread?: boolean | null;
}

const UUID = /^[0-9a-f-]{36}$/;

@Resolver()
export class InboxResolver {
  constructor(private readonly inbox: Inbox) {}

  @Query(() => InboxConnection, { name: 'inbox', description: "The viewer's own messages, newest first." })
  async messages(@Ctx() context: RequestContext, @Args(() => InboxArgs) args: InboxArgs): Promise<InboxConnection> {
    const { viewer, database } = signedIn(context);
    const first = pageSize(context, args.first);
    const [at, id] = args.after ? decodeCursor(context, args.after, ['instant', 'text']) : [];
    if (id !== undefined && !UUID.test(String(id))) throw badInput(context, 'CURSOR', ['after']);
    const rows = await database.read(viewer.scope, (tx) =>
      readInbox(tx, viewer.personId, {
        first,
        unreadOnly: args.unread ?? false,
        ...(at === undefined ? {} : { after: { at: String(at), id: String(id) } }),
      }),
    );
    return {
      ...pageOf(rows, { first, after: args.after }, (row) => [row.at, row.id], inboxMessageFrom),
      unread: () => database.read(viewer.scope, (tx) => countUnread(tx, viewer.personId)),
    };
  }

  @Mutation(() => InboxPayload, {
    description: "Marks the viewer's own messages as read. Ids of other people's messages change nothing.",
  })
  async markRead(
    @Ctx() context: RequestContext,
    @InputArg(() => MarkReadInput) input: MarkReadInput,
  ): Promise<InboxPayload> {
    const { viewer, database, now } = signedIn(context);
    const reader = { workspaceId: viewer.workspace.id, personId: viewer.personId };
    // Ids that do not belong to a message match nothing, and nor do those of other people's messages.
    const ids = input.ids?.flatMap((given) => uuidOf('InboxMessage', given) ?? []);
    const { marked, unread } = await database.work(async (tx) => ({
      marked: await markRead(tx, reader, ids, now),
      unread: await countUnread(tx, viewer.personId),
    }));
    if (marked > 0) this.inbox.changed(viewer.workspace.id);
    return { unread, userErrors: [] };
  }

  @Subscription(() => Int, {
    subscribe: () => {
      throw new Error('subscriptions are served by the WebSocket edge');
    },
    description:
      'How many messages the viewer has not read: sent at once, and again whenever the number may have changed.',
  })
  inboxChanged(@Ctx() context: RequestContext): Promise<number> {
    const { viewer, database } = signedIn(context);
    return database.read(viewer.scope, (tx) => countUnread(tx, viewer.personId));
  }
}
