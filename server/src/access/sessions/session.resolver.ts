import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { EndSessionInput, EndSessionsInput, PlainPayload, SessionInfoType } from '../accounts/account.type.js';
import { requireAction } from '../actions.js';
import { type RequestContext, signedIn } from '../graphql/context.js';
import { globalId, uuidOf } from '../graphql/global-id.js';
import { InputArg } from '../graphql/input-arg.js';
import { notFound } from '../graphql/request-error.js';
import { endSession, endSessions } from './end-sessions.js';
import { listSessions } from './list-sessions.js';

/** Where people are signed in. */
@Resolver()
export class SessionResolver {
  @Query(() => [SessionInfoType], {
    description:
      'Where somebody is signed in now, the last used first. The viewer sees their own, an ADMIN those of everybody in the workspace; fails with FORBIDDEN for anybody else.',
  })
  async sessions(
    @Ctx() context: RequestContext,
    @Arg('personId', () => ID, {
      nullable: true,
      description: 'Global id of the person. Leave it out for the viewer.',
    })
    personId?: string | null,
  ): Promise<SessionInfoType[]> {
    const viewing = signedIn(context);
    const { home, sessionId, personId: own } = viewing.viewer;
    const asked = personId == null ? home.personId : uuidOf('Person', personId);
    if (asked === undefined) throw notFound(context);
    const isOwn = asked === home.personId || asked === own;
    if (!isOwn) await requireAction(viewing, 'readSessions', `Person:${asked}`);
    const sessions = await listSessions(viewing, isOwn ? home.personId : asked);
    return sessions.map(({ id, ...session }) => ({
      id: globalId('Session', id),
      ...session,
      current: id === sessionId,
    }));
  }

  @Mutation(() => PlainPayload, {
    description:
      'Ends a session at once, with every stream that is open in it. For the viewer with their own, and for ADMIN with those of the workspace; fails with NOT_FOUND for one that is not there.',
  })
  async endSession(
    @Ctx() context: RequestContext,
    @InputArg(() => EndSessionInput) { sessionId }: EndSessionInput,
  ): Promise<PlainPayload> {
    await endSession(signedIn(context), uuidOf('Session', sessionId));
    return { userErrors: [] };
  }

  @Mutation(() => PlainPayload, {
    description:
      'Signs somebody out everywhere: the viewer everywhere but here, for ADMIN anybody of the workspace. Fails with NOT_FOUND for a person without an account.',
  })
  async endSessions(
    @Ctx() context: RequestContext,
    @InputArg(() => EndSessionsInput) { personId }: EndSessionsInput,
  ): Promise<PlainPayload> {
    const viewing = signedIn(context);
    const asked = personId == null ? viewing.viewer.home.personId : uuidOf('Person', personId);
    if (asked === undefined) throw notFound(context);
    await endSessions(viewing, asked);
    return { userErrors: [] };
  }
}
