import { textIn } from '@planwright/schema/text';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type RequestContext, signedIn } from '../access/graphql/index.js';
import { mentionedPerson, PersonType } from '../access/index.js';
import { metricFrom, readMetrics } from '../outcomes/index.js';
import { restsOnOneAnswer } from '../outcomes/person-rows/index.js';
import { versionFrom, versionOf } from '../plans/index.js';
import { outlookOf } from './analysis/outlook.js';
import { ExperimentType } from './experiment.type.js';
import type { ExperimentDeps } from './experiment-deps.js';
import {
  ExperimentDecisionType,
  ExperimentMeasureType,
  ExperimentOutlookType,
  LaterValueType,
  MeasureResultType,
} from './experiment-end.type.js';
import { findMembers } from './experiment-records.js';
import { armsOf, estimateFrom } from './experiment-results.resolver.js';
import { viewOf } from './view-experiment.js';

/** What was declared beside the primary metric, what came after the opening, and how the experiment ended. */
@Resolver(() => ExperimentType)
export class ExperimentEndResolver {
  constructor(private readonly deps: ExperimentDeps) {}

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who opened the results. Null until then.' })
  openedBy(@Ctx() context: RequestContext, @Root() { record }: ExperimentType): Promise<PersonType | null> {
    return mentionedPerson(context, record.openedBy);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who stopped or cancelled it. Null otherwise.' })
  endedBy(@Ctx() context: RequestContext, @Root() { record }: ExperimentType): Promise<PersonType | null> {
    return mentionedPerson(context, record.endedBy);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'How the analysis is done, as it was registered. Null for experiments from before this was written down.',
  })
  method(@Ctx() { language }: RequestContext, @Root() { record }: ExperimentType): string | null {
    return record.method && textIn(record.method, language);
  }

  @FieldResolver(() => [ExperimentDecisionType], {
    description: 'What was decided, oldest first. The last decision counts.',
  })
  decisions(@Ctx() context: RequestContext, @Root() { record }: ExperimentType): Promise<ExperimentDecisionType[]> {
    return Promise.all(
      record.decisions.map(async ({ kind, versionId, reason, verdicts, at, by }): Promise<ExperimentDecisionType> => {
        const version = versionId === null ? undefined : await versionOf(context, versionId);
        return {
          decision: kind,
          version: version ? versionFrom(version) : null,
          reason,
          hadVerdict: verdicts.length > 0 && record.status === 'ANALYSED',
          decidedAt: at,
          decidedBy: await mentionedPerson(context, by),
        };
      }),
    );
  }

  @FieldResolver(() => [ExperimentMeasureType], { description: 'The metrics declared beside the primary one.' })
  async measures(@Ctx() context: RequestContext, @Root() { record }: ExperimentType): Promise<ExperimentMeasureType[]> {
    if (record.measures.length === 0) return [];
    const { viewer, database } = signedIn(context);
    const metrics = await database.read(viewer.scope, (tx) => readMetrics(tx, viewer.workspace.id));
    return record.measures.flatMap(({ metric: key, role, margin }) => {
      const metric = metrics.find((one) => one.key === key);
      return metric ? [{ metric: metricFrom(metric, context), role, margin }] : [];
    });
  }

  @FieldResolver(() => [MeasureResultType], {
    description: 'Results of the declared metrics. Empty until the results are opened.',
  })
  async measureResults(
    @Ctx() context: RequestContext,
    @Root() { record }: ExperimentType,
  ): Promise<MeasureResultType[]> {
    const view = await viewOf(context, this.deps, record);
    const arms = new Map(armsOf(record, view).map((arm, i) => [record.arms[i]?.key, arm]));
    return (view.analysis?.measures ?? []).flatMap(({ line, arm: armKey, reference: referenceKey, ...measure }) => {
      const [arm, reference] = [arms.get(armKey), arms.get(referenceKey)];
      if (!arm || !reference) return [];
      const { metric, title, unit, role, margin, adjustedP, state, sentence } = measure;
      return {
        ...estimateFrom(line, context),
        arm,
        reference,
        metricKey: metric,
        title: textIn(title, context.language),
        unit,
        role,
        margin,
        adjustedP,
        state,
        sentence: textIn(sentence, context.language),
      };
    });
  }

  @FieldResolver(() => [LaterValueType], {
    description: 'Values that arrived or changed after the results were opened, of the people the viewer covers.',
  })
  async laterValues(@Ctx() context: RequestContext, @Root() { record }: ExperimentType): Promise<LaterValueType[]> {
    const { later } = await viewOf(context, this.deps, record);
    if (!later || restsOnOneAnswer(record.metricKey)) return [];
    const { viewer, database } = signedIn(context);
    const members = await database.read(viewer.scope, (tx) => findMembers(tx, record.id));
    const mayKnow = new Set(members.map(({ personId }) => personId));
    const found = await Promise.all(
      later.values
        .filter(({ personId }) => mayKnow.has(personId))
        .map(async ({ personId, kind, before, after, recordedAt, recordedBy }) => {
          const person = await mentionedPerson(context, personId);
          return (
            person && {
              person,
              baseline: kind === 'BASELINE',
              before,
              after,
              recordedAt,
              recordedBy: await mentionedPerson(context, recordedBy),
            }
          );
        }),
    );
    return found.filter((value) => value !== null);
  }

  @FieldResolver(() => ExperimentOutlookType, {
    nullable: true,
    description: 'How far it is. Null unless it is running.',
  })
  async outlook(
    @Ctx() context: RequestContext,
    @Root() { record }: ExperimentType,
  ): Promise<ExperimentOutlookType | null> {
    if (record.status !== 'RUNNING') return null;
    const { data } = await viewOf(context, this.deps, record);
    const { sentence, ...outlook } = outlookOf(data);
    return { ...outlook, sentence: textIn(sentence, context.language) };
  }
}
