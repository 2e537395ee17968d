import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../access/graphql/connection.js';
import { globalId } from '../../access/graphql/global-id.js';
import { Node } from '../../access/graphql/node.js';
import { DateTimeScalar } from '../../access/graphql/scalars.js';
import { type UserErrorData, UserErrorsField } from '../../access/graphql/user-error.js';
import type { ScheduleRecord } from './schedule-records.js';

@ObjectType('ReportSchedule', { implements: Node, description: 'Sends a cohort’s report by itself.' })
export class ReportScheduleType extends Node {
  @Field(() => Int)
  everyWeeks!: number;
  @Field(() => Int, { description: '1 = Monday … 7 = Sunday' })
  weekday!: number;
  @Field(() => DateTimeScalar)
  nextAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
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

@InputType()
export class ScheduleReportInput {
  @Field(() => ID)
  cohortId!: string;
  @Field(() => Int, { description: '1 to 26' })
  everyWeeks!: number;
  @Field(() => Int, { description: '1 = Monday … 7 = Sunday; sent at 09:00' })
  weekday!: number;
  @Field(() => [ID], { description: 'HR or administrators; each gets what they may see' })
  recipientIds!: string[];
}

@InputType()
export class CancelReportScheduleInput {
  @Field(() => ID)
  scheduleId!: string;
}

@ObjectType('ReportSchedulePayload')
export class ReportSchedulePayload {
  @Field(() => ReportScheduleType, { nullable: true })
  schedule!: ReportScheduleType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}
