import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Viewer } from '../people/index.js';
import { described } from './graphql/described.js';
import { globalId } from './graphql/global-id.js';
import { Node } from './graphql/node.js';
import { DateTimeScalar } from './graphql/scalars.js';
import { type UserErrorData, UserErrorsField } from './graphql/user-error.js';
import { RoleEnum } from './person.type.js';

export const WorkspaceKind = { LIVE: 'LIVE', SANDBOX: 'SANDBOX' };
registerEnumType(WorkspaceKind, {
  name: 'WorkspaceKind',
  description: 'The two kinds of workspace.',
  valuesConfig: described({
    LIVE: 'Real people and real time; messages are delivered.',
    SANDBOX: 'A copy to try things out in. It has its own clock, and messages reach nobody.',
  }),
});

@ObjectType('Workspace', {
  implements: Node,
  simpleResolvers: true,
  description: 'A closed world of people, plans and progress: the live one, or a sandbox copied from it.',
})
export class WorkspaceType extends Node {
  @Field(() => String, { description: 'The name shown in the studio.' })
  name!: string;
  @Field(() => WorkspaceKind, { description: 'Whether this is the live workspace or a sandbox.' })
  kind!: string;
  @Field(() => DateTimeScalar, {
    description: "The current moment on the workspace's own clock. A sandbox may be ahead of real time.",
  })
  now!: string;
  @Field(() => String, { description: 'IANA time zone of the workspace, such as `Asia/Shanghai`.' })
  timeZone!: string;
}

@ObjectType('WorkspacePayload', {
  simpleResolvers: true,
  description: 'The answer to a mutation that creates, enters or changes a workspace.',
})
export class WorkspacePayload {
  @Field(() => WorkspaceType, {
    nullable: true,
    description: 'The workspace after the change. Null when nothing was changed.',
  })
  workspace?: WorkspaceType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('Viewer', {
  simpleResolvers: true,
  description: 'Who is asking: the signed-in person, the workspace their session works in, and what they may do there.',
})
export class ViewerType {
  @Field(() => WorkspaceType, {
    nullable: true,
    description: 'The workspace the session works in. Null when nobody is signed in.',
  })
  workspace?: WorkspaceType | null;
  @Field(() => [RoleEnum], {
    description: 'The roles the viewer holds in this workspace. Empty when nobody is signed in.',
  })
  roles!: string[];
  @Field(() => Boolean, {
    description:
      'True when the viewer reaches everybody in the workspace: administrators, and HR for the whole workspace rather than for departments.',
  })
  reachesEverybody!: boolean;
  @Field(() => String, {
    description:
      "Language for sentences and messages, `zh-CN` or `en`: the viewer's own setting, or what the request asks for while nobody is signed in.",
  })
  locale!: string;
  @Field(() => Boolean, { description: 'True while the workspace offers demo accounts on the sign-in page.' })
  demo!: boolean;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the session ends. Null when nobody is signed in.' })
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
    reachesEverybody: viewer.scope.reach === 'all',
    locale: viewer.locale,
    demo: viewer.workspace.demo,
    sessionExpiresAt: viewer.sessionExpiresAt,
    personId: viewer.personId,
  };
}
