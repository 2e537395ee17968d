import { plainDateIn, textIn } from '@planwright/schema';
import { Arg, Args, Ctx, FieldResolver, Float, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { requireAction } from '../access/actions.js';
import { type Connection, decodeCursor, PageArgs, pageOf, pageSize } from '../access/graphql/connection.js';
import { type RequestContext, type SignedInContext, signedIn } from '../access/graphql/context.js';
import { uuidOf } from '../access/graphql/global-id.js';
import { badInput, notFound } from '../access/graphql/request-error.js';
import { command, type Outcome } from '../access/outcome.js';
import { CohortType, cohortFrom } from '../enrolments/cohort.type.js';
import { afterCommit, type EnrolmentDeps } from '../enrolments/enrolment-deps.js';
import { cohortOf } from '../enrolments/enrolment-loaders.js';
import { metricFrom } from '../outcomes/outcomes.resolver.js';
import { MetricType } from '../outcomes/outcomes.type.js';
import { findMetric } from '../outcomes/read-metrics.js';
import { uuidOrNotFound } from '../plans/plan.inputs.js';
import { PlanType, PlanVersionType, planFrom, versionFrom } from '../plans/plan.type.js';
import { planOf, versionOf } from '../plans/plan-loaders.js';
import { findPlan } from '../plans/plan-records.js';
import type { EnrolmentChange } from '../progress/progress-listener.js';
import { closeExperiment } from './analyse.js';
import type { EstimateLine } from './analysis/experiment-data.js';
import { readCandidates, rosterOf } from './candidates.js';
import { createExperiment } from './create-experiment.js';
import { deviateAllocation } from './deviate-allocation.js';
import {
  ArmType,
  CreateExperimentInput,
  DetectableEffectInput,
  DetectableEffectType,
  DeviateAllocationInput,
  type EstimateType,
  ExperimentConnection,
  ExperimentInput,
  ExperimentPayload,
  ExperimentResultType,
  ExperimentType,
  experimentFrom,
  IntegrityCheckType,
  JoinExperimentInput,
  type MentorChoiceInput,
} from './experiment.type.js';
import {
  type ExperimentRecord,
  findExperiment,
  findExperimentOfCohort,
  listExperiments,
} from './experiment-records.js';
import { foreseeEffect } from './foresee-effect.js';
import { joinExperiment } from './join-experiment.js';
import { startExperiment } from './start-experiment.js';
import { type ExperimentView, viewOf } from './view-experiment.js';

@Resolver(() => ExperimentType)
export class ExperimentResolver {
  constructor(private readonly deps: EnrolmentDeps) {}

  @Query(() => ExperimentConnection, { description: 'newest first' })
  async experiments(
    @Ctx() context: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('planKey', () => String, { nullable: true }) planKey?: string | null,
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

  @Query(() => ExperimentType, { nullable: true })
  async experiment(@Ctx() context: RequestContext, @Arg('id', () => ID) id: string): Promise<ExperimentType | null> {
    const uuid = uuidOf('Experiment', id);
    return uuid === undefined ? null : this.#load(signedIn(context), uuid);
  }

  @Query(() => DetectableEffectType, { description: 'What could be seen, before an experiment is created.' })
  async detectableEffect(
    @Ctx() context: RequestContext,
    @Arg('input', () => DetectableEffectInput) input: DetectableEffectInput,
  ): Promise<DetectableEffectType> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'designExperiment', input.planKey);
    const personIds = [...new Set(input.personIds)].map((id) => uuidOrNotFound(viewing, 'Person', id));
    const { viewer, database, now, language } = viewing;
    const workspaceId = viewer.workspace.id;
    const today = plainDateIn(now, viewer.workspace.timeZone);
    const unit = input.unit ?? 'PERSON';
    const found = await command(viewing, async (act) => {
      const plan = await findPlan(act.tx, input.planKey);
      const metric = await findMetric(act.tx, workspaceId, input.metricKey);
      if (!plan || !metric) throw notFound(context);
      const of = { metricKey: metric.key, startsOn: today, today, mentors: new Map() };
      return { ok: true, plan, metric, people: await readCandidates(act, personIds, of) };
    });
    const roster = rosterOf(found.people, [], unit);
    const clusters = new Map(
      roster.flatMap(({ id, cluster }) => (cluster === undefined ? [] : [[id, cluster] as const])),
    );
    const units = unit === 'PERSON' ? roster.length : new Set(clusters.values()).size;
    const arms = Math.max(2, input.versionCount);
    const [most, least] = [Math.ceil(units / arms), Math.floor(units / arms)];
    const answer = await database.look((tx) =>
      foreseeEffect(tx, this.deps.progress.definitions, {
        workspaceId,
        metric: found.metric,
        planId: found.plan.id,
        personIds,
        perArm: [most, least],
        clusters,
        today,
      }),
    );
    return {
      effect: answer.effect,
      unit: found.metric.unit,
      perArm: least,
      attainableP: answer.attainableP,
      sentence: textIn(answer.sentence, language),
    };
  }

  @Mutation(() => ExperimentPayload)
  async createExperiment(
    @Ctx() context: RequestContext,
    @Arg('input', () => CreateExperimentInput) input: CreateExperimentInput,
  ): Promise<ExperimentPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'designExperiment', input.planKey);
    const { versionIds, weights, personIds, mentors, strata, unit, seed, ...plain } = input;
    const outcome = await command(viewing, (act) =>
      createExperiment(act, {
        ...plain,
        versionIds: versionIds.map((id) => uuidOrNotFound(viewing, 'PlanVersion', id)),
        personIds: personIds.map((id) => uuidOrNotFound(viewing, 'Person', id)),
        mentors: mentorsOf(viewing, mentors),
        strata: [...new Set(strata ?? [])],
        unit: unit ?? 'PERSON',
        ...(weights ? { weights } : {}),
        ...(seed == null ? {} : { seed }),
      }),
    );
    return outcome.ok ? this.#answer(viewing, outcome.value.experimentId) : failed(outcome);
  }

  @Mutation(() => ExperimentPayload, {
    description: 'Makes the cohort and enrols everybody on his version, in one act.',
  })
  async startExperiment(
    @Ctx() context: RequestContext,
    @Arg('input', () => ExperimentInput) input: ExperimentInput,
  ): Promise<ExperimentPayload> {
    const { viewing, id } = await this.#target(context, input);
    const outcome = await command(viewing, (act) => startExperiment(act, this.deps.progress, id));
    return this.#after(viewing, id, outcome);
  }

  @Mutation(() => ExperimentPayload, {
    description: 'People who come later go on in the blocks where the drawing ended.',
  })
  async joinExperiment(
    @Ctx() context: RequestContext,
    @Arg('input', () => JoinExperimentInput) input: JoinExperimentInput,
  ): Promise<ExperimentPayload> {
    const { viewing, id } = await this.#target(context, input);
    const personIds = input.personIds.map((person) => uuidOrNotFound(viewing, 'Person', person));
    const mentors = mentorsOf(viewing, input.mentors);
    const outcome = await command(viewing, (act) =>
      joinExperiment(act, this.deps.progress, { experimentId: id, personIds, mentors }),
    );
    return this.#after(viewing, id, outcome);
  }

  @Mutation(() => ExperimentPayload, {
    description: 'Logs that somebody runs another version than he was drawn for; he stays in his arm.',
  })
  async deviateAllocation(
    @Ctx() context: RequestContext,
    @Arg('input', () => DeviateAllocationInput) input: DeviateAllocationInput,
  ): Promise<ExperimentPayload> {
    const { viewing, id } = await this.#target(context, input);
    const personId = uuidOrNotFound(viewing, 'Person', input.personId);
    const versionId = uuidOrNotFound(viewing, 'PlanVersion', input.versionId);
    const outcome = await command(viewing, (act) =>
      deviateAllocation(act, { experimentId: id, personId, versionId, reason: input.reason }),
    );
    return outcome.ok ? this.#answer(viewing, id) : failed(outcome);
  }

  @Mutation(() => ExperimentPayload, { description: 'On its day: keeps what is found as it is found.' })
  async analyseExperiment(
    @Ctx() context: RequestContext,
    @Arg('input', () => ExperimentInput) input: ExperimentInput,
  ): Promise<ExperimentPayload> {
    const { viewing, id } = await this.#target(context, input);
    const outcome = await command(viewing, (act) => closeExperiment(act, this.deps.progress.definitions, id));
    return outcome.ok ? this.#answer(viewing, id) : failed(outcome);
  }

  @FieldResolver(() => PlanType)
  async plan(@Ctx() context: RequestContext, @Root() { record }: ExperimentType): Promise<PlanType> {
    const plan = await planOf(context, record.planId);
    if (!plan) throw new Error('a visible experiment is about a plan that is hidden');
    return planFrom(plan);
  }

  @FieldResolver(() => MetricType)
  async metric(@Ctx() context: RequestContext, @Root() { record }: ExperimentType): Promise<MetricType> {
    const { viewer, database } = signedIn(context);
    const metric = await database.read(viewer.scope, (tx) => findMetric(tx, viewer.workspace.id, record.metricKey));
    if (!metric) throw new Error('a visible experiment has a metric that is hidden');
    return metricFrom(metric, context);
  }

  @FieldResolver(() => CohortType, { nullable: true })
  async cohort(@Ctx() context: RequestContext, @Root() { record }: ExperimentType): Promise<CohortType | null> {
    const cohort = record.cohortId === null ? undefined : await cohortOf(context, record.cohortId);
    return cohort ? cohortFrom(cohort) : null;
  }

  @FieldResolver(() => [ArmType])
  async arms(@Ctx() context: RequestContext, @Root() { record }: ExperimentType): Promise<ArmType[]> {
    return armsOf(record, await this.#view(context, record));
  }

  @FieldResolver(() => [IntegrityCheckType])
  async integrity(@Ctx() context: RequestContext, @Root() { record }: ExperimentType): Promise<IntegrityCheckType[]> {
    const { integrity } = await this.#view(context, record);
    return integrity.map(({ key, passed, value, text }) => ({
      key,
      passed,
      value,
      text: textIn(text, context.language),
    }));
  }

  @FieldResolver(() => [ExperimentResultType], {
    description: 'one per arm after the reference; empty until the analysis date',
  })
  async results(@Ctx() context: RequestContext, @Root() { record }: ExperimentType): Promise<ExperimentResultType[]> {
    const view = await this.#view(context, record);
    const arms = new Map(armsOf(record, view).map((arm, i) => [record.arms[i]?.key, arm]));
    return (view.analysis?.comparisons ?? []).flatMap((one) => {
      const [arm, reference] = [arms.get(one.arm), arms.get(one.reference)];
      if (!arm || !reference) return [];
      const { language } = context;
      return {
        ...estimateFrom(one.primary, context),
        arm,
        reference,
        verdict: one.verdict,
        sentence: textIn(one.sentence, language),
        sensitivity: one.sensitivity.map((line) => estimateFrom(line, context)),
      };
    });
  }

  #view(context: RequestContext, record: ExperimentRecord): Promise<ExperimentView> {
    return viewOf(context, this.deps.progress.definitions, record);
  }

  async #target(context: RequestContext, input: ExperimentInput) {
    const viewing = signedIn(context);
    await requireAction(viewing, 'designExperiment', input.experimentId);
    return { viewing, id: uuidOrNotFound(viewing, 'Experiment', input.experimentId) };
  }

  async #load({ viewer, database }: SignedInContext, uuid: string): Promise<ExperimentType | null> {
    const record = await database.read(viewer.scope, (tx) => findExperiment(tx, uuid));
    return record ? experimentFrom(record) : null;
  }

  async #answer(context: SignedInContext, uuid: string): Promise<ExperimentPayload> {
    return { experiment: await this.#load(context, uuid), userErrors: [] };
  }

  async #after(
    context: SignedInContext,
    uuid: string,
    outcome: Outcome<{ changes: EnrolmentChange[] }>,
  ): Promise<ExperimentPayload> {
    if (!outcome.ok) return failed(outcome);
    afterCommit(this.deps, outcome.value.changes);
    return this.#answer(context, uuid);
  }
}

const failed = ({
  errors,
}: { ok: false } & Pick<Extract<Outcome<never>, { ok: false }>, 'errors'>): ExperimentPayload => ({
  experiment: null,
  userErrors: errors,
});

const mentorsOf = (context: SignedInContext, given: readonly MentorChoiceInput[] | null | undefined) =>
  new Map(
    (given ?? []).map(({ personId, mentorId }) => [
      uuidOrNotFound(context, 'Person', personId),
      uuidOrNotFound(context, 'Person', mentorId),
    ]),
  );

/** Whom was measured is no secret, what was measured is one until the day. */
function armsOf(record: ExperimentRecord, { data, analysis, open }: ExperimentView): ArmType[] {
  return record.arms.map(({ key, versionId }) => {
    const own = data.members.filter(({ arm }) => arm === key);
    const found = analysis?.arms.find((arm) => arm.key === key);
    return {
      versionUuid: versionId,
      allocated: found?.allocated ?? own.length,
      measured: found?.measured ?? own.filter(({ outcome }) => outcome !== null).length,
      mean: found?.mean ?? null,
      standardDeviation: found?.standardDeviation ?? null,
      values: open ? own.flatMap(({ outcome }) => (outcome === null ? [] : [outcome])).sort((a, b) => a - b) : null,
    };
  });
}

const estimateFrom = (line: EstimateLine, { language }: RequestContext): EstimateType => ({
  method: textIn(line.method, language),
  estimate: line.estimate,
  low: line.low,
  high: line.high,
  pValue: line.pValue,
  note: line.note ? textIn(line.note, language) : null,
});

@Resolver(() => ArmType)
export class ArmResolver {
  @FieldResolver(() => PlanVersionType)
  async version(@Ctx() context: RequestContext, @Root() { versionUuid }: ArmType): Promise<PlanVersionType> {
    const version = await versionOf(context, versionUuid);
    if (!version) throw new Error('an arm has a version that is hidden');
    return versionFrom(version);
  }
}

@Resolver(() => CohortType)
export class CohortExperimentResolver {
  @FieldResolver(() => ExperimentType, { nullable: true })
  async experiment(@Ctx() context: RequestContext, @Root() cohort: CohortType): Promise<ExperimentType | null> {
    const { viewer, database } = signedIn(context);
    const record = await database.read(viewer.scope, (tx) => findExperimentOfCohort(tx, cohort.uuid));
    return record ? experimentFrom(record) : null;
  }
}

/** A class of its own: the query of the same name belongs to the resolver above. */
@Resolver(() => ExperimentType)
export class ExperimentEffectResolver {
  constructor(private readonly deps: EnrolmentDeps) {}

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'difference that n people per arm can show with 80 % power',
  })
  async detectableEffect(@Ctx() context: RequestContext, @Root() { record }: ExperimentType): Promise<number | null> {
    const { viewer, database } = signedIn(context);
    const { roster, unit, allocation, arms } = record;
    const clusters = new Map(
      unit === 'PERSON' ? [] : roster.map(({ id, cluster }) => [id, cluster ?? `person:${id}`] as const),
    );
    const sizes = arms.map(({ key }) => {
      const own = roster.filter(({ id }) => allocation.assignments[id] === key);
      return unit === 'PERSON' ? own.length : new Set(own.map(({ id }) => clusters.get(id))).size;
    });
    const [reference = 0, ...others] = sizes;
    const workspaceId = viewer.workspace.id;
    const answer = await database.look(async (tx) => {
      const metric = await findMetric(tx, workspaceId, record.metricKey);
      if (!metric) return null;
      return foreseeEffect(tx, this.deps.progress.definitions, {
        workspaceId,
        metric,
        planId: record.planId,
        personIds: roster.map(({ id }) => id),
        perArm: [reference, Math.min(...others)],
        clusters,
        // What was known when it was designed: the field does not move with the results.
        today: plainDateIn(record.createdAt, viewer.workspace.timeZone),
      });
    });
    return answer?.effect ?? null;
  }
}
