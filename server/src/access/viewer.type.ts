import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Viewer } from '../people/viewer.js';
import { globalId } from './graphql/global-id.js';
import { Node } from './graphql/node.js';
import { DateTimeScalar } from './graphql/scalars.js';
import { UserError, type UserErrorData } from './graphql/user-error.js';
import { RoleEnum } from './person.type.js';

export const WorkspaceKind = { LIVE: 'LIVE', SANDBOX: 'SANDBOX' };
registerEnumType(WorkspaceKind, { name: 'WorkspaceKind' });

@ObjectType('Workspace', { implements: Node, simpleResolvers: true })
export class WorkspaceType extends Node {
  @Field(() => String)
  name!: string;
  @Field(() => WorkspaceKind)
  kind!: string;
  @Field(() => DateTimeScalar)
  now!: string;
  @Field(() => String)
  timeZone!: string;
}

@ObjectType('WorkspacePayload', { simpleResolvers: true })
export class WorkspacePayload {
  @Field(() => WorkspaceType, { nullable: true })
  workspace?: WorkspaceType | null;
  @Field(() => [UserError])
  userErrors!: UserErrorData[];
}

@ObjectType('Viewer', { simpleResolvers: true })
export class ViewerType {
  @Field(() => WorkspaceType, { nullable: true })
  workspace?: WorkspaceType | null;
  @Field(() => [RoleEnum])
  roles!: string[];
  @Field(() => String)
  locale!: string;
  @Field(() => Boolean, { description: 'true while demo accounts exist' })
  demo!: boolean;
  @Field(() => DateTimeScalar, { nullable: true })
  sessionExpiresAt?: string | null;

  personId?: string;
}

export function workspaceFrom({ workspace }: Viewer, now: string): WorkspaceType & { __typename: 'Workspace' } {
  return {
    __typename: 'Workspace',
    id: globalId('Workspace', workspace.id),
    name: workspace.name,
    kind: workspace.kind,
    now,
    timeZone: workspace.timeZone,
  };
}

export function viewerFrom(viewer: Viewer, now: string): ViewerType {
  return {
    workspace: workspaceFrom(viewer, now),
    roles: [...viewer.roles],
    locale: viewer.locale,
    demo: viewer.workspace.demo,
    sessionExpiresAt: viewer.sessionExpiresAt,
    personId: viewer.personId,
  };
}
