import { Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  type Connection,
  decodeCursor,
  InputArg,
  type NodeSource,
  notFound,
  PageArgs,
  pageOf,
  pageSize,
  type RequestContext,
  type SignedInContext,
  signedIn,
  uuidOf,
  uuidOrNotFound,
} from '../../access/graphql/index.js';
import { command, mentionedPerson, type Outcome, PersonType, requireAction } from '../../access/index.js';
import { CohortType, cohortFrom, cohortOf } from '../../enrolments/index.js';
import {
  CancelReportScheduleInput,
  ReportScheduleConnection,
  ReportSchedulePayload,
  ReportScheduleType,
  ScheduleReportInput,
  scheduleFrom,
} from './schedule.type.js';
import { findSchedule, listSchedules } from './schedule-records.js';
import { cancelReportSchedule, scheduleReport } from './schedule-report.js';

export const scheduleNodes: NodeSource[] = [
  {
    type: 'ReportSchedule',
    load: async ({ viewer, database }, uuid) => {
      const record = await database.read(viewer.scope, (tx) => findSchedule(tx, uuid));
      return record ? scheduleFrom(record) : null;
    },
  },
];

@Resolver(() => ReportScheduleType)
export class ReportScheduleResolver {
  @Query(() => ReportScheduleConnection, {
    description: 'Reports that are sent regularly, newest first. For ADMIN and HR.',
  })
  async reportSchedules(
    @Ctx() context: RequestContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Connection<ReportScheduleType>> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'readReports');
    const first = pageSize(context, page.first);
    const [at, id] = page.after ? decodeCursor(context, page.after, ['instant', 'text']).map(String) : [];
    const uuid = id === undefined ? undefined : uuidOf('ReportSchedule', id);
    const after = at !== undefined && uuid !== undefined ? { createdAt: at, id: uuid } : undefined;
    const rows = await viewing.database.read(viewing.viewer.scope, (tx) => listSchedules(tx, first, after));
    return pageOf(
      rows.map(scheduleFrom),
      page,
      ({ record, id: own }) => [record.createdAt, own],
      (row) => row,
    );
  }

  @Mutation(() => ReportSchedulePayload, {
    description:
      "Sends a cohort's report regularly from now on. For ADMIN and HR. User error: INVALID for the rhythm or a recipient who may not read reports.",
  })
  async scheduleReport(
    @Ctx() context: RequestContext,
    @InputArg(() => ScheduleReportInput) { cohortId, recipientIds, ...rhythm }: ScheduleReportInput,
  ): Promise<ReportSchedulePayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'scheduleReport', cohortId);
    const input = {
      ...rhythm,
      cohortId: uuidOrNotFound(viewing, 'Cohort', cohortId),
      recipientIds: recipientIds.map((id) => uuidOrNotFound(viewing, 'Person', id)),
    };
    return this.#payload(viewing, await command(viewing, (act) => scheduleReport(act, input)));
  }

  @Mutation(() => ReportSchedulePayload, {
    description:
      'Ends a regular report. What was sent stays. For whoever set it up, for ADMIN, and for HR who covers the whole workspace.',
  })
  async cancelReportSchedule(
    @Ctx() context: RequestContext,
    @InputArg(() => CancelReportScheduleInput) { scheduleId }: CancelReportScheduleInput,
  ): Promise<ReportSchedulePayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'cancelReportSchedule', scheduleId);
    const uuid = uuidOrNotFound(viewing, 'ReportSchedule', scheduleId);
    return this.#payload(viewing, await command(viewing, (act) => cancelReportSchedule(act, uuid)));
  }

  @FieldResolver(() => CohortType, { description: 'The cohort it is about.' })
  async cohort(@Ctx() context: RequestContext, @Root() { record }: ReportScheduleType): Promise<CohortType> {
    const cohort = await cohortOf(context, record.cohortId);
    if (!cohort) throw notFound(signedIn(context));
    return cohortFrom(cohort);
  }

  @FieldResolver(() => [PersonType], { description: 'Who gets it.' })
  async recipients(@Ctx() context: RequestContext, @Root() { record }: ReportScheduleType): Promise<PersonType[]> {
    const people = await Promise.all(record.recipientIds.map((id) => mentionedPerson(context, id)));
    return people.filter((person) => person !== null);
  }

  async #payload(
    { database, viewer }: SignedInContext,
    outcome: Outcome<{ scheduleId: string }>,
  ): Promise<ReportSchedulePayload> {
    if (!outcome.ok) return { schedule: null, userErrors: outcome.errors };
    const { scheduleId } = outcome.value;
    const record = await database.read(viewer.scope, (tx) => findSchedule(tx, scheduleId));
    return { schedule: record ? scheduleFrom(record) : null, userErrors: [] };
  }
}
