import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { described } from '../graphql/described.js';
import { Node } from '../graphql/node.js';
import { JsonScalar } from '../graphql/scalars.js';
import { type UserErrorData, UserErrorsField } from '../graphql/user-error.js';
import { PersonType } from '../person.type.js';
import { PROVIDER_CHECKS, type ProviderCheckKey } from './test-provider.js';

const MAPPING =
  'Which values of a claim give which roles: `{ claim, rules: [{ value, role, department }], admins }`. `claim` is a path of names with dots, such as `groups` or `realm_access.roles`; `department` is the key of a department and makes HR of that department alone; `admins` says whether the claim may make administrators, and is false unless it is given.';

@ObjectType('IdentityProvider', {
  implements: Node,
  simpleResolvers: true,
  description: 'A company’s own sign-in, connected by OpenID Connect.',
})
export class IdentityProviderType extends Node {
  @Field(() => String, { description: 'What the button on the sign-in page says.' })
  name!: string;
  @Field(() => String, { description: 'Address of the provider, exactly as it names itself in its tokens.' })
  issuer!: string;
  @Field(() => String, { description: 'What the provider calls Planwright.' })
  clientId!: string;
  @Field(() => Boolean, { description: 'Whether people can sign in through it.' })
  enabled!: boolean;
  @Field(() => Boolean, { description: 'Whether somebody who is not known here becomes a person when they sign in.' })
  createsPeople!: boolean;
  @Field(() => Boolean, {
    description: 'Whether it is the only way in; then only the emergency administrator has a password.',
  })
  only!: boolean;
  @Field(() => [String], {
    description: 'Domains whose addresses it may link people by when it has verified them. Empty = never.',
  })
  emailDomains!: string[];
  @Field(() => Boolean, {
    description: 'Whether it is the directory that provisions people by SCIM: then they are linked by its id for them.',
  })
  sameAsScim!: boolean;
  @Field(() => JsonScalar, { nullable: true, description: `${MAPPING} Null when it gives no roles.` })
  roleMapping?: unknown;
  @Field(() => PersonType, {
    nullable: true,
    description: 'The administrator who keeps a password while it is the only way in. Null when none is named.',
  })
  emergencyAdmin?: PersonType | null;
  @Field(() => String, { description: 'The address that the provider must send people back to; entered there.' })
  redirectUri!: string;

  emergencyPersonId?: string | null;
}

@InputType({ description: 'A sign-in provider to set up (without `id`) or to change.' })
export class IdentityProviderInput {
  @Field(() => ID, { nullable: true, description: 'The provider to change. Absent = a new one.' })
  id?: string | null;
  @Field(() => String, { description: 'What the button on the sign-in page says, up to 100 characters.' })
  name!: string;
  @Field(() => String, { description: 'Address of the provider; for Entra the one with the tenant’s own id in it.' })
  issuer!: string;
  @Field(() => String, { description: 'What the provider calls Planwright.' })
  clientId!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The secret by which Planwright proves to the provider that it is this client. Absent = unchanged.',
  })
  clientSecret?: string | null;
  @Field(() => Boolean, { description: 'Whether people can sign in through it.' })
  enabled!: boolean;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether somebody who is not known here becomes a person when they sign in.',
  })
  createsPeople!: boolean;
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether it is the only way in. Needs `emergencyAdminId`, and a viewer who signed in through it within ten minutes.',
  })
  only!: boolean;
  @Field(() => [String], {
    defaultValue: [],
    description: 'Domains whose addresses it may link people by when it has verified them. Empty = never.',
  })
  emailDomains!: string[];
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether it is the directory that provisions people by SCIM, so that they are linked by its id for them.',
  })
  sameAsScim!: boolean;
  @Field(() => JsonScalar, { nullable: true, description: `${MAPPING} Absent or null = it gives no roles.` })
  roleMapping?: unknown;
  @Field(() => ID, {
    nullable: true,
    description: 'The administrator who keeps a password while it is the only way in. Absent or null = nobody.',
  })
  emergencyAdminId?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `saveIdentityProvider`.' })
export class IdentityProviderPayload {
  @Field(() => IdentityProviderType, {
    nullable: true,
    description: 'The provider as it is now. Null when nothing was changed.',
  })
  provider?: IdentityProviderType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

export const ProviderCheckEnum = Object.fromEntries(PROVIDER_CHECKS.map((key) => [key, key]));
registerEnumType(ProviderCheckEnum, {
  name: 'ProviderCheckKey',
  description: 'What a test of a sign-in provider looks at.',
  valuesConfig: described<ProviderCheckKey>({
    ANSWERS: 'It answers under its address and names itself so.',
    SIGNS: 'It signs tokens by RS256.',
    KEYS: 'Its public keys can be read.',
    KNOWS_US: 'It knows the client id and its secret.',
  }),
});

@ObjectType('ProviderCheck', { simpleResolvers: true, description: 'One thing that a test looked at.' })
export class ProviderCheckType {
  @Field(() => ProviderCheckEnum, { description: 'What was looked at.' })
  key!: ProviderCheckKey;
  @Field(() => Boolean, { description: 'Whether it is as it must be.' })
  ok!: boolean;
  @Field(() => String, {
    nullable: true,
    description:
      'What the provider or the protocol calls the problem, for whoever looks after it. Null when it is right.',
  })
  code?: string | null;
  @Field(() => String, { description: 'What was found and what to do about it, in the requested language.' })
  message!: string;
}

@InputType({ description: 'A connection to try, before or after it is saved.' })
export class TestIdentityProviderInput {
  @Field(() => ID, { nullable: true, description: 'The provider whose saved secret is used. Absent = a new one.' })
  id?: string | null;
  @Field(() => String, { description: 'Address of the provider.' })
  issuer!: string;
  @Field(() => String, { description: 'What the provider calls Planwright.' })
  clientId!: string;
  @Field(() => String, {
    nullable: true,
    description: 'The secret to try. Absent = the saved one, when issuer and client are the saved ones, too.',
  })
  clientSecret?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to `testIdentityProvider`.' })
export class TestIdentityProviderPayload {
  @Field(() => Boolean, { description: 'Whether everything that could be tried is as it must be.' })
  ok!: boolean;
  @Field(() => [ProviderCheckType], {
    description: 'What was looked at, in order; nothing after the first that is not right.',
  })
  checks!: ProviderCheckType[];
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('SignInProvider', { simpleResolvers: true, description: 'A button of the sign-in page.' })
export class SignInProviderType {
  @Field(() => ID, { description: 'The provider.' })
  id!: string;
  @Field(() => String, { description: 'What the button says.' })
  name!: string;
  @Field(() => String, {
    description: 'The address to send the browser to; `return_to` may name a page of the studio to end on.',
  })
  url!: string;
}

@ObjectType('SignInWays', { simpleResolvers: true, description: 'How people can sign in here.' })
export class SignInWaysType {
  @Field(() => [SignInProviderType], { description: 'Providers that are switched on, the oldest first.' })
  providers!: SignInProviderType[];
  @Field(() => Boolean, {
    description:
      'Whether passwords open every workspace of this server; false where one of them has a provider as the only way in.',
  })
  passwords!: boolean;
}

@InputType({ description: 'A provider to be sent to by somebody who is signed in.' })
export class UseProviderInput {
  @Field(() => ID, { description: 'The provider.' })
  providerId!: string;
  @Field(() => String, { description: 'The page of the studio to end on, as a path.' })
  returnTo!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Where to send the browser.' })
export class ProviderWayPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The address to send the browser to within ten minutes. Null when it goes nowhere.',
  })
  url?: string | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}
