import { textIn } from '@planwright/schema/text';
import { plainDateIn } from '@planwright/schema/time';
import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Float, Query, Resolver, Root } from 'type-graphql';
import {
  InputArg,
  loaderOf,
  loaderWith,
  notFound,
  type RequestContext,
  signedIn,
  uuidOrNotFound,
} from '../access/graphql/index.js';
import { command, requireAction } from '../access/index.js';
import type { Tx } from '../database/index.js';
import type { EnrolmentDeps } from '../enrolments/index.js';
import { findMetric } from '../outcomes/index.js';
import type { Viewer } from '../people/index.js';
import { type DefinitionCache, findPlan } from '../plans/index.js';
import { readCandidates, rosterOf } from './candidates.js';
import { DetectableEffectInput } from './experiment.inputs.js';
import { ExperimentType } from './experiment.type.js';
import type { ExperimentRecord } from './experiment-records.js';
import { DetectableEffectType } from './experiment-result.type.js';
import { foreseeEffect } from './foresee-effect.js';

/** What these people could show, before anything is created. */
@Resolver()
export class ForeseenEffectResolver {
  constructor(private readonly deps: EnrolmentDeps) {}

  @Query(() => DetectableEffectType, {
    description: 'What a number of people could show, before an experiment is created. For ADMIN and HR.',
  })
  async detectableEffect(
    @Ctx() context: RequestContext,
    @InputArg(() => DetectableEffectInput) input: DetectableEffectInput,
  ): Promise<DetectableEffectType> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'createExperiment', input.planKey);
    const personIds = [...new Set(input.personIds)].map((id) => uuidOrNotFound(viewing, 'Person', id));
    const { viewer, database, now, language } = viewing;
    const workspaceId = viewer.workspace.id;
    const today = plainDateIn(now, viewer.workspace.timeZone);
    const unit = input.unit ?? 'PERSON';
    const found = await command(viewing, async (act) => {
      const plan = await findPlan(act.tx, input.planKey);
      const metric = await findMetric(act.tx, workspaceId, input.metricKey);
      if (!plan || !metric) throw notFound(context);
      const of = { planId: plan.id, metricKey: metric.key, startsOn: today, today, mentors: new Map() };
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
}

/** What those who were drawn can show. A class of its own: the query of the same name belongs to the resolver above. */
@Resolver(() => ExperimentType)
export class ExperimentEffectResolver {
  constructor(private readonly deps: EnrolmentDeps) {}

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      "The difference these people can show with 80 % power, in the metric's unit, by what was known when it was registered. Null when nothing was known about how much values vary.",
  })
  detectableEffect(@Ctx() context: RequestContext, @Root() { record }: ExperimentType): Promise<number | null> {
    return loaderOf(context, effects(this.deps.progress.definitions)).load(record);
  }
}

/** One after the other in one transaction, however many experiments are listed. */
const effects = loaderWith(
  (definitions: DefinitionCache, context) =>
    new DataLoader<ExperimentRecord, number | null>((records) => {
      const { viewer, database } = signedIn(context);
      return database.look(async (tx) => {
        const found: (number | null)[] = [];
        for (const record of records) found.push(await effectOf(tx, definitions, record, viewer.workspace));
        return found;
      });
    }),
);

async function effectOf(
  tx: Tx,
  definitions: DefinitionCache,
  { roster, unit, allocation, arms, metricKey, planId, createdAt }: ExperimentRecord,
  { id: workspaceId, timeZone }: Viewer['workspace'],
): Promise<number | null> {
  const clusters = new Map(
    unit === 'PERSON' ? [] : roster.map(({ id, cluster }) => [id, cluster ?? `person:${id}`] as const),
  );
  const sizes = arms.map(({ key }) => {
    const own = roster.filter(({ id }) => allocation.assignments[id] === key);
    return unit === 'PERSON' ? own.length : new Set(own.map(({ id }) => clusters.get(id))).size;
  });
  const [reference = 0, ...others] = sizes;
  const metric = await findMetric(tx, workspaceId, metricKey);
  if (!metric) return null;
  const { effect } = await foreseeEffect(tx, definitions, {
    workspaceId,
    metric,
    planId,
    personIds: roster.map(({ id }) => id),
    perArm: [reference, Math.min(...others)],
    clusters,
    // What was known when it was designed: the field does not move with the results.
    today: plainDateIn(createdAt, timeZone),
  });
  return effect;
}
