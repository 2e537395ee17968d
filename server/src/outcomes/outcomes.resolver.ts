import { textIn } from '@planwright/schema/text';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  badInput,
  type Connection,
  decodeCursor,
  globalId,
  InputArg,
  PageArgs,
  pageOf,
  pageSize,
  type RequestContext,
  signedIn,
  userError,
  uuidOf,
  uuidOrNotFound,
} from '../access/graphql/index.js';
import { command, mentionedPerson, PersonType, requireAction } from '../access/index.js';
import { readTable } from '../tables/index.js';
import { createMetric } from './create-metric.js';
import { say } from './generated/messages.js';
import { importMeasurements } from './import-measurements.js';
import { listMeasurements } from './list-measurements.js';
import type { Metric } from './metric.js';
import {
  CreateMetricInput,
  ImportMeasurementsInput,
  ImportMeasurementsPayload,
  MeasurementConnection,
  MeasurementsPayload,
  MeasurementType,
  MetricPayload,
  MetricType,
  RecordMeasurementsInput,
} from './outcomes.type.js';
import { findMetric, readMetrics } from './read-metrics.js';
import { recordMeasurements } from './record-measurements.js';

export const metricFrom = (metric: Metric, { language }: Pick<RequestContext, 'language'>): MetricType => ({
  ...metric,
  title: textIn(metric.title, language),
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

@Resolver(() => MeasurementType)
export class OutcomesResolver {
  @Query(() => [MetricType], {
    description: 'The built-in metrics, followed by those of the workspace for viewers who may edit plans.',
  })
  async metrics(@Ctx() context: RequestContext): Promise<MetricType[]> {
    const { viewer, database } = signedIn(context);
    const metrics = await database.read(viewer.scope, (tx) => readMetrics(tx, viewer.workspace.id));
    return metrics.map((metric) => metricFrom(metric, context));
  }

  @Query(() => MeasurementConnection, {
    description: 'Values of a metric for the people HR covers, newest first. Empty for everybody else.',
  })
  async measurements(
    @Ctx() context: RequestContext,
    @Arg('metricKey', () => String, { description: 'Key of the metric.' }) metricKey: string,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('cohortId', () => ID, { nullable: true, description: 'Only values of people in this cohort.' }) cohortId?:
      | string
      | null,
  ): Promise<Connection<MeasurementType>> {
    const { viewer, database } = signedIn(context);
    const first = pageSize(context, page.first);
    const [measuredOn, id] = page.after ? decodeCursor(context, page.after, ['date', 'text']).map(String) : [];
    if (id !== undefined && !UUID.test(id)) throw badInput(context, 'CURSOR', ['after']);
    const cohort = cohortId ? (uuidOf('Cohort', cohortId) ?? '00000000-0000-0000-0000-000000000000') : undefined;
    const after = measuredOn !== undefined && id !== undefined ? { measuredOn, id } : undefined;
    const rows = await database.read(viewer.scope, (tx) =>
      listMeasurements(tx, metricKey, { first, after, cohortId: cohort }),
    );
    return pageOf(
      rows,
      page,
      (row) => [row.measuredOn, row.id],
      ({ personId, ...row }) => ({ ...row, id: globalId('Measurement', row.id), personUuid: personId }),
    );
  }

  @FieldResolver(() => PersonType, { description: 'The person it was measured for.' })
  async person(@Ctx() context: RequestContext, @Root() { personUuid }: MeasurementType): Promise<PersonType> {
    const person = await mentionedPerson(context, personUuid);
    if (!person) throw new Error('a measurement names nobody');
    return person;
  }

  @Mutation(() => MetricPayload, {
    description:
      'Creates a metric of the workspace. For ADMIN and HR. User error: INVALID for a key that is taken or malformed, the title, the unit or the bounds.',
  })
  async createMetric(
    @Ctx() context: RequestContext,
    @InputArg(() => CreateMetricInput) input: CreateMetricInput,
  ): Promise<MetricPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'createMetric', input.key);
    const { key, title, unit, direction, family, scale, low, high } = input;
    const outcome = await command(viewing, (act) =>
      createMetric(act, {
        key,
        title: { [context.language]: title.trim() },
        unit: unit ?? null,
        direction,
        family,
        scale: scale ?? 'CONTINUOUS',
        low: low ?? null,
        high: high ?? null,
      }),
    );
    if (!outcome.ok) return { metric: null, userErrors: outcome.errors };
    const { viewer, database } = viewing;
    const made = await database.read(viewer.scope, (tx) => findMetric(tx, viewer.workspace.id, outcome.value.key));
    return { metric: made ? metricFrom(made, context) : null, userErrors: [] };
  }

  @Mutation(() => MeasurementsPayload, {
    description:
      'Records measured values. For ADMIN, and for HR with people they cover; not about oneself. Values that are known already are skipped. User error: INVALID for a value, a date or an unknown metric.',
  })
  async recordMeasurements(
    @Ctx() context: RequestContext,
    @InputArg(() => RecordMeasurementsInput) input: RecordMeasurementsInput,
  ): Promise<MeasurementsPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'recordMeasurements', input.metricKey);
    const rows = input.rows.map(({ personId, value, measuredOn, baseline }) => ({
      personId: uuidOrNotFound(viewing, 'Person', personId),
      value,
      measuredOn,
      baseline: baseline ?? false,
    }));
    const outcome = await command(viewing, (act) => recordMeasurements(act, input.metricKey, rows));
    return outcome.ok ? { ...outcome.value, userErrors: [] } : { recorded: 0, userErrors: outcome.errors };
  }

  @Mutation(() => ImportMeasurementsPayload, {
    description:
      'Records values from a table and tells what became of every row. For ADMIN, and for HR with people they cover; rows of others are refused. User error: INVALID for the table, an open question or a metric that takes no values.',
  })
  async importMeasurements(
    @Ctx() context: RequestContext,
    @InputArg(() => ImportMeasurementsInput) input: ImportMeasurementsInput,
  ): Promise<ImportMeasurementsPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'importMeasurements', input.metricKey);
    const { metricKey, csv, dryRun, allOrNothing } = input;
    const file = input.file ?? input.xlsx;
    const nothing = { recorded: 0, rows: [], notes: [], questions: [] };
    if ((csv == null) === (file == null))
      return { ...nothing, userErrors: [userError('INVALID', say('oneTable'), viewing.language, ['csv'])] };
    // Before there is a transaction: no connection waits for a file.
    const read = await readTable(csv == null ? Buffer.from(file ?? '', 'base64') : Buffer.from(csv));
    const outcome = await command(viewing, (act) =>
      importMeasurements(act, {
        metricKey,
        read,
        given: csv == null ? (input.file == null ? 'xlsx' : 'file') : 'csv',
        columns: (input.columns ?? []).map(({ column, letter }) => ({ key: column, letter: letter ?? null })),
        dryRun: dryRun ?? false,
        allOrNothing: allOrNothing ?? false,
      }),
    );
    if (!outcome.ok) return { ...nothing, userErrors: outcome.errors };
    const { errors, questions, ...imported } = outcome.value;
    const asked = questions.map(({ key, ...question }) => ({ column: key, ...question }));
    return { ...imported, questions: asked, userErrors: errors };
  }
}
