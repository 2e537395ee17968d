import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { loaderOf, type RequestContext, signedIn } from '../access/graphql/index.js';
import { statement, type Tx } from '../database/index.js';
import { PlanType, PlanVersionType } from '../plans/index.js';
import { CohortType, cohortFrom } from './cohort.type.js';
import { cohortsOf } from './enrolment-loaders.js';

const COUNT = { key: 'uuid', count: 'int' } as const;

const RUNNING = statement(
  COUNT,
  `
select v.plan_id as key, count(*)::int as count
from enrolment e join plan_version v on v.id = e.plan_version_id
join enrolment_state s on s.enrolment_id = e.id and s.status in ('SCHEDULED', 'ACTIVE', 'PAUSED')
where v.plan_id = any($1::uuid[]) and v.workspace_id = $2::uuid group by v.plan_id`,
);

const ON_VERSION = statement(
  COUNT,
  `
select plan_version_id as key, count(*)::int as count from enrolment
where plan_version_id = any($1::uuid[]) and workspace_id = $2::uuid group by plan_version_id`,
);

/** Plan authors must know how many people a change affects, though not which; everybody else counts the people they may see. */
const counts = (counting: typeof RUNNING) => (context: RequestContext) =>
  new DataLoader<string, number>(async (ids) => {
    const { viewer, database } = signedIn(context);
    const count = (tx: Tx) => tx.rows(counting, [ids, viewer.workspace.id]);
    const rows = viewer.scope.plans ? await database.work(count) : await database.read(viewer.scope, count);
    return ids.map((id) => rows.find((row) => row.key === id)?.count ?? 0);
  });

const running = counts(RUNNING);
const onVersion = counts(ON_VERSION);

/** What a plan says about those who run it. */
@Resolver(() => PlanType)
export class PlanRunningResolver {
  @FieldResolver(() => [CohortType], { description: 'Cohorts that run the plan and that the viewer may see.' })
  async cohorts(@Ctx() context: RequestContext, @Root() plan: PlanType): Promise<CohortType[]> {
    return (await cohortsOf(context, plan.uuid)).map(cohortFrom);
  }

  @FieldResolver(() => Int, {
    description:
      'People who run any version of the plan now: scheduled, active or paused. Plan designers get the full count, others count the people they may see.',
  })
  runningCount(@Ctx() context: RequestContext, @Root() plan: PlanType): Promise<number> {
    return loaderOf(context, running).load(plan.uuid);
  }
}

@Resolver(() => PlanVersionType)
export class VersionRunningResolver {
  @FieldResolver(() => Int, {
    description:
      'Enrolments pinned to this version, whatever their status. Plan designers get the full count, others count the people they may see.',
  })
  enrolmentCount(@Ctx() context: RequestContext, @Root() version: PlanVersionType): Promise<number> {
    return loaderOf(context, onVersion).load(version.uuid);
  }
}
