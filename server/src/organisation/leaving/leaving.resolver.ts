import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  globalId,
  InputArg,
  type NodeSource,
  notFound,
  type RequestContext,
  type SignedInContext,
  signedIn,
  userError,
  uuidOf,
  uuidOrNotFound,
} from '../../access/graphql/index.js';
import {
  command,
  mentionedPerson,
  NotAllowed,
  type Outcome,
  PersonType,
  personParties,
  refuse,
  refused,
  relationsTo,
  requireAction,
  requireEach,
  SESSION_REVOKED,
  visiblePerson,
} from '../../access/index.js';
import { readPeople } from '../../people/index.js';
import { say } from '../generated/messages.js';
import type { AfterCommit } from '../listener.js';
import { type OrganisationDeps, organisationAct } from '../organisation-act.js';
import { PersonPayload, personPayload } from '../people/person.payload.js';
import { bringBack } from './bring-back.js';
import { confirmHandOvers } from './confirm-hand-overs.js';
import { type Left, leave } from './leave.js';
import {
  DeactivatePersonInput,
  HandOverInput,
  HandOverPayload,
  HandOverType,
  LeftBehindType,
  PersonInput,
} from './leaving.type.js';
import { countLeftBehind } from './left-behind.js';
import { type HandOverRow, openHandOvers } from './open-hand-overs.js';

/** People who leave, come back, and what they leave behind. */
@Resolver()
export class LeavingResolver {
  constructor(private readonly deps: OrganisationDeps) {}

  @Query(() => LeftBehindType, {
    description:
      'What somebody who leaves now would leave behind, and who would take over. For ADMIN, and for HR who covers the person.',
  })
  async leftBehind(
    @Ctx() context: RequestContext,
    @Arg('personId', () => ID, { description: 'Global id of the person.' }) personId: string,
  ): Promise<LeftBehindType> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'readHandOvers', personId);
    const uuid = uuidOf('Person', personId);
    const person = uuid === undefined ? null : await visiblePerson(viewing, uuid);
    if (!person) throw notFound(viewing);
    const relations = relationsTo(viewing.viewer, personParties(person.uuid, person.departmentId ?? null));
    if (!relations.has('HR') && !relations.has('ADMIN')) await refuse(viewing, 'readHandOvers', personId);
    const counted = await viewing.database.look((tx) => countLeftBehind(tx, person.uuid));
    if (!counted) throw notFound(viewing);
    const { takerId, ...counts } = counted;
    return { ...counts, takesOver: await mentionedPerson(viewing, takerId) };
  }

  @Query(() => [HandOverType], {
    description:
      'People whose mentor or superior left and whose taking over nobody has confirmed, the latest first, at most 500: mostly after an import or a synchronisation, and where nobody was found but HR. For ADMIN and HR, of the people they cover.',
  })
  async handOvers(@Ctx() context: RequestContext): Promise<HandOverType[]> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'readHandOvers');
    return (await viewing.database.read(viewing.viewer.scope, (tx) => openHandOvers(tx))).map(handOverFrom);
  }

  @Mutation(() => PersonPayload, {
    description:
      'Somebody leaves. Their sessions, tokens and links end, they cannot sign in, nothing is sent to them, and waiting reviews, mentees and direct reports go to the successor, else to the nearest superior, else to HR. For ADMIN, and for HR who covers the person; not for oneself, and not for somebody who holds a role the viewer could not give. User errors: INVALID when the successor has left; LAST_ADMIN for the last administrator; NOT_NOW when the person has left already.',
  })
  async deactivatePerson(
    @Ctx() context: RequestContext,
    @InputArg(() => DeactivatePersonInput) input: DeactivatePersonInput,
  ): Promise<PersonPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'deactivatePerson', input.personId);
    const personId = uuidOrNotFound(viewing, 'Person', input.personId);
    const { successorId, enrolments } = input;
    const outcome = await command(viewing, async (act) => {
      const [person] = await readPeople(act.tx, [personId]);
      if (!person) throw notFound(viewing);
      requireEach(act.viewer, 'deactivatePerson', [personParties(personId, person.departmentId)]);
      const left = await leave(organisationAct(act, this.deps), {
        personIds: [personId],
        ...(enrolments ? { enrolments } : {}),
        ...(successorId ? { successorId: uuidOrNotFound(viewing, 'Person', successorId) } : {}),
      });
      return left.ok ? soleLeaver(viewing, personId, left.value) : left;
    });
    if (outcome.ok) await tellLeft(viewing, outcome.value);
    return personPayload(context, outcome.ok ? { ok: true, value: { personId } } : outcome);
  }

  @Mutation(() => PersonPayload, {
    description:
      'Brings back somebody who has left: their roles count again, and the plans that were paused when they left go on. Sessions, tokens and links stay ended, and what was handed over stays where it is. For ADMIN, and for HR who covers the person; not for somebody who holds a role the viewer could not give. User errors: NOT_NOW when the person has not left; TAKEN when their e-mail address is somebody else’s by now.',
  })
  async reactivatePerson(
    @Ctx() context: RequestContext,
    @InputArg(() => PersonInput) input: PersonInput,
  ): Promise<PersonPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'reactivatePerson', input.personId);
    const personId = uuidOrNotFound(viewing, 'Person', input.personId);
    const outcome = await command(viewing, (act) => bringBack(act, this.deps, personId));
    if (outcome.ok) run(outcome.value.afterCommit);
    return personPayload(context, outcome);
  }

  @Mutation(() => HandOverPayload, {
    description:
      'Confirms who took over the people of somebody who left, or gives them to somebody else; then they are off the list. For ADMIN, and for HR who covers each of these people; not for oneself. User errors: INVALID when the successor has left or is one of these people; CYCLE when one of them would report to somebody below them; NOT_NOW when all of it was confirmed already.',
  })
  async handOver(
    @Ctx() context: RequestContext,
    @InputArg(() => HandOverInput) input: HandOverInput,
  ): Promise<HandOverPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'handOver');
    const { successorId } = input;
    const outcome = await command(viewing, (act) =>
      confirmHandOvers(act, this.deps, {
        ids: input.ids.map((id) => uuidOrNotFound(viewing, 'HandOver', id)),
        ...(successorId ? { successorId: uuidOrNotFound(viewing, 'Person', successorId) } : {}),
      }),
    );
    if (!outcome.ok) return { confirmed: 0, userErrors: outcome.errors };
    run(outcome.value.afterCommit);
    return { confirmed: outcome.value.confirmed, userErrors: [] };
  }
}

/** By hand it is about one person, and the reason why they stay is an answer. */
function soleLeaver({ language }: SignedInContext, personId: string, left: Left): Outcome<Left> {
  const [skipped] = left.skipped;
  const why = skipped?.why;
  switch (why) {
    case 'FORBIDDEN':
      throw new NotAllowed('deactivatePerson', `Person:${personId}`);
    case 'LAST_ADMIN':
      return refused(userError('LAST_ADMIN', say('lastAdmin'), language, ['personId']));
    case undefined:
      return left.personIds.length > 0
        ? { ok: true, value: left }
        : refused(userError('NOT_NOW', say('hasLeft'), language, ['personId']));
    default:
      return why satisfies never;
  }
}

const run = (afterCommit: readonly AfterCommit[]): void => {
  for (const tell of afterCommit) tell();
};

/** After the commit: open streams of people who have left end, boards show the mentors of now. */
export async function tellLeft(
  { database }: Pick<RequestContext, 'database'>,
  { sessionIds, afterCommit }: Pick<Left, 'sessionIds' | 'afterCommit'>,
): Promise<void> {
  run(afterCommit);
  for (const id of sessionIds) await database.notify(SESSION_REVOKED, id);
}

const handOverFrom = (row: HandOverRow): HandOverType & { __typename: 'HandOver' } => ({
  __typename: 'HandOver',
  id: globalId('HandOver', row.id),
  kind: row.kind,
  at: row.at,
  uuid: row.id,
  leaverUuid: row.leaverId,
  personUuid: row.personId,
  toUuid: row.toId,
  enrolmentUuid: row.enrolmentId,
});

export const handOverNodes: NodeSource = {
  type: 'HandOver',
  load: async ({ viewer, database }, uuid) => {
    const [row] = await database.read(viewer.scope, (tx) => openHandOvers(tx, [uuid]));
    return row ? handOverFrom(row) : null;
  },
};

@Resolver(() => HandOverType)
export class HandOverResolver {
  @FieldResolver(() => PersonType, { description: 'Who left.' })
  leaver(@Ctx() context: RequestContext, @Root() handOver: HandOverType): Promise<PersonType> {
    return named(context, handOver.leaverUuid);
  }

  @FieldResolver(() => PersonType, { description: 'Whose mentor or superior they were.' })
  person(@Ctx() context: RequestContext, @Root() handOver: HandOverType): Promise<PersonType> {
    return named(context, handOver.personUuid);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who has taken over. Null = HR.' })
  to(@Ctx() context: RequestContext, @Root() handOver: HandOverType): Promise<PersonType | null> {
    return mentionedPerson(context, handOver.toUuid);
  }
}

async function named(context: RequestContext, uuid: string): Promise<PersonType> {
  const person = await mentionedPerson(context, uuid);
  if (!person) throw new Error('a person of a visible hand-over has no name');
  return person;
}
