import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  InputArg,
  loaderOf,
  notFound,
  PlanDefinitionScalar,
  type RequestContext,
  signedIn,
  uuidOf,
  uuidOrNotFound,
} from '../access/graphql/index.js';
import { command, mentionedPerson, PersonType, requireAction } from '../access/index.js';
import { upgradePins } from '../plugins/index.js';
import { RetirePlanVersionInput, UpgradePinsInput } from './plan.inputs.js';
import {
  DraftType,
  PlanPinType,
  PlanType,
  PlanVersionPayload,
  PlanVersionType,
  ProblemType,
  planFrom,
  versionFrom,
} from './plan.type.js';
import type { PlanDeps } from './plan-deps.js';
import { definitionsIn, pinsOf, planOf, versionOf } from './plan-loaders.js';
import { findVersions } from './plan-records.js';
import { problemsIn } from './problems-in.js';
import { retirePlanVersion } from './retire-plan-version.js';

@Resolver(() => DraftType)
export class DraftResolver {
  constructor(private readonly deps: PlanDeps) {}

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who saved it last. Null when it was the system.' })
  updatedBy(@Ctx() context: RequestContext, @Root() draft: DraftType): Promise<PersonType | null> {
    return mentionedPerson(context, draft.updatedById);
  }

  @FieldResolver(() => [ProblemType], {
    description: 'Everything that is wrong with the draft, as `checkDefinition` finds it.',
  })
  problems(@Ctx() context: RequestContext, @Root() draft: DraftType): Promise<ProblemType[]> {
    return problemsIn(context, this.deps, draft.definition);
  }
}

@Resolver(() => PlanVersionType)
export class PlanVersionResolver {
  constructor(private readonly deps: PlanDeps) {}

  @Query(() => PlanVersionType, {
    nullable: true,
    description: 'One version of a plan. Null when it does not exist or the viewer may not see it.',
  })
  async planVersion(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Global id of the version.' }) id: string,
  ): Promise<PlanVersionType | null> {
    signedIn(context);
    const uuid = uuidOf('PlanVersion', id);
    const version = uuid === undefined ? undefined : await versionOf(context, uuid);
    return version ? versionFrom(version) : null;
  }

  @Mutation(() => PlanVersionPayload, {
    description:
      'Retires a version: nobody can be enrolled in it any longer, and the people who run it go on. For ADMIN, HR and DESIGNER. User error: NOT_NOW when it is retired already or an experiment needs it.',
  })
  async retirePlanVersion(
    @Ctx() context: RequestContext,
    @InputArg(() => RetirePlanVersionInput) input: RetirePlanVersionInput,
  ): Promise<PlanVersionPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'retirePlanVersion', input.id);
    const uuid = uuidOrNotFound(viewing, 'PlanVersion', input.id);
    const outcome = await command(viewing, (act) => retirePlanVersion(act, this.deps, uuid));
    if (!outcome.ok) return { version: null, userErrors: outcome.errors };
    const version = await versionOf(context, uuid);
    return { version: version ? versionFrom(version) : null, userErrors: [] };
  }

  @Mutation(() => PlanVersionPayload, {
    description:
      'Lets a published version use a patch release of a plugin, recorded with a reason. A larger step needs a new version of the plan. For ADMIN, HR and DESIGNER. User error: INVALID.',
  })
  async upgradePins(
    @Ctx() context: RequestContext,
    @InputArg(() => UpgradePinsInput) input: UpgradePinsInput,
  ): Promise<PlanVersionPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'upgradePins', input.planVersionId);
    const versionId = uuidOrNotFound(viewing, 'PlanVersion', input.planVersionId);
    const { use, version, reason } = input;
    const outcome = await command(viewing, async (act) => {
      const [visible] = await findVersions(act.tx, [versionId]);
      const definition = visible && (await this.deps.definitions.load(act.tx, [versionId]))[versionId];
      if (!definition) throw notFound(viewing);
      return upgradePins(act, this.deps.plugins.registry, definition, { versionId, use, version, reason });
    });
    if (!outcome.ok) return { version: null, userErrors: outcome.errors };
    const upgraded = await versionOf(context, versionId);
    return { version: upgraded ? versionFrom(upgraded) : null, userErrors: [] };
  }

  @FieldResolver(() => [PlanPinType], {
    description:
      'The exact release of each plugin rule and scorer that this version runs with. Empty for viewers who may not edit plans.',
  })
  async pins(@Ctx() context: RequestContext, @Root() version: PlanVersionType): Promise<PlanPinType[]> {
    return (await pinsOf(context, version.uuid)).map((pin) => ({
      use: pin.use,
      pluginKey: pin.pluginKey,
      version: pin.version,
      sha256: pin.sha256,
    }));
  }

  @FieldResolver(() => PlanType, { description: 'The plan this is a version of.' })
  async plan(@Ctx() context: RequestContext, @Root() version: PlanVersionType): Promise<PlanType> {
    const plan = await planOf(context, version.planUuid);
    if (!plan) throw new Error('a visible version belongs to a plan that is hidden');
    return planFrom(plan);
  }

  @FieldResolver(() => PlanDefinitionScalar, { description: 'The plan definition as it was published.' })
  async definition(@Ctx() context: RequestContext, @Root() version: PlanVersionType): Promise<unknown> {
    return loaderOf(context, definitionsIn(this.deps.definitions)).load(version.uuid);
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who published it. Null when the person is no longer known.',
  })
  publishedBy(@Ctx() context: RequestContext, @Root() version: PlanVersionType): Promise<PersonType | null> {
    return mentionedPerson(context, version.publishedById);
  }
}
