import { Field, ObjectType } from 'type-graphql';
import type { RequestContext } from './graphql/context.js';
import { type UserErrorData, UserErrorsField } from './graphql/user-error.js';
import type { SignInResult } from './sign-in.js';
import { ViewerType, viewerFrom } from './viewer.type.js';

@ObjectType('SignInPayload', {
  simpleResolvers: true,
  description: 'The answer to a sign-in, with a password or by a link.',
})
export class SignInPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The session token to send as `Authorization: Bearer`. Null unless `bearer` was true.',
  })
  token?: string | null;
  @Field(() => ViewerType, { nullable: true, description: 'Who signed in. Null when sign-in failed.' })
  viewer?: ViewerType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

/** Tells who signed in, and gives the browser its session and its mark; a client without cookies gets the token instead. */
export function answerSignIn(context: RequestContext, result: SignInResult, bearer = false): SignInPayload {
  if (!result.ok) return { userErrors: result.errors };
  if (!bearer) {
    context.transport.setSessionToken(result.token, result.expiresAt);
    context.transport.setDevice(result.device);
  }
  context.viewer = result.viewer;
  return {
    token: bearer ? result.token : null,
    viewer: viewerFrom(result.viewer, context.now),
    userErrors: [],
  };
}
