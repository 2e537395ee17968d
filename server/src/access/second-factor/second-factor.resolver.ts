import { Ctx, Mutation, Resolver } from 'type-graphql';
import type { AccessPorts } from '../access-ports.js';
import {
  CodeInput,
  PlainPayload,
  RecoveryCodesPayload,
  RemoveSecondFactorInput,
  SecondFactorSetupPayload,
} from '../accounts/account.type.js';
import { type RequestContext, signedIn } from '../graphql/context.js';
import { uuidOf } from '../graphql/global-id.js';
import { InputArg } from '../graphql/input-arg.js';
import { notFound } from '../graphql/request-error.js';
import { dropSecondFactor } from './drop-second-factor.js';
import { confirmSecondFactor, startSecondFactor } from './set-up-second-factor.js';

/** Codes of an authenticator app beside the password. */
@Resolver()
export class SecondFactorResolver {
  constructor(private readonly ports: Pick<AccessPorts, 'keyring'>) {}

  @Mutation(() => SecondFactorSetupPayload, {
    description:
      "Begins to set up a second factor for the viewer's own account; it counts from `confirmSecondFactor` on. User errors: PROOF_NEEDED, NOT_NOW for a demo account, an account without a password, one that has a second factor, or a server without a key to keep it.",
  })
  async startSecondFactor(@Ctx() context: RequestContext): Promise<SecondFactorSetupPayload> {
    const outcome = await startSecondFactor(signedIn(context), this.ports.keyring);
    return outcome.ok ? { ...outcome.value, userErrors: [] } : { userErrors: outcome.errors };
  }

  @Mutation(() => RecoveryCodesPayload, {
    description:
      'Ends the setup with a code that the app shows, and answers the recovery codes. From now on signing in with the password asks for a code. User errors: INVALID for a wrong code, NOT_NOW when no setup was begun.',
  })
  async confirmSecondFactor(
    @Ctx() context: RequestContext,
    @InputArg(() => CodeInput) { code }: CodeInput,
  ): Promise<RecoveryCodesPayload> {
    const outcome = await confirmSecondFactor(signedIn(context), this.ports.keyring, code);
    return outcome.ok ? { recoveryCodes: outcome.value, userErrors: [] } : { userErrors: outcome.errors };
  }

  @Mutation(() => PlainPayload, {
    description:
      "Takes the second factor from the viewer's own account; for ADMIN also from that of somebody who has lost their device. User errors: PROOF_NEEDED, NOT_NOW when there is none.",
  })
  async removeSecondFactor(
    @Ctx() context: RequestContext,
    @InputArg(() => RemoveSecondFactorInput) { personId }: RemoveSecondFactorInput,
  ): Promise<PlainPayload> {
    const viewing = signedIn(context);
    const asked = personId == null ? viewing.viewer.home.personId : uuidOf('Person', personId);
    if (asked === undefined) throw notFound(context);
    return { userErrors: await dropSecondFactor(viewing, asked) };
  }
}
