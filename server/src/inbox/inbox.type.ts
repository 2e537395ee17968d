import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../access/graphql/connection.js';
import { globalId } from '../access/graphql/global-id.js';
import { Node } from '../access/graphql/node.js';
import { DateTimeScalar } from '../access/graphql/scalars.js';
import { type UserErrorData, UserErrorsField } from '../access/graphql/user-error.js';
import type { InboxRow } from './read-inbox.js';

@ObjectType('InboxMessage', { implements: Node, simpleResolvers: true })
export class InboxMessageType extends Node {
  @Field(() => String)
  title!: string;
  @Field(() => String, { description: 'without HTML' })
  markdown!: string;
  @Field(() => String, { nullable: true })
  link?: string | null;
  @Field(() => DateTimeScalar)
  at!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  readAt?: string | null;
}

@ObjectType('InboxEdge', { simpleResolvers: true })
export class InboxEdge {
  @Field(() => String)
  cursor!: string;
  @Field(() => InboxMessageType)
  node!: InboxMessageType;
}

@ObjectType('InboxConnection', { simpleResolvers: true })
export class InboxConnection {
  @Field(() => [InboxEdge])
  edges!: InboxEdge[];
  @Field(() => PageInfo)
  pageInfo!: PageInfo;
  @Field(() => Int, { description: 'how many messages the viewer has not read' })
  unread!: number | (() => Promise<number>);
}

@InputType()
export class MarkReadInput {
  @Field(() => [ID], { nullable: true, description: 'absent = all' })
  ids?: string[] | null;
}

@ObjectType('InboxPayload', { simpleResolvers: true })
export class InboxPayload {
  @Field(() => Int)
  unread!: number;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

export function inboxMessageFrom(row: InboxRow): InboxMessageType & { __typename: 'InboxMessage' } {
  return { __typename: 'InboxMessage', ...row, id: globalId('InboxMessage', row.id) };
}
