import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  CONNECTION_WORDS,
  connectionWords,
  DateTimeScalar,
  EDGE_WORDS,
  edgeWords,
  globalId,
  Node,
  PageInfo,
  type UserErrorData,
  UserErrorsField,
} from '../access/graphql/index.js';
import type { InboxRow } from './read-inbox.js';

@ObjectType('InboxMessage', {
  implements: Node,
  simpleResolvers: true,
  description: "A message in the viewer's inbox.",
})
export class InboxMessageType extends Node {
  @Field(() => String, { description: 'Title of the message.' })
  title!: string;
  @Field(() => String, { description: 'The message, as Markdown without HTML.' })
  markdown!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Path in the studio where the viewer can act on it. Null when there is none.',
  })
  link?: string | null;
  @Field(() => DateTimeScalar, { description: 'When it arrived.' })
  at!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the viewer read it. Null until then.' })
  readAt?: string | null;
}

@ObjectType('InboxEdge', { simpleResolvers: true, description: edgeWords('InboxMessage') })
export class InboxEdge {
  @Field(() => String, { description: EDGE_WORDS.cursor })
  cursor!: string;
  @Field(() => InboxMessageType, { description: EDGE_WORDS.node })
  node!: InboxMessageType;
}

@ObjectType('InboxConnection', { simpleResolvers: true, description: connectionWords('InboxMessage') })
export class InboxConnection {
  @Field(() => [InboxEdge], { description: CONNECTION_WORDS.edges })
  edges!: InboxEdge[];
  @Field(() => PageInfo, { description: CONNECTION_WORDS.pageInfo })
  pageInfo!: PageInfo;
  @Field(() => Int, { description: 'How many messages the viewer has not read, on all pages.' })
  unread!: number | (() => Promise<number>);
}

@InputType({ description: 'Which messages to mark as read.' })
export class MarkReadInput {
  @Field(() => [ID], { nullable: true, description: 'Global ids of messages. Leave it out to mark all.' })
  ids?: string[] | null;
}

@ObjectType('InboxPayload', { simpleResolvers: true, description: 'The answer to `markRead`.' })
export class InboxPayload {
  @Field(() => Int, { description: 'How many messages are still unread.' })
  unread!: number;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

export function inboxMessageFrom(row: InboxRow): InboxMessageType & { __typename: 'InboxMessage' } {
  return { __typename: 'InboxMessage', ...row, id: globalId('InboxMessage', row.id) };
}
