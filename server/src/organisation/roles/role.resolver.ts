import { Ctx, Mutation, Resolver } from 'type-graphql';
import {
  InputArg,
  type RequestContext,
  type SignedInContext,
  signedIn,
  uuidOrNotFound,
} from '../../access/graphql/index.js';
import {
  type Act,
  command,
  type MutationName,
  type Outcome,
  REACH_CHANGED,
  requireAction,
} from '../../access/index.js';
import type { OrganisationDeps } from '../organisation-act.js';
import { PersonPayload, personPayload } from '../people/person.payload.js';
import { grantRole, type RoleChange, revokeRole } from './change-role.js';
import { RoleInput } from './role.inputs.js';

@Resolver()
export class RoleResolver {
  constructor(private readonly deps: OrganisationDeps) {}

  @Mutation(() => PersonPayload, {
    description:
      'Gives a person a role, for HR also for one department. For ADMIN. User errors: INVALID for somebody who has left, for SERVICE, and for a department with another role than HR.',
  })
  grantRole(@Ctx() context: RequestContext, @InputArg(() => RoleInput) input: RoleInput): Promise<PersonPayload> {
    return this.#change(signedIn(context), 'grantRole', input, (act, change) => grantRole(act, this.deps, change));
  }

  @Mutation(() => PersonPayload, {
    description:
      'Takes a role from a person that was given by hand. For ADMIN. User errors: LAST_ADMIN when nobody would administer the workspace; OWNED_ELSEWHERE for a role that a directory or a sign-in provider gives.',
  })
  revokeRole(@Ctx() context: RequestContext, @InputArg(() => RoleInput) input: RoleInput): Promise<PersonPayload> {
    return this.#change(signedIn(context), 'revokeRole', input, (act, change) => revokeRole(act, this.deps, change));
  }

  async #change(
    viewing: SignedInContext,
    action: MutationName,
    { personId, role, departmentId }: RoleInput,
    work: (act: Act, change: RoleChange) => Promise<Outcome<{ personId: string; changed: boolean }>>,
  ): Promise<PersonPayload> {
    await requireAction(viewing, action, personId);
    const change = {
      personId: uuidOrNotFound(viewing, 'Person', personId),
      role,
      departmentId: departmentId == null ? null : uuidOrNotFound(viewing, 'Department', departmentId),
    };
    const outcome = await command(viewing, (act) => work(act, change));
    if (outcome.ok && outcome.value.changed) await viewing.database.notify(REACH_CHANGED, '');
    return personPayload(viewing, outcome);
  }
}
