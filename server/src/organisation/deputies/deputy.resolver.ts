import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  InputArg,
  loaderOf,
  many,
  one,
  type RequestContext,
  signedIn,
  uuidOf,
  uuidOrNotFound,
} from '../../access/graphql/index.js';
import {
  command,
  mayActOn,
  mentionedPerson,
  PersonType,
  personParties,
  REACH_CHANGED,
  visiblePerson,
} from '../../access/index.js';
import { type DeputyRow, readDeputies, readStandingIn } from '../../people/index.js';
import type { OrganisationDeps } from '../organisation-act.js';
import { PersonPayload, personPayload } from '../people/person.payload.js';
import { DeputyInput, DeputyPeriodType } from './deputy.type.js';
import { readCandidates } from './deputy-candidates.js';
import { setDeputy } from './set-deputy.js';

const ofMentors = one(readDeputies, (row: DeputyRow) => row.mentorId);
const ofDeputies = many(readStandingIn, (row: DeputyRow) => row.deputyId);

async function periodFrom(context: RequestContext, row: DeputyRow): Promise<DeputyPeriodType | null> {
  const [mentor, deputy] = await Promise.all([
    mentionedPerson(context, row.mentorId),
    mentionedPerson(context, row.deputyId),
  ]);
  if (!mentor || !deputy) return null;
  return { mentor, deputy, from: row.fromOn, until: row.untilOn, running: row.state === 'RUNNING' };
}

/** Who stands in for a mentor. */
@Resolver(() => PersonType)
export class DeputyResolver {
  constructor(private readonly deps: OrganisationDeps) {}

  @Query(() => [PersonType], {
    description:
      'Colleagues that a mentor may name to stand in for them: those who accompany or lead people, and the mentor’s superior, by name; people of the same department come first. For the mentor, ADMIN, and HR who covers the mentor; empty for others.',
  })
  async possibleDeputies(
    @Ctx() context: RequestContext,
    @Arg('mentorId', () => ID, { description: 'Global id of the mentor.' }) mentorId: string,
  ): Promise<PersonType[]> {
    const { viewer, database } = signedIn(context);
    const uuid = uuidOf('Person', mentorId);
    const mentor = uuid === undefined ? null : await visiblePerson(context, uuid);
    if (!mentor || !mayActOn(viewer, 'setDeputy', personParties(mentor.uuid, mentor.departmentId ?? null))) return [];
    const found = await database.look((tx) => readCandidates(tx, mentor.uuid, null));
    const people = await Promise.all(found.map(({ id }) => mentionedPerson(context, id)));
    return people.filter((person) => person !== null);
  }

  @Mutation(() => PersonPayload, {
    description:
      'Names who stands in for a mentor in a period, in place of whoever was named before; without a deputy it ends what was set. Meanwhile the deputy sees and reviews what the mentor does and gets the reminders, but never for work of their own. For the mentor themselves, who choose among `possibleDeputies`; for ADMIN, and for HR who covers the mentor, who choose among the people they see. User errors: INVALID for a period that is over, ends before it begins or lies more than a year ahead, and for a deputy who is the mentor, has left or is not among those.',
  })
  async setDeputy(
    @Ctx() context: RequestContext,
    @InputArg(() => DeputyInput) input: DeputyInput,
  ): Promise<PersonPayload> {
    const viewing = signedIn(context);
    const { deputyId, from, until } = input;
    const outcome = await command(viewing, (act) =>
      setDeputy(
        act,
        { ...this.deps, realNow: viewing.clock.real() },
        {
          mentorId: uuidOrNotFound(viewing, 'Person', input.mentorId),
          deputyId: deputyId ? uuidOrNotFound(viewing, 'Person', deputyId) : null,
          from,
          ...(until ? { until } : {}),
        },
      ),
    );
    if (outcome.ok) await viewing.database.notify(REACH_CHANGED, '');
    return personPayload(context, outcome);
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who stands in for this person as a mentor now. Null when nobody does, or the viewer may not see it.',
  })
  async deputy(@Ctx() context: RequestContext, @Root() person: PersonType): Promise<PersonType | null> {
    const period = await loaderOf(context, ofMentors).load(person.uuid);
    return period?.state === 'RUNNING' ? mentionedPerson(context, period.deputyId) : null;
  }

  @FieldResolver(() => DeputyPeriodType, {
    nullable: true,
    description:
      'The period in which somebody stands in for this person as a mentor, running or to come. Null when there is none, or the viewer may not see it.',
  })
  async deputyPeriod(@Ctx() context: RequestContext, @Root() person: PersonType): Promise<DeputyPeriodType | null> {
    const period = await loaderOf(context, ofMentors).load(person.uuid);
    return period ? periodFrom(context, period) : null;
  }

  @FieldResolver(() => [DeputyPeriodType], {
    description:
      'Periods, running or to come, in which this person stands in for mentors, of those the viewer may see.',
  })
  async standsInFor(@Ctx() context: RequestContext, @Root() person: PersonType): Promise<DeputyPeriodType[]> {
    const periods = await loaderOf(context, ofDeputies).load(person.uuid);
    const shown = await Promise.all(periods.map((row) => periodFrom(context, row)));
    return shown.filter((period) => period !== null);
  }
}
