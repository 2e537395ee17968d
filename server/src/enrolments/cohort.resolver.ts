import { Arg, Args, Ctx, FieldResolver, Float, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  type Connection,
  decodeCursor,
  InputArg,
  PageArgs,
  pageOf,
  pageSize,
  type RequestContext,
  signedIn,
  uuidOf,
  uuidOrNotFound,
} from '../access/graphql/index.js';
import { command, requireAction } from '../access/index.js';
import {
  environmentOf,
  PlanType,
  PlanVersionType,
  planFrom,
  planOf,
  versionFrom,
  versionOf,
  versionsOf,
} from '../plans/index.js';
import { CohortConnection, CohortPayload, CohortType, cohortFrom } from './cohort.type.js';
import { createCohort } from './create-cohort.js';
import { enrolWithBaseline } from './enrol-with-baseline.js';
import { CreateCohortInput, EnrolPeopleInput } from './enrolment.inputs.js';
import { EnrolmentConnection, EnrolmentType, EnrolPeoplePayload } from './enrolment.type.js';
import { afterCommit, type EnrollingDeps } from './enrolment-deps.js';
import {
  cancelledOfCohort,
  cohortOf,
  countOfCohort,
  definitionOf,
  enrolmentOf,
  enrolmentsOfCohort,
  figuresOfCohort,
} from './enrolment-loaders.js';
import { listCohorts } from './enrolment-records.js';
import { enrolmentFrom } from './enrolment-views.js';
import { weekNow, weeksOfPlan, weeksUntil } from './plan-weeks.js';

@Resolver(() => CohortType)
export class CohortResolver {
  constructor(private readonly deps: EnrollingDeps) {}

  @Query(() => CohortConnection, { description: 'Cohorts the viewer may see, latest start first.' })
  async cohorts(
    @Ctx() context: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('planKey', () => String, { nullable: true, description: 'Only cohorts that run this plan.' }) planKey?:
      | string
      | null,
  ): Promise<Connection<CohortType>> {
    const { viewer, database } = signedIn(context);
    const first = pageSize(context, page.first);
    const [startsOn, id] = page.after ? decodeCursor(context, page.after, ['date', 'text']).map(String) : [];
    const uuid = id === undefined ? undefined : uuidOf('Cohort', id);
    const after = startsOn !== undefined && uuid !== undefined ? { startsOn, id: uuid } : undefined;
    const rows = await database.read(viewer.scope, (tx) => listCohorts(tx, first, planKey ?? undefined, after));
    return pageOf(
      rows.map(cohortFrom),
      page,
      (row) => [row.startsOn, row.id],
      (row) => row,
    );
  }

  @Query(() => CohortType, {
    nullable: true,
    description: 'One cohort. Null when it does not exist or the viewer may not see it.',
  })
  async cohort(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Global id of the cohort.' }) id: string,
  ): Promise<CohortType | null> {
    signedIn(context);
    const uuid = uuidOf('Cohort', id);
    const cohort = uuid === undefined ? undefined : await cohortOf(context, uuid);
    return cohort ? cohortFrom(cohort) : null;
  }

  @Mutation(() => CohortPayload, {
    description:
      'Creates a cohort of a published plan, still without people. For ADMIN and HR. User errors: INVALID for the name or the first day; NOT_NOW when the plan has no published version.',
  })
  async createCohort(
    @Ctx() context: RequestContext,
    @InputArg(() => CreateCohortInput) input: CreateCohortInput,
  ): Promise<CohortPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'createCohort', input.planKey);
    const outcome = await command(viewing, (act) => createCohort(act, input));
    if (!outcome.ok) return { cohort: null, userErrors: outcome.errors };
    const cohort = await cohortOf(context, outcome.value.cohortId);
    return { cohort: cohort ? cohortFrom(cohort) : null, userErrors: [] };
  }

  @Mutation(() => EnrolPeoplePayload, {
    description:
      'Enrols people in a cohort, all of them or nobody. For ADMIN, and for HR with people they cover. User errors: ALREADY_ENROLLED; INVALID for people who have left, are named twice or would be their own mentor; NOT_NOW when the version is not published.',
  })
  async enrolPeople(
    @Ctx() context: RequestContext,
    @InputArg(() => EnrolPeopleInput) input: EnrolPeopleInput,
  ): Promise<EnrolPeoplePayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'enrolPeople', input.cohortId);
    const { mentorId, planVersionId, startsOn, baseline } = input;
    const outcome = await command(viewing, (act) =>
      enrolWithBaseline(
        act,
        this.deps,
        {
          cohortId: uuidOrNotFound(viewing, 'Cohort', input.cohortId),
          personIds: input.personIds.map((id) => uuidOrNotFound(viewing, 'Person', id)),
          ...(mentorId ? { mentorId: uuidOrNotFound(viewing, 'Person', mentorId) } : {}),
          ...(planVersionId ? { planVersionId: uuidOrNotFound(viewing, 'PlanVersion', planVersionId) } : {}),
          ...(startsOn ? { startsOn } : {}),
          again: input.again ?? false,
        },
        (baseline ?? []).map(({ personId, metricKey, value }) => ({
          personId: uuidOrNotFound(viewing, 'Person', personId),
          metricKey,
          value,
        })),
      ),
    );
    if (!outcome.ok) return { enrolments: [], userErrors: outcome.errors };
    afterCommit(this.deps, outcome.value.changes);
    const rows = await Promise.all(outcome.value.enrolmentIds.map((id) => enrolmentOf(context, id)));
    return { enrolments: rows.flatMap((row) => (row ? [enrolmentFrom(row)] : [])), userErrors: [] };
  }

  @FieldResolver(() => PlanType, { description: 'The plan it runs.' })
  async plan(@Ctx() context: RequestContext, @Root() cohort: CohortType): Promise<PlanType> {
    const plan = await planOf(context, cohort.planUuid);
    if (!plan) throw new Error('a visible cohort belongs to a plan that is hidden');
    return planFrom(plan);
  }

  @FieldResolver(() => EnrolmentConnection, {
    description: 'Enrolments in the cohort that the viewer may see, cancelled ones included.',
  })
  async enrolments(
    @Ctx() context: RequestContext,
    @Root() cohort: CohortType,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<EnrolmentType>> {
    const limit = pageSize(context, page.first) + 1;
    const after = page.after ? (uuidOf('Enrolment', String(decodeCursor(context, page.after, 1)[0])) ?? null) : null;
    const rows = await enrolmentsOfCohort(context, cohort.uuid, { limit, after });
    return pageOf(
      rows.map((row) => enrolmentFrom(row)),
      page,
      (row) => [row.id],
      (row) => row,
      () => countOfCohort(context, cohort.uuid),
    );
  }

  @FieldResolver(() => [EnrolmentType], {
    description:
      'Enrolments that were cancelled. They are on no board and in no figure, and can be brought back with `undoCancellation`.',
  })
  async cancelled(@Ctx() context: RequestContext, @Root() cohort: CohortType): Promise<EnrolmentType[]> {
    return (await cancelledOfCohort(context, cohort.uuid)).map((row) => enrolmentFrom(row));
  }

  @FieldResolver(() => Int, {
    description:
      'How many people are in the cohort, of those the viewer may see. Cancelled enrolments are not counted.',
  })
  async personCount(@Ctx() context: RequestContext, @Root() cohort: CohortType): Promise<number> {
    return (await figuresOfCohort(context, cohort.uuid))?.people ?? 0;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'What is done divided by what is needed, over all these people, 0 to 1. Null while nothing is needed.',
  })
  async completion(@Ctx() context: RequestContext, @Root() cohort: CohortType): Promise<number | null> {
    const figures = await figuresOfCohort(context, cohort.uuid);
    return figures && figures.needed > 0 ? figures.done / figures.needed : null;
  }

  @FieldResolver(() => [PlanVersionType], { description: 'The versions its people run, highest number first.' })
  async versions(@Ctx() context: RequestContext, @Root() cohort: CohortType): Promise<PlanVersionType[]> {
    const ids = (await figuresOfCohort(context, cohort.uuid))?.versionIds ?? [];
    const versions = await Promise.all(ids.map((id) => versionOf(context, id)));
    return versions.flatMap((version) => (version ? [versionFrom(version)] : [])).sort((a, b) => b.number - a.number);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Calendar week of the run that it is now, where week 1 holds the first day. Null before then.',
  })
  weekNow(@Ctx() context: RequestContext, @Root() cohort: CohortType): number | null {
    return weekNow(context.now, cohort.startsOn, signedIn(context).viewer.workspace.timeZone);
  }

  /** By what is due to the people in it; while nobody is, by what the plan would ask of somebody. */
  @FieldResolver(() => Int, {
    description:
      'Calendar weeks from the first day to the last due date. While nobody is enrolled, as the newest version would have it. 0 when nothing is due.',
  })
  async weeks(@Ctx() context: RequestContext, @Root() cohort: CohortType): Promise<number> {
    const zone = signedIn(context).viewer.workspace.timeZone;
    const dueAt = (await figuresOfCohort(context, cohort.uuid))?.dueAt;
    if (dueAt) return weeksUntil(dueAt, cohort.startsOn, zone);
    const current = (await versionsOf(context, cohort.planUuid)).find((version) => version.status === 'PUBLISHED');
    if (!current) return 0;
    const definition = await definitionOf(context, this.deps.progress.definitions, current.id);
    return weeksOfPlan(definition, cohort.startsOn, zone, await environmentOf(context));
  }
}
