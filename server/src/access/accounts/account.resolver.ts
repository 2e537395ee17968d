import { Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { AccessPorts } from '../access-ports.js';
import { type RequestContext, signedIn } from '../graphql/context.js';
import { InputArg } from '../graphql/input-arg.js';
import { answerSignIn, SignInPayload } from '../sign-in.type.js';
import { acceptInvitation } from './accept-invitation.js';
import {
  ChangePasswordInput,
  PlainPayload,
  ProveIdentityInput,
  RequestPasswordResetInput,
  UseLinkInput,
  ViewerAccountType,
} from './account.type.js';
import { changePassword, proveIdentity } from './change-password.js';
import { viewerAccount } from './read-accounts.js';
import { requestPasswordReset } from './request-password-reset.js';
import { resetPassword } from './reset-password.js';

/** One's own password: the first, a lost one, another one. */
@Resolver()
export class AccountResolver {
  constructor(private readonly ports: AccessPorts) {}

  @Query(() => ViewerAccountType, {
    description: 'The account by which the viewer signs in. In a sandbox, too, it is their own.',
  })
  myAccount(@Ctx() context: RequestContext): Promise<ViewerAccountType> {
    return viewerAccount(signedIn(context));
  }

  @Mutation(() => SignInPayload, {
    description:
      'Uses an invitation up: its person chooses a password, has an account and is signed in. User errors: LINK_INVALID when the link was used, has ended or is for something else; WEAK_PASSWORD, SSO_ONLY when the workspace lets people in through its sign-in provider alone. With these the link stays.',
  })
  async acceptInvitation(
    @Ctx() context: RequestContext,
    @InputArg(() => UseLinkInput) input: UseLinkInput,
  ): Promise<SignInPayload> {
    return answerSignIn(context, await acceptInvitation(context, this.ports, input));
  }

  @Mutation(() => PlainPayload, {
    description:
      'Sends a link to a new password to this address, if it is that of an account. Answers the same whether the address is known or not. User error: TOO_MANY_TRIES for the caller.',
  })
  async requestPasswordReset(
    @Ctx() context: RequestContext,
    @InputArg(() => RequestPasswordResetInput) { email }: RequestPasswordResetInput,
  ): Promise<PlainPayload> {
    return { userErrors: await requestPasswordReset(context, email) };
  }

  @Mutation(() => SignInPayload, {
    description:
      'Uses a password link up: a new password, all sessions of the account end, and its person is signed in. User errors: LINK_INVALID when the link was used, has ended or is for something else; WEAK_PASSWORD, SECOND_FACTOR where the account asks for a code, WRONG_CREDENTIALS for a wrong code, TOO_MANY_TRIES, SSO_ONLY when the workspace lets people in through its sign-in provider alone. With these the link stays.',
  })
  async resetPassword(
    @Ctx() context: RequestContext,
    @InputArg(() => UseLinkInput) input: UseLinkInput,
  ): Promise<SignInPayload> {
    return answerSignIn(context, await resetPassword(context, this.ports, input));
  }

  @Mutation(() => PlainPayload, {
    description:
      "Changes the viewer's own password; their other sessions end. User errors: WRONG_CREDENTIALS for the present password, WEAK_PASSWORD, TOO_MANY_TRIES, NOT_NOW for a demo account or one without a password.",
  })
  async changePassword(
    @Ctx() context: RequestContext,
    @InputArg(() => ChangePasswordInput) input: ChangePasswordInput,
  ): Promise<PlainPayload> {
    return { userErrors: await changePassword(signedIn(context), input) };
  }

  @Mutation(() => PlainPayload, {
    description:
      'Says once more who one is. What answered PROOF_NEEDED can be done for ten minutes afterwards. User errors: WRONG_CREDENTIALS, SECOND_FACTOR where the account asks for a code, TOO_MANY_TRIES, NOT_NOW for an account without a password.',
  })
  async proveIdentity(
    @Ctx() context: RequestContext,
    @InputArg(() => ProveIdentityInput) input: ProveIdentityInput,
  ): Promise<PlainPayload> {
    return { userErrors: await proveIdentity(signedIn(context), this.ports.keyring, input) };
  }
}
