import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import {
  badInput,
  type Connection,
  decodeCursor,
  loaderOf,
  once,
  one,
  PageArgs,
  pageOf,
  pageSize,
  type RequestContext,
  signedIn,
  uuidOf,
} from '../access/graphql/index.js';
import { CohortType, cohortFrom, cohortOf } from '../enrolments/index.js';
import { MetricType, metricFrom, readMetrics } from '../outcomes/index.js';
import { PlanType, planFrom, planOf } from '../plans/index.js';
import { ExperimentConnection, ExperimentType, experimentFrom } from './experiment.type.js';
import {
  type ExperimentRecord,
  findExperiment,
  findExperimentsOfCohorts,
  listExperiments,
} from './experiment-records.js';

const metricsOf = once(async (context) => {
  const { viewer, database } = signedIn(context);
  return database.read(viewer.scope, (tx) => readMetrics(tx, viewer.workspace.id));
});
const experimentsByCohort = one(findExperimentsOfCohorts, (row: ExperimentRecord) => row.cohortId ?? '');

/** Which experiments there are, and what each is about. */
@Resolver(() => ExperimentType)
export class ExperimentResolver {
  @Query(() => ExperimentConnection, {
    description: 'Experiments, newest first. Empty for everybody but HR and administrators.',
  })
  async experiments(
    @Ctx() context: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('planKey', () => String, { nullable: true, description: 'Only experiments on this plan.' }) planKey?:
      | string
      | null,
  ): Promise<Connection<ExperimentType>> {
    const { viewer, database } = signedIn(context);
    const first = pageSize(context, page.first);
    const [createdAt, id] = page.after ? decodeCursor(context, page.after, ['instant', 'text']).map(String) : [];
    const uuid = id === undefined ? undefined : uuidOf('Experiment', id);
    if (id !== undefined && uuid === undefined) throw badInput(context, 'CURSOR', ['after']);
    const after = createdAt !== undefined && uuid !== undefined ? { createdAt, id: uuid } : undefined;
    const rows = await database.read(viewer.scope, (tx) => listExperiments(tx, first, planKey ?? undefined, after));
    return pageOf(
      rows.map(experimentFrom),
      page,
      (row) => [row.record.createdAt, row.id],
      (row) => row,
    );
  }

  @Query(() => ExperimentType, {
    nullable: true,
    description: 'One experiment. Null when it does not exist or the viewer may not see it.',
  })
  async experiment(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Global id of the experiment.' }) id: string,
  ): Promise<ExperimentType | null> {
    const uuid = uuidOf('Experiment', id);
    if (uuid === undefined) return null;
    const { viewer, database } = signedIn(context);
    const record = await database.read(viewer.scope, (tx) => findExperiment(tx, uuid));
    return record ? experimentFrom(record) : null;
  }

  @FieldResolver(() => PlanType, { description: 'The plan whose versions are compared.' })
  async plan(@Ctx() context: RequestContext, @Root() { record }: ExperimentType): Promise<PlanType> {
    const plan = await planOf(context, record.planId);
    if (!plan) throw new Error('a visible experiment is about a plan that is hidden');
    return planFrom(plan);
  }

  @FieldResolver(() => MetricType, { description: 'The primary metric, which decides.' })
  async metric(@Ctx() context: RequestContext, @Root() { record }: ExperimentType): Promise<MetricType> {
    const metric = (await metricsOf(context)).find(({ key }) => key === record.metricKey);
    if (!metric) throw new Error('a visible experiment has a metric that is hidden');
    return metricFrom(metric, context);
  }

  @FieldResolver(() => CohortType, {
    nullable: true,
    description: 'The cohort of everybody in it. Null until it starts.',
  })
  async cohort(@Ctx() context: RequestContext, @Root() { record }: ExperimentType): Promise<CohortType | null> {
    const cohort = record.cohortId === null ? undefined : await cohortOf(context, record.cohortId);
    return cohort ? cohortFrom(cohort) : null;
  }
}

@Resolver(() => CohortType)
export class CohortExperimentResolver {
  @FieldResolver(() => ExperimentType, {
    nullable: true,
    description: 'The experiment this cohort belongs to. Null when there is none, or when the viewer may not see it.',
  })
  async experiment(@Ctx() context: RequestContext, @Root() cohort: CohortType): Promise<ExperimentType | null> {
    const record = await loaderOf(context, experimentsByCohort).load(cohort.uuid);
    return record ? experimentFrom(record) : null;
  }
}
