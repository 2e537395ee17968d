import { Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { AccessPorts } from '../access-ports.js';
import { type RequestContext, signedIn } from '../graphql/context.js';
import { uuidOf } from '../graphql/global-id.js';
import { InputArg } from '../graphql/input-arg.js';
import { notFound } from '../graphql/request-error.js';
import { command, type Outcome } from '../outcome.js';
import { PersonType } from '../person.type.js';
import { mentionedPerson } from '../person-loaders.js';
import {
  InvitationType,
  InvitePeopleInput,
  InvitePeoplePayload,
  PersonAccountType,
  SendPasswordResetInput,
} from './account.type.js';
import { invitePeople, type MadeLinks, sendPasswordReset } from './invite-people.js';
import { accountOf } from './read-accounts.js';

/** Accounts of other people: whether they have one, and links by which they come to a password. */
@Resolver(() => InvitationType)
export class InvitationResolver {
  constructor(private readonly ports: Pick<AccessPorts, 'studioUrl'>) {}

  @Mutation(() => InvitePeoplePayload, {
    description:
      'Invites people to set their first password, by a message each or by links that are copied. For ADMIN, and for HR with people they cover; never for somebody with a role that the viewer could not give. People who cannot be invited are left out, and the others invited. User errors: TAKEN for people who have an account or whose address somebody else has; INVALID for those without an address and those who have left; BLOCKED when no integration for system mail is set, and NOT_NOW in a sandbox: then nobody is invited.',
  })
  async invitePeople(
    @Ctx() context: RequestContext,
    @InputArg(() => InvitePeopleInput) { personIds, send }: InvitePeopleInput,
  ): Promise<InvitePeoplePayload> {
    const viewing = signedIn(context);
    const ids = personIds.map((id) => personUuid(context, id));
    return payload(await command(viewing, (act) => invitePeople(act, this.ports, { personIds: ids, send })));
  }

  @Mutation(() => InvitePeoplePayload, {
    description:
      'Gives somebody a link to a new password, by a message or to be handed over. For ADMIN, and for HR with people they cover; never for somebody with a role that the viewer could not give. User errors: NOT_NOW for a person without a password and in a sandbox, INVALID without an address or after they have left, BLOCKED when no integration for system mail is set.',
  })
  async sendPasswordReset(
    @Ctx() context: RequestContext,
    @InputArg(() => SendPasswordResetInput) { personId, send }: SendPasswordResetInput,
  ): Promise<InvitePeoplePayload> {
    const viewing = signedIn(context);
    const personIds = [personUuid(context, personId)];
    return payload(await command(viewing, (act) => sendPasswordReset(act, this.ports, { personIds, send })));
  }

  @FieldResolver(() => PersonType, { description: 'Who sets their password with it.' })
  async person(@Ctx() context: RequestContext, @Root() invitation: InvitationType): Promise<PersonType> {
    const person = await mentionedPerson(context, invitation.personUuid);
    if (!person) throw new Error('an invitation of nobody');
    return person;
  }
}

function personUuid(context: RequestContext, id: string): string {
  const uuid = uuidOf('Person', id);
  if (uuid === undefined) throw notFound(context);
  return uuid;
}

function payload(outcome: Outcome<MadeLinks>): InvitePeoplePayload {
  if (!outcome.ok) return { invitations: [], userErrors: outcome.errors };
  const { made, leftOut } = outcome.value;
  return {
    invitations: made.map(({ personId, url, expiresAt }) => ({ personUuid: personId, url, expiresAt })),
    userErrors: leftOut,
  };
}

@Resolver(() => PersonType)
export class PersonAccountResolver {
  @FieldResolver(() => PersonAccountType, {
    nullable: true,
    description: 'How the person signs in. For ADMIN, and for HR about the people they cover; null for everybody else.',
  })
  account(@Ctx() context: RequestContext, @Root() person: PersonType): Promise<PersonAccountType | null> | null {
    const { viewer } = signedIn(context);
    const { scope, roles } = viewer;
    const covers =
      scope.reach === 'all' || (person.departmentId != null && scope.departments.includes(person.departmentId));
    return person.visible && covers && (roles.has('ADMIN') || roles.has('HR')) ? accountOf(context, person.uuid) : null;
  }
}
