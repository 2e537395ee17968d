import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { requireAction } from '../access/actions.js';
import { loaderOf, type RequestContext, signedIn } from '../access/graphql/context.js';
import { uuidOf } from '../access/graphql/global-id.js';
import { notFound } from '../access/graphql/request-error.js';
import { PlanDefinitionScalar } from '../access/graphql/scalars.js';
import { PersonType } from '../access/person.type.js';
import { mentionedPerson } from '../access/person-loaders.js';
import { upgradePins } from '../plugins/pins/upgrade-pins.js';
import { command } from './outcome.js';
import { RetirePlanVersionInput, UpgradePinsInput, uuidOrNotFound } from './plan.inputs.js';
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

  @FieldResolver(() => PersonType, { nullable: true })
  updatedBy(@Ctx() context: RequestContext, @Root() draft: DraftType): Promise<PersonType | null> {
    return mentionedPerson(context, draft.updatedById);
  }

  @FieldResolver(() => [ProblemType])
  problems(@Ctx() context: RequestContext, @Root() draft: DraftType): Promise<ProblemType[]> {
    return problemsIn(context, this.deps, draft.definition);
  }
}

@Resolver(() => PlanVersionType)
export class PlanVersionResolver {
  constructor(private readonly deps: PlanDeps) {}

  @Query(() => PlanVersionType, { nullable: true })
  async planVersion(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<PlanVersionType | null> {
    signedIn(context);
    const uuid = uuidOf('PlanVersion', id);
    const version = uuid === undefined ? undefined : await versionOf(context, uuid);
    return version ? versionFrom(version) : null;
  }

  @Mutation(() => PlanVersionPayload)
  async retirePlanVersion(
    @Ctx() context: RequestContext,
    @Arg('input', () => RetirePlanVersionInput) input: RetirePlanVersionInput,
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
    description: 'Lets a published version use a patch of a plugin: recorded with its reason.',
  })
  async upgradePins(
    @Ctx() context: RequestContext,
    @Arg('input', () => UpgradePinsInput) input: UpgradePinsInput,
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

  @FieldResolver(() => [PlanPinType], { description: 'The release of each plugin that this version runs with.' })
  async pins(@Ctx() context: RequestContext, @Root() version: PlanVersionType): Promise<PlanPinType[]> {
    return (await pinsOf(context, version.uuid)).map((pin) => ({
      use: pin.use,
      pluginKey: pin.pluginKey,
      version: pin.version,
      sha256: pin.sha256,
    }));
  }

  @FieldResolver(() => PlanType)
  async plan(@Ctx() context: RequestContext, @Root() version: PlanVersionType): Promise<PlanType> {
    const plan = await planOf(context, version.planUuid);
    if (!plan) throw new Error('a visible version belongs to a plan that is hidden');
    return planFrom(plan);
  }

  @FieldResolver(() => PlanDefinitionScalar)
  async definition(@Ctx() context: RequestContext, @Root() version: PlanVersionType): Promise<unknown> {
    return loaderOf(context, definitionsIn(this.deps.definitions)).load(version.uuid);
  }

  @FieldResolver(() => PersonType, { nullable: true })
  publishedBy(@Ctx() context: RequestContext, @Root() version: PlanVersionType): Promise<PersonType | null> {
    return mentionedPerson(context, version.publishedById);
  }
}
