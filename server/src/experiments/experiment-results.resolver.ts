import { textIn } from '@planwright/schema/text';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../access/graphql/index.js';
import { restsOnOneAnswer } from '../outcomes/person-rows/index.js';
import { PlanVersionType, versionFrom, versionOf } from '../plans/index.js';
import type { EstimateLine } from './analysis/experiment-data.js';
import { ExperimentType } from './experiment.type.js';
import type { ExperimentDeps } from './experiment-deps.js';
import type { ExperimentRecord } from './experiment-records.js';
import { ArmType, type EstimateType, ExperimentResultType, IntegrityCheckType } from './experiment-result.type.js';
import { type ExperimentView, viewOf } from './view-experiment.js';

/** What came of an experiment, as far as it may be known today. */
@Resolver(() => ExperimentType)
export class ExperimentResultsResolver {
  constructor(private readonly deps: ExperimentDeps) {}

  @FieldResolver(() => [ArmType], { description: 'The arms, the reference first.' })
  async arms(@Ctx() context: RequestContext, @Root() { record }: ExperimentType): Promise<ArmType[]> {
    return armsOf(record, await this.#view(context, record));
  }

  @FieldResolver(() => [IntegrityCheckType], { description: 'Checks of whether the arms can be compared.' })
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
    description: 'One comparison for each arm after the reference. Empty until the results are opened.',
  })
  async results(@Ctx() context: RequestContext, @Root() { record }: ExperimentType): Promise<ExperimentResultType[]> {
    const view = await this.#view(context, record);
    const arms = new Map(armsOf(record, view).map((arm, i) => [record.arms[i]?.key, arm]));
    return (view.analysis?.comparisons ?? []).flatMap((one, i) => {
      const later = view.later?.estimates[i];
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
        later: later ? estimateFrom(later, context) : null,
      };
    });
  }

  #view(context: RequestContext, record: ExperimentRecord): Promise<ExperimentView> {
    return viewOf(context, this.deps, record);
  }
}

/** How many were measured is no secret, what was measured is one until the results are opened. */
export function armsOf(record: ExperimentRecord, { data, analysis, open }: ExperimentView): ArmType[] {
  return record.arms.map(({ key, versionId }) => {
    const own = data.members.filter(({ arm }) => arm === key);
    const found = analysis?.arms.find((arm) => arm.key === key);
    return {
      versionUuid: versionId,
      allocated: found?.allocated ?? own.length,
      measured: found?.measured ?? own.filter(({ outcome }) => outcome !== null).length,
      mean: found?.mean ?? null,
      standardDeviation: found?.standardDeviation ?? null,
      values:
        open && !restsOnOneAnswer(record.metricKey)
          ? own.flatMap(({ outcome }) => (outcome === null ? [] : [outcome])).sort((a, b) => a - b)
          : null,
    };
  });
}

export const estimateFrom = (line: EstimateLine, { language }: RequestContext): EstimateType => ({
  method: textIn(line.method, language),
  estimate: line.estimate,
  low: line.low,
  high: line.high,
  pValue: line.pValue,
  note: line.note ? textIn(line.note, language) : null,
});

@Resolver(() => ArmType)
export class ArmResolver {
  @FieldResolver(() => PlanVersionType, { description: 'The version its people run.' })
  async version(@Ctx() context: RequestContext, @Root() { versionUuid }: ArmType): Promise<PlanVersionType> {
    const version = await versionOf(context, versionUuid);
    if (!version) throw new Error('an arm has a version that is hidden');
    return versionFrom(version);
  }
}
