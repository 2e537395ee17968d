import type { Instant } from '@planwright/schema/time';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { described } from '../graphql/described.js';
import { DateTimeScalar } from '../graphql/scalars.js';
import { type UserErrorData, UserErrorsField } from '../graphql/user-error.js';

@ObjectType('PlainPayload', {
  simpleResolvers: true,
  description: 'The answer to a mutation that has nothing to show but whether it was done.',
})
export class PlainPayload {
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@InputType('InvitePeopleInput', { description: 'Who should get an invitation, and how it reaches them.' })
export class InvitePeopleInput {
  @Field(() => [ID], { description: 'Global ids of the people, 1 to 1,000.' })
  personIds!: string[];
  @Field(() => Boolean, {
    description:
      'True to send each a message through the integration for system mail. False to get links that are copied and handed over.',
  })
  send!: boolean;
}

@InputType('SendPasswordResetInput', {
  description: 'Whose password should be set again, and how the link reaches them.',
})
export class SendPasswordResetInput {
  @Field(() => ID, { description: 'Global id of the person.' })
  personId!: string;
  @Field(() => Boolean, {
    description:
      'True to send a message through the integration for system mail. False to get a link that is copied and handed over.',
  })
  send!: boolean;
}

@ObjectType('Invitation', {
  description: 'A link by which one person sets a password. It works once.',
})
export class InvitationType {
  @Field(() => String, {
    nullable: true,
    description: 'The link. It is shown this once and is for this person alone. Null where it was sent.',
  })
  url!: string | null;
  @Field(() => DateTimeScalar, {
    description: 'When the link ends: after 7 days, or after 1 hour where it replaces a password.',
  })
  expiresAt!: Instant;

  personUuid!: string;
}

@ObjectType('InvitePeoplePayload', {
  simpleResolvers: true,
  description: 'The answer to `invitePeople` and `sendPasswordReset`.',
})
export class InvitePeoplePayload {
  @Field(() => [InvitationType], { description: 'A link for each who got one. The one they had before has ended.' })
  invitations!: InvitationType[];
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@InputType('UseLinkInput', {
  description: 'A link that was sent or handed over, and the password that its person chooses.',
})
export class UseLinkInput {
  @Field(() => String, { description: 'What stands behind `#` in the link.' })
  token!: string;
  @Field(() => String, {
    description:
      'The new password: 15 characters or more, 8 beside a second factor, and nothing that is often used or that names its owner.',
  })
  password!: string;
  @Field(() => String, {
    nullable: true,
    description: 'A code of the second factor, or a recovery code. Only where the account has a second factor.',
  })
  code?: string | null;
}

@InputType('RequestPasswordResetInput', { description: 'Which account has lost its password.' })
export class RequestPasswordResetInput {
  @Field(() => String, { description: 'E-mail address of the account, in any case.' })
  email!: string;
}

@InputType('ChangePasswordInput', { description: 'A new password for the account of the viewer.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The present password.' })
  current!: string;
  @Field(() => String, {
    description:
      'The new password: 15 characters or more, 8 beside a second factor, and nothing that is often used or that names its owner.',
  })
  new!: string;
}

@InputType('ProveIdentityInput', { description: 'What shows that the viewer is still who signed in.' })
export class ProveIdentityInput {
  @Field(() => String, { description: 'Password of the account.' })
  password!: string;
  @Field(() => String, {
    nullable: true,
    description: 'A code of the second factor, or a recovery code. Only where the account has a second factor.',
  })
  code?: string | null;
}

@InputType('EndSessionInput', { description: 'Which session should end.' })
export class EndSessionInput {
  @Field(() => ID, { description: 'Global id of the session, as `sessions` lists it.' })
  sessionId!: string;
}

@InputType('EndSessionsInput', { description: 'Whose sessions should end.' })
export class EndSessionsInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the person. Leave it out for the viewer: then all end but the present one.',
  })
  personId?: string | null;
}

@ObjectType('SessionInfo', {
  simpleResolvers: true,
  description: 'A browser or program in which somebody is signed in.',
})
export class SessionInfoType {
  @Field(() => ID, { description: 'Global id, for `endSession`.' })
  id!: string;
  @Field(() => DateTimeScalar, { description: 'When they signed in.' })
  createdAt!: Instant;
  @Field(() => DateTimeScalar, { description: 'When it was last used, to about a minute.' })
  lastSeenAt!: Instant;
  @Field(() => String, { nullable: true, description: 'What the browser calls itself. Null when it said nothing.' })
  userAgent!: string | null;
  @Field(() => Boolean, { description: 'True for the session that asks.' })
  current!: boolean;
}

@ObjectType('ViewerAccount', { simpleResolvers: true, description: 'The account by which the viewer signs in.' })
export class ViewerAccountType {
  @Field(() => String, { nullable: true, description: 'E-mail address to sign in with. Null when there is none.' })
  email!: string | null;
  @Field(() => Boolean, {
    description: 'True when one can sign in with a password. False when a provider alone signs in.',
  })
  hasPassword!: boolean;
  @Field(() => Boolean, {
    description: 'True for an account of the demo, which everybody shares: it cannot be changed.',
  })
  isShared!: boolean;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the password was last set. Null when there is none, or when nobody knows.',
  })
  passwordChangedAt!: Instant | null;
  @Field(() => Boolean, { description: 'True when signing in with the password also asks for a code.' })
  secondFactor!: boolean;
  @Field(() => Int, { description: 'How many recovery codes are left. 0 without a second factor.' })
  recoveryCodesLeft!: number;
  @Field(() => Int, { description: 'How many characters a new password must have at least.' })
  fewestPasswordCharacters!: number;
}

export const ACCOUNT_STATES = ['NONE', 'INVITED', 'ACTIVE'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];
export const AccountStateEnum = Object.fromEntries(ACCOUNT_STATES.map((state) => [state, state]));
registerEnumType(AccountStateEnum, {
  name: 'AccountState',
  description: 'Whether somebody can sign in.',
  valuesConfig: described<AccountState>({
    NONE: 'They have no account and no open invitation.',
    INVITED: 'An invitation is open, and they have not used it yet.',
    ACTIVE: 'They have an account.',
  }),
});

@ObjectType('PersonAccount', {
  simpleResolvers: true,
  description: 'How somebody signs in. For ADMIN, and for HR about the people they cover.',
})
export class PersonAccountType {
  @Field(() => AccountStateEnum, { description: 'Whether they can sign in.' })
  state!: AccountState;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the open invitation ends. Null when there is none.',
  })
  invitedUntil!: Instant | null;
  @Field(() => Boolean, { description: 'True when they can sign in with a password.' })
  hasPassword!: boolean;
  @Field(() => Boolean, { description: 'True when signing in with the password also asks for a code.' })
  secondFactor!: boolean;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When they last signed in. Null when they never have.' })
  lastSignInAt!: Instant | null;
  @Field(() => Boolean, {
    description:
      'True when the viewer may invite this person and set their password again: nobody does it for somebody with a role that they could not give.',
  })
  managed!: boolean;
}

@InputType('CodeInput', { description: 'A code of an authenticator app.' })
export class CodeInput {
  @Field(() => String, { description: 'The six digits that the app shows now.' })
  code!: string;
}

@InputType('RemoveSecondFactorInput', { description: 'Whose second factor should go.' })
export class RemoveSecondFactorInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Global id of a person who has lost their device, for ADMIN. Leave it out for the viewer.',
  })
  personId?: string | null;
}

@ObjectType('SecondFactorSetupPayload', { simpleResolvers: true, description: 'The answer to `startSecondFactor`.' })
export class SecondFactorSetupPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The secret in Base32, to be typed into the app. Null when nothing was begun.',
  })
  secret?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The same as an `otpauth://` address, to be shown as a QR code. Null when nothing was begun.',
  })
  uri?: string | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('RecoveryCodesPayload', { simpleResolvers: true, description: 'The answer to `confirmSecondFactor`.' })
export class RecoveryCodesPayload {
  @Field(() => [String], {
    nullable: true,
    description:
      'Ten codes that each stand in for the device once. They are shown this once. Null when nothing was changed.',
  })
  recoveryCodes?: string[] | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}
