import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { workspaceNow } from '../clock/clock.js';
import { recordAudit } from './audit.js';
import { enterWorkspace } from './enter-workspace.js';
import { type RequestContext, signedIn } from './graphql/context.js';
import { uuidOf } from './graphql/global-id.js';
import type { NodeSource } from './graphql/node.js';
import { unauthenticated } from './graphql/request-error.js';
import { UserError, type UserErrorData } from './graphql/user-error.js';
import { PersonType } from './person.type.js';
import { mentionedPerson } from './person-loaders.js';
import { revokeSession } from './session.js';
import { signIn } from './sign-in.js';
import { updateViewer } from './update-viewer.js';
import { ViewerType, viewerFrom, WorkspacePayload, workspaceFrom } from './viewer.type.js';

@InputType()
class SignInInput {
  @Field(() => String)
  email!: string;
  @Field(() => String)
  password!: string;
  @Field(() => Boolean, { nullable: true, defaultValue: false })
  bearer?: boolean | null;
}

@ObjectType({ simpleResolvers: true })
class SignInPayload {
  @Field(() => String, { nullable: true })
  token?: string | null;
  @Field(() => ViewerType, { nullable: true })
  viewer?: ViewerType | null;
  @Field(() => [UserError])
  userErrors!: UserErrorData[];
}

@ObjectType({ simpleResolvers: true })
class SignOutPayload {
  @Field(() => [UserError])
  userErrors!: UserErrorData[];
}

@InputType()
class UpdateViewerInput {
  @Field(() => String, { nullable: true })
  locale?: string | null;
}

@ObjectType({ simpleResolvers: true })
class ViewerPayload {
  @Field(() => ViewerType, { nullable: true })
  viewer?: ViewerType | null;
  @Field(() => [UserError])
  userErrors!: UserErrorData[];
}

@InputType()
class EnterWorkspaceInput {
  @Field(() => ID)
  workspaceId!: string;
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  /** Answers somebody who is not signed in too: nobody, with no roles. */
  @Query(() => ViewerType)
  viewer(@Ctx() context: RequestContext): ViewerType {
    if (context.sessionEnded) throw unauthenticated(context);
    return context.viewer
      ? viewerFrom(context.viewer, context.now)
      : { workspace: null, roles: [], locale: context.language, demo: false, sessionExpiresAt: null };
  }

  @FieldResolver(() => PersonType, { nullable: true })
  async person(@Ctx() context: RequestContext, @Root() viewer: ViewerType): Promise<PersonType | null> {
    return viewer.personId && context.viewer ? mentionedPerson(context, viewer.personId) : null;
  }

  @Mutation(() => SignInPayload, {
    description:
      'Local account. Sets the session cookie; `bearer: true` answers a token instead, for clients without cookies (Authorization: Bearer).',
  })
  async signIn(
    @Ctx() context: RequestContext,
    @Arg('input', () => SignInInput) input: SignInInput,
  ): Promise<SignInPayload> {
    const result = await signIn(context, input);
    if (!result.ok) return { userErrors: result.errors };
    if (!input.bearer) {
      context.transport.setSessionToken(result.token, result.expiresAt);
      context.transport.setDevice(result.device);
    }
    context.viewer = result.viewer;
    return {
      token: input.bearer ? result.token : null,
      viewer: viewerFrom(result.viewer, context.now),
      userErrors: [],
    };
  }

  @Mutation(() => SignOutPayload)
  async signOut(@Ctx() context: RequestContext): Promise<SignOutPayload> {
    const { viewer, database, clock, transport } = context;
    if (viewer) {
      await revokeSession(database, viewer.sessionId, clock.real());
      await database.work((tx) =>
        recordAudit(tx, {
          workspaceId: viewer.workspace.id,
          at: clock.real(),
          actorId: viewer.personId,
          action: 'signOut',
          outcome: 'OK',
        }),
      );
    }
    transport.setSessionToken(null, clock.real());
    return { userErrors: [] };
  }

  @Mutation(() => ViewerPayload, { description: 'Language, theme-independent settings of the viewer.' })
  async updateViewer(
    @Ctx() context: RequestContext,
    @Arg('input', () => UpdateViewerInput) input: UpdateViewerInput,
  ): Promise<ViewerPayload> {
    const result = await updateViewer(signedIn(context), input);
    if (!result.ok) return { userErrors: result.errors };
    return { viewer: viewerFrom(result.viewer, context.now), userErrors: [] };
  }

  @Mutation(() => WorkspacePayload, {
    description:
      'The session works in this workspace from now on, as the same person: a sandbox of his own workspace, or that itself.',
  })
  async enterWorkspace(
    @Ctx() context: RequestContext,
    @Arg('input', () => EnterWorkspaceInput) input: EnterWorkspaceInput,
  ): Promise<WorkspacePayload> {
    const viewer = await enterWorkspace(signedIn(context), uuidOf('Workspace', input.workspaceId));
    context.viewer = viewer;
    context.now = workspaceNow(context.clock, viewer.workspace.clockOffsetMs);
    context.loaders.clear();
    return { workspace: workspaceFrom(viewer, context.now), userErrors: [] };
  }
}

export const viewerNodes: NodeSource[] = [
  {
    type: 'Workspace',
    load: async ({ viewer, now }, uuid) => (uuid === viewer.workspace.id ? workspaceFrom(viewer, now) : null),
  },
];
