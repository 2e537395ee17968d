import { LANGUAGES } from '@planwright/schema/text';
import { Ctx, Mutation, Resolver } from 'type-graphql';
import {
  InputArg,
  type RequestContext,
  type SignedInContext,
  signedIn,
  uuidOrNotFound,
} from '../../access/graphql/index.js';
import { command, requireAction } from '../../access/index.js';
import type { OrganisationDeps } from '../organisation-act.js';
import { CreatePersonInput, UpdatePersonInput } from './person.inputs.js';
import { PersonPayload, personPayload } from './person.payload.js';
import type { PersonChange } from './person-change.js';
import { savePerson } from './save-person.js';

@Resolver()
export class PersonActsResolver {
  constructor(private readonly deps: OrganisationDeps) {}

  @Mutation(() => PersonPayload, {
    description:
      'Adds a person to the organisation, still without an account: `invitePeople` gives them one. For ADMIN, and for HR in the departments they cover. User errors: INVALID; TAKEN when somebody else has the e-mail address or the employee number.',
  })
  async createPerson(
    @Ctx() context: RequestContext,
    @InputArg(() => CreatePersonInput) input: CreatePersonInput,
  ): Promise<PersonPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'createPerson');
    const change = changeOf(viewing, input);
    return personPayload(context, await command(viewing, (act) => savePerson(act, this.deps, change)));
  }

  @Mutation(() => PersonPayload, {
    description:
      'Changes what is known of a person. A new e-mail address is the one they sign in with; links that were sent to the old one no longer work. For ADMIN, and for HR with people of the departments they cover, before and after; nobody changes the address of somebody who holds a role they could not give. User errors: INVALID; TAKEN when somebody else has the e-mail address or the employee number; CYCLE when the person would be their own superior; OWNED_ELSEWHERE for what another system says of them.',
  })
  async updatePerson(
    @Ctx() context: RequestContext,
    @InputArg(() => UpdatePersonInput) input: UpdatePersonInput,
  ): Promise<PersonPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'updatePerson', input.personId);
    const { mentorCapacity, mentorExperienceYears } = input;
    const change = {
      ...changeOf(viewing, input),
      personId: uuidOrNotFound(viewing, 'Person', input.personId),
      ...(mentorCapacity === undefined ? {} : { mentorCapacity }),
      ...(mentorExperienceYears === undefined ? {} : { mentorExperienceYears }),
    };
    return personPayload(context, await command(viewing, (act) => savePerson(act, this.deps, change)));
  }
}

/** Of the values alone: what a client left out is not in it. */
function changeOf(
  context: SignedInContext,
  input: CreatePersonInput | UpdatePersonInput,
): Omit<PersonChange, 'ref' | 'identity' | 'personId'> {
  const { name, email, employeeNumber, departmentId, jobRoleKey, managerId, joinedOn, locale, timeZone, facts } = input;
  const { workspace } = context.viewer;
  const idOf = (type: string, id: string | null) => (id === null ? null : uuidOrNotFound(context, type, id));
  return {
    ...(name == null ? {} : { name }),
    ...(email === undefined ? {} : { email }),
    ...(employeeNumber === undefined ? {} : { employeeNumber }),
    ...(departmentId === undefined ? {} : { departmentId: idOf('Department', departmentId) }),
    ...(jobRoleKey === undefined ? {} : { jobRoleKey }),
    ...(managerId === undefined ? {} : { manager: managerOf(idOf('Person', managerId)) }),
    ...(joinedOn === undefined ? {} : { joinedOn }),
    ...(locale === undefined ? {} : { locale: LANGUAGES.find((known) => known === locale) ?? workspace.locale }),
    ...(timeZone === undefined ? {} : { timeZone: timeZone ?? workspace.timeZone }),
    ...(facts === undefined ? {} : { facts }),
  };
}

const managerOf = (personId: string | null) => (personId === null ? null : { personId });
