import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loaderOf, many, type RequestContext } from '../access/graphql/index.js';
import { mentionedPerson, PersonType } from '../access/index.js';
import { PlanVersionType, versionFrom, versionOf } from '../plans/index.js';
import { ExperimentType } from './experiment.type.js';
import type { ExperimentDeps } from './experiment-deps.js';
import { ExperimentMemberType } from './experiment-people.type.js';
import { findMembersOf } from './experiment-records.js';
import { isReplayed } from './is-replayed.js';
import { viewOf } from './view-experiment.js';

const membersOf = many(findMembersOf, ({ experimentId }) => experimentId);

/** Who was drawn for what, and whether the drawing can be done again. */
@Resolver(() => ExperimentType)
export class ExperimentPeopleResolver {
  constructor(private readonly deps: ExperimentDeps) {}

  @FieldResolver(() => [ExperimentMemberType], { description: 'The members the viewer covers.' })
  async members(@Ctx() context: RequestContext, @Root() { record }: ExperimentType): Promise<ExperimentMemberType[]> {
    const versionByArm = new Map(record.arms.map(({ key, versionId }) => [key, versionId]));
    const members = await loaderOf(context, membersOf).load(record.id);
    const { data } = await viewOf(context, this.deps, record);
    const measured = new Set(data.members.flatMap(({ personId, outcome }) => (outcome === null ? [] : [personId])));
    return members.flatMap(({ personId, arm, late, deviation, deviatedTo }) => {
      const versionUuid = versionByArm.get(arm);
      if (versionUuid === undefined) return [];
      const deviatedToUuid = deviatedTo === null ? null : (versionByArm.get(deviatedTo) ?? null);
      return { late, deviation, measured: measured.has(personId), personUuid: personId, versionUuid, deviatedToUuid };
    });
  }

  @FieldResolver(() => Boolean, {
    description: 'True when the draw, repeated from seed and roster, gives everybody the version they have.',
  })
  async replayed(@Ctx() context: RequestContext, @Root() { record }: ExperimentType): Promise<boolean> {
    const { data } = await viewOf(context, this.deps, record);
    return isReplayed(record, data.members);
  }
}

@Resolver(() => ExperimentMemberType)
export class ExperimentMemberResolver {
  @FieldResolver(() => PersonType, { description: 'Who takes part.' })
  async person(@Ctx() context: RequestContext, @Root() { personUuid }: ExperimentMemberType): Promise<PersonType> {
    const person = await mentionedPerson(context, personUuid);
    if (!person) throw new Error('a visible member of an experiment is nobody');
    return person;
  }

  @FieldResolver(() => PlanVersionType, { description: 'The version they were drawn for.' })
  version(@Ctx() context: RequestContext, @Root() { versionUuid }: ExperimentMemberType): Promise<PlanVersionType> {
    return shown(context, versionUuid);
  }

  @FieldResolver(() => PlanVersionType, {
    nullable: true,
    description: 'The version they run instead. Null when they run the one they were drawn for.',
  })
  async deviatedTo(
    @Ctx() context: RequestContext,
    @Root() { deviatedToUuid }: ExperimentMemberType,
  ): Promise<PlanVersionType | null> {
    return deviatedToUuid === null ? null : shown(context, deviatedToUuid);
  }
}

async function shown(context: RequestContext, uuid: string): Promise<PlanVersionType> {
  const version = await versionOf(context, uuid);
  if (!version) throw new Error('an arm has a version that is hidden');
  return versionFrom(version);
}
