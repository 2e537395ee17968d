import { Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { workspaceNow } from '../clock/index.js';
import type { AccessPorts } from './access-ports.js';
import { mailsPasswordLinks } from './accounts/read-accounts.js';
import { recordAudit } from './audit.js';
import { enterWorkspace } from './enter-workspace.js';
import { type RequestContext, signedIn } from './graphql/context.js';
import { uuidOf } from './graphql/global-id.js';
import { InputArg } from './graphql/input-arg.js';
import type { NodeSource } from './graphql/node.js';
import { unauthenticated } from './graphql/request-error.js';
import { type UserErrorData, UserErrorsField } from './graphql/user-error.js';
import { PersonType } from './person.type.js';
import { mentionedPerson } from './person-loaders.js';
import { revokeSession } from './session.js';
import { signIn } from './sign-in.js';
import { answerSignIn, SignInPayload } from './sign-in.type.js';
import { updateViewer } from './update-viewer.js';
import { ViewerType, viewerFrom, WorkspacePayload, workspaceFrom } from './viewer.type.js';

@InputType({ description: 'Sign-in with a local account.' })
class SignInInput {
  @Field(() => String, { description: 'E-mail address of the account, in any case.' })
  email!: string;
  @Field(() => String, { description: 'Password of the account.' })
  password!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'A code of the second factor, or a recovery code. Leave it out at first: SECOND_FACTOR says where one is asked for.',
  })
  code?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'True to get a token in the answer instead of a session cookie.',
  })
  bearer?: boolean | null;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `signOut`.' })
class SignOutPayload {
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@InputType({ description: "Changes to the viewer's own settings. A field that is left out stays as it is." })
class UpdateViewerInput {
  @Field(() => String, { nullable: true, description: 'Language of the viewer, `zh-CN` or `en`.' })
  locale?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `updateViewer`.' })
class ViewerPayload {
  @Field(() => ViewerType, {
    nullable: true,
    description: 'The viewer with the new settings. Null when nothing was changed.',
  })
  viewer?: ViewerType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@InputType({ description: 'Which workspace the session should work in.' })
class EnterWorkspaceInput {
  @Field(() => ID, { description: 'The live workspace, or a sandbox that `workspaces` lists.' })
  workspaceId!: string;
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(private readonly ports: Pick<AccessPorts, 'keyring' | 'signedInFirst'>) {}

  /** Answers somebody who is not signed in too: nobody, with no roles. */
  @Query(() => ViewerType, {
    description:
      'Who is asking. Also answers callers who are not signed in; fails with UNAUTHENTICATED when the session has ended.',
  })
  viewer(@Ctx() context: RequestContext): ViewerType {
    if (context.sessionEnded) throw unauthenticated(context);
    return context.viewer
      ? viewerFrom(context.viewer, context.now)
      : {
          workspace: null,
          roles: [],
          reachesEverybody: false,
          locale: context.language,
          demo: false,
          sessionExpiresAt: null,
        };
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'The viewer as a person. Null when nobody is signed in.',
  })
  async person(@Ctx() context: RequestContext, @Root() viewer: ViewerType): Promise<PersonType | null> {
    return viewer.personId && context.viewer ? mentionedPerson(context, viewer.personId) : null;
  }

  @FieldResolver(() => Boolean, {
    description:
      'True when somebody who has forgotten their password can be sent a link to a new one. False where only HR or the administrator can help.',
  })
  mailsPasswordLinks(@Ctx() context: RequestContext): Promise<boolean> {
    return mailsPasswordLinks(context);
  }

  @Mutation(() => SignInPayload, {
    description:
      'Signs in with a local account and sets the session cookie. With `bearer: true` it returns a token instead, for clients without cookies. User errors: WRONG_CREDENTIALS (of the password, or of the code), SECOND_FACTOR where the account asks for a code besides, TOO_MANY_TRIES, SSO_ONLY when the workspace lets people in through its sign-in provider alone.',
  })
  async signIn(
    @Ctx() context: RequestContext,
    @InputArg(() => SignInInput) input: SignInInput,
  ): Promise<SignInPayload> {
    return answerSignIn(context, await signIn(context, this.ports, input), input.bearer ?? false);
  }

  @Mutation(() => SignOutPayload, {
    description: 'Ends the session and clears its cookie. Also succeeds when nobody is signed in.',
  })
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

  @Mutation(() => ViewerPayload, {
    description: "Changes the viewer's own settings. User error: INVALID for a language that is not offered.",
  })
  async updateViewer(
    @Ctx() context: RequestContext,
    @InputArg(() => UpdateViewerInput) input: UpdateViewerInput,
  ): Promise<ViewerPayload> {
    const result = await updateViewer(signedIn(context), input);
    if (!result.ok) return { userErrors: result.errors };
    return { viewer: viewerFrom(result.viewer, context.now), userErrors: [] };
  }

  @Mutation(() => WorkspacePayload, {
    description:
      "Lets the session work in another workspace from now on, as the same person: a sandbox of the viewer's live workspace, or the live workspace again. Fails with NOT_FOUND for a workspace the viewer may not enter.",
  })
  async enterWorkspace(
    @Ctx() context: RequestContext,
    @InputArg(() => EnterWorkspaceInput) input: EnterWorkspaceInput,
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
