import type { Problem } from '@planwright/schema/definition';
import { textIn } from '@planwright/schema/text';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  type Connection,
  decodeCursor,
  globalId,
  InputArg,
  type NodeSource,
  PageArgs,
  PlanDefinitionScalar,
  pageOf,
  pageSize,
  type RequestContext,
  signedIn,
  uuidOrNotFound,
} from '../access/graphql/index.js';
import { command, requireAction } from '../access/index.js';
import { statement } from '../database/index.js';
import { createPlan } from './create-plan.js';
import {
  CreatePlanInput,
  migrationRequestOf,
  PublishPlanInput,
  RestorePlanVersionInput,
  SaveDraftInput,
} from './plan.inputs.js';
import {
  DraftType,
  draftFrom,
  PlanConnection,
  PlanPayload,
  PlanTemplateType,
  PlanType,
  PlanVersionType,
  ProblemType,
  PublishPlanPayload,
  planFrom,
  problemFrom,
  versionFrom,
} from './plan.type.js';
import type { PlanDeps } from './plan-deps.js';
import { draftOf, planOf, versionOf, versionsOf } from './plan-loaders.js';
import { findPlan, listPlans } from './plan-records.js';
import { problemsIn, stormsIn } from './problems-in.js';
import { publishPlan } from './publish-plan.js';
import { restorePlanVersion } from './restore-plan-version.js';
import { saveDraft } from './save-draft.js';

async function planPayload(context: RequestContext, planId: string): Promise<PlanPayload> {
  const plan = await planOf(context, planId);
  return { plan: plan ? planFrom(plan) : null, userErrors: [] };
}

const PLANS = statement({ count: 'int' }, 'select count(*)::int as count from plan');

@Resolver(() => PlanType)
export class PlanResolver {
  constructor(private readonly deps: PlanDeps) {}

  @Query(() => PlanConnection, { description: 'Plans the viewer may see, by key.' })
  async plans(@Ctx() context: RequestContext, @Args(() => PageArgs) page: PageArgs): Promise<Connection<PlanType>> {
    const { viewer, database } = signedIn(context);
    const first = pageSize(context, page.first);
    const after = page.after ? String(decodeCursor(context, page.after, 1)[0]) : undefined;
    const rows = await database.read(viewer.scope, (tx) => listPlans(tx, first, after));
    return pageOf(
      rows,
      page,
      (row) => [row.key],
      planFrom,
      async () => {
        const row = await database.read(viewer.scope, (tx) => tx.row(PLANS));
        return row?.count ?? 0;
      },
    );
  }

  @Query(() => PlanType, {
    nullable: true,
    description: 'One plan. Null when it does not exist or the viewer may not see it.',
  })
  async plan(
    @Ctx() context: RequestContext,
    @Arg('key', () => String, { description: 'Key of the plan.' }) key: string,
  ): Promise<PlanType | null> {
    const { viewer, database } = signedIn(context);
    const row = await database.read(viewer.scope, (tx) => findPlan(tx, key));
    return row ? planFrom(row) : null;
  }

  @Query(() => [ProblemType], { description: 'Everything that is wrong with a definition, without saving it.' })
  checkDefinition(
    @Ctx() context: RequestContext,
    @Arg('definition', () => PlanDefinitionScalar, { description: 'The definition to check.' }) definition: unknown,
  ): Promise<ProblemType[]> {
    return problemsIn(context, this.deps, definition);
  }

  @Query(() => [PlanTemplateType], { description: 'Ready-made plans to start from.' })
  async planTemplates(@Ctx() context: RequestContext): Promise<PlanTemplateType[]> {
    const { language } = signedIn(context);
    const templates = await this.deps.loadTemplates();
    return templates.map(({ key, definition }) => ({
      key,
      title: textIn(definition.title, language),
      description: textIn(definition.description, language) || null,
      definition,
    }));
  }

  @Mutation(() => PlanPayload, {
    description:
      'Creates a plan with its first draft. For ADMIN, HR and DESIGNER. User error: INVALID when the definition has no key or title, or the key is taken.',
  })
  async createPlan(
    @Ctx() context: RequestContext,
    @InputArg(() => CreatePlanInput) input: CreatePlanInput,
  ): Promise<PlanPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'createPlan');
    const outcome = await command(viewing, (act) => createPlan(act, input.definition));
    return outcome.ok ? planPayload(context, outcome.value.planId) : { plan: null, userErrors: outcome.errors };
  }

  @Mutation(() => PlanPayload, {
    description:
      "Replaces the draft of a plan. For ADMIN, HR and DESIGNER. `expectedRevision` keeps one person from overwriting another's edit. User errors: STALE_REVISION; INVALID when the definition has no key or title, or another key than the plan.",
  })
  async saveDraft(
    @Ctx() context: RequestContext,
    @InputArg(() => SaveDraftInput) input: SaveDraftInput,
  ): Promise<PlanPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'saveDraft', input.planKey);
    const outcome = await command(viewing, (act) => saveDraft(act, input));
    return outcome.ok ? planPayload(context, outcome.value.planId) : { plan: null, userErrors: outcome.errors };
  }

  @Mutation(() => PlanPayload, {
    description:
      'Makes the draft what a version is, layout included. Versions and the people who run them stay as they are. For ADMIN, HR and DESIGNER. User error: STALE_REVISION.',
  })
  async restorePlanVersion(
    @Ctx() context: RequestContext,
    @InputArg(() => RestorePlanVersionInput) input: RestorePlanVersionInput,
  ): Promise<PlanPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'restorePlanVersion', input.id);
    const versionId = uuidOrNotFound(viewing, 'PlanVersion', input.id);
    const { expectedRevision } = input;
    const outcome = await command(viewing, (act) => restorePlanVersion(act, { versionId, expectedRevision }));
    return outcome.ok ? planPayload(context, outcome.value.planId) : { plan: null, userErrors: outcome.errors };
  }

  @Mutation(() => PublishPlanPayload, {
    description:
      'Publishes the draft as the next version, and moves people to it when `migration` says so. For ADMIN, HR and DESIGNER; moving people is for ADMIN and HR. User errors: STALE_REVISION; HAS_PROBLEMS when the draft has errors; NEEDS_ADMIN when the plan grants rights and the viewer is no administrator; INVALID when nothing has changed or the migration does not fit; PREVIEW_OUTDATED when the migration would no longer do what its preview said.',
  })
  async publishPlan(
    @Ctx() context: RequestContext,
    @InputArg(() => PublishPlanInput) input: PublishPlanInput,
  ): Promise<PublishPlanPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'publishPlan', input.planKey);
    if (input.migration) await requireAction(viewing, 'moveEnrolments', input.planKey);
    const { planKey, expectedRevision, changeNote, migration, previewHash } = input;
    const published = await command(viewing, (act) =>
      publishPlan(
        act,
        {
          planKey,
          expectedRevision,
          ...(changeNote ? { changeNote } : {}),
          ...(migration ? { migration: migrationRequestOf(viewing, migration) } : {}),
          ...(previewHash ? { previewHash } : {}),
        },
        this.deps,
      ),
    );
    const inWords = (problem: Problem) => problemFrom(problem, viewing.language);
    if (!published.ok) {
      return {
        version: null,
        migrationId: null,
        problems: published.problems.map(inWords),
        userErrors: published.errors,
      };
    }
    const storms = await stormsIn(viewing, this.deps, published.definition);
    const problems = [...published.problems, ...storms].map(inWords);
    this.deps.committed(published.moved.cohortIds, published.moved.enrolmentIds);
    const version = await versionOf(context, published.versionId);
    return {
      version: version ? versionFrom(version) : null,
      migrationId: published.migrationId ? globalId('Migration', published.migrationId) : null,
      problems,
      userErrors: [],
    };
  }

  @FieldResolver(() => String, { description: 'Title of the plan as of its draft, in the requested language.' })
  title(@Ctx() context: RequestContext, @Root() plan: PlanType): string {
    return textIn(plan.titles, context.language);
  }

  @FieldResolver(() => DraftType, {
    nullable: true,
    description: 'The draft. Null for viewers who may not edit plans.',
  })
  async draft(@Ctx() context: RequestContext, @Root() plan: PlanType): Promise<DraftType | null> {
    const draft = await draftOf(context, plan.uuid);
    return draft ? draftFrom(draft) : null;
  }

  @FieldResolver(() => PlanVersionType, {
    nullable: true,
    description:
      'The newest published version, in which people are enrolled. Null before the first publication or when every version is retired.',
  })
  async current(@Ctx() context: RequestContext, @Root() plan: PlanType): Promise<PlanVersionType | null> {
    const current = (await versionsOf(context, plan.uuid)).find((version) => version.status === 'PUBLISHED');
    return current ? versionFrom(current) : null;
  }

  @FieldResolver(() => [PlanVersionType], {
    description: 'All published and retired versions that the viewer may see, newest first.',
  })
  async versions(@Ctx() context: RequestContext, @Root() plan: PlanType): Promise<PlanVersionType[]> {
    return (await versionsOf(context, plan.uuid)).map(versionFrom);
  }
}

export const planNodes: NodeSource[] = [
  {
    type: 'Plan',
    load: async (context, uuid) => {
      const plan = await planOf(context, uuid);
      return plan ? planFrom(plan) : null;
    },
  },
  {
    type: 'PlanVersion',
    load: async (context, uuid) => {
      const version = await versionOf(context, uuid);
      return version ? versionFrom(version) : null;
    },
  },
];
