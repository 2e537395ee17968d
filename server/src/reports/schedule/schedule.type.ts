import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  connectionOf,
  DateTimeScalar,
  globalId,
  Node,
  type UserErrorData,
  UserErrorsField,
} from '../../access/graphql/index.js';
import type { ScheduleRecord } from './schedule-records.js';

@ObjectType('ReportSchedule', { implements: Node, description: 'A report on a cohort that is sent regularly.' })
export class ReportScheduleType extends Node {
  @Field(() => Int, { description: 'Every how many weeks it is sent.' })
  everyWeeks!: number;
  @Field(() => Int, { description: 'Day of the week: 1 is Monday, 7 is Sunday.' })
  weekday!: number;
  @Field(() => DateTimeScalar, { description: 'When it is sent next.' })
  nextAt!: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last sent. Null before the first time.' })
  lastAt!: string | null;

  record!: ScheduleRecord;
}

export const ReportScheduleConnection = connectionOf('ReportSchedule', () => ReportScheduleType);

export const scheduleFrom = (record: ScheduleRecord): ReportScheduleType & { __typename: 'ReportSchedule' } => ({
  __typename: 'ReportSchedule',
  id: globalId('ReportSchedule', record.id),
  everyWeeks: record.everyWeeks,
  weekday: record.weekday,
  nextAt: record.nextAt,
  lastAt: record.lastAt,
  record,
});

@InputType({ description: 'A report to send regularly.' })
export class ScheduleReportInput {
  @Field(() => ID, { description: 'The cohort to report on.' })
  cohortId!: string;
  @Field(() => Int, { description: 'Every how many weeks, 1 to 26.' })
  everyWeeks!: number;
  @Field(() => Int, {
    description: "Day of the week: 1 is Monday, 7 is Sunday. Sent at 09:00 in the workspace's time zone.",
  })
  weekday!: number;
  @Field(() => [ID], { description: '1 to 50 people from HR or administration. Each is told what they may know.' })
  recipientIds!: string[];
}

@InputType({ description: 'Which regular report to end.' })
export class CancelReportScheduleInput {
  @Field(() => ID, { description: 'Global id of the schedule.' })
  scheduleId!: string;
}

@ObjectType('ReportSchedulePayload', { description: 'The answer to a mutation that starts or ends a regular report.' })
export class ReportSchedulePayload {
  @Field(() => ReportScheduleType, {
    nullable: true,
    description: 'The schedule after the change. Null when nothing was changed, or when it has ended.',
  })
  schedule!: ReportScheduleType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}
