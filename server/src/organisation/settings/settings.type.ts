import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { type UserErrorData, UserErrorsField } from '../../access/graphql/index.js';
import type { LeaverEnrolments } from '../../people/index.js';
import { LeaverEnrolmentsEnum } from '../leaving/leaving.type.js';

@ObjectType('ReportTargets', {
  simpleResolvers: true,
  description: 'What a report holds the figures of a cohort against.',
})
export class ReportTargetsType {
  @Field(() => Float, { description: 'Share of required items that should be completed, 0 to 1.' })
  completion!: number;
  @Field(() => Float, { description: 'Share of items that should be completed on time, 0 to 1.' })
  onTime!: number;
  @Field(() => Float, { description: 'Share of submissions that should get feedback in time, 0 to 1.' })
  feedback!: number;
  @Field(() => Float, { description: 'Mean score that work should reach, 0 to 100.' })
  quality!: number;
}

@ObjectType('WorkspaceSettings', {
  simpleResolvers: true,
  description: 'What an organisation decides about its own workspace.',
})
export class WorkspaceSettingsType {
  @Field(() => String, { description: 'The name shown in the studio.' })
  name!: string;
  @Field(() => String, { description: 'Language of new people and of messages to nobody in particular: zh-CN or en.' })
  locale!: string;
  @Field(() => String, {
    description: 'IANA time zone of the workspace, and of new people who have none of their own.',
  })
  timeZone!: string;
  @Field(() => String, {
    description: 'When a working day begins, such as 09:00. Deadlines in working hours count from it.',
  })
  workingFrom!: string;
  @Field(() => String, { description: 'When a working day ends, such as 18:00.' })
  workingTo!: string;
  @Field(() => String, { description: 'Key of the calendar for plans that name none. `cn` is the only one.' })
  calendar!: string;
  @Field(() => LeaverEnrolmentsEnum, { description: 'What becomes of the plans of people who leave.' })
  leaverEnrolments!: LeaverEnrolments;
  @Field(() => Int, { description: 'Largest file that can be uploaded, in megabytes, 1 to 200.' })
  maxFileMegabytes!: number;
  @Field(() => ReportTargetsType, { description: 'What reports hold the figures against.' })
  reportTargets!: ReportTargetsType;
}

@InputType({ description: 'What reports should hold the figures against. What is left out stays as it is.' })
export class ReportTargetsInput {
  @Field(() => Float, { nullable: true, description: 'Share of required items that should be completed, 0 to 1.' })
  completion?: number | null;
  @Field(() => Float, { nullable: true, description: 'Share of items that should be completed on time, 0 to 1.' })
  onTime?: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Share of submissions that should get feedback in time, 0 to 1.',
  })
  feedback?: number | null;
  @Field(() => Float, { nullable: true, description: 'Mean score that work should reach, 0 to 100.' })
  quality?: number | null;
}

@InputType({ description: 'The settings to change. What is left out, or null, stays as it is.' })
export class WorkspaceSettingsInput {
  @Field(() => String, { nullable: true, description: 'The name shown in the studio, up to 200 characters.' })
  name?: string | null;
  @Field(() => String, { nullable: true, description: 'Language of the workspace, `zh-CN` or `en`.' })
  locale?: string | null;
  @Field(() => String, { nullable: true, description: 'An IANA time zone, such as Asia/Shanghai.' })
  timeZone?: string | null;
  @Field(() => String, { nullable: true, description: 'When a working day begins, such as 09:00.' })
  workingFrom?: string | null;
  @Field(() => String, { nullable: true, description: 'When a working day ends, later than it begins.' })
  workingTo?: string | null;
  @Field(() => String, { nullable: true, description: 'Key of the calendar; `cn` is the only one.' })
  calendar?: string | null;
  @Field(() => LeaverEnrolmentsEnum, {
    nullable: true,
    description: 'What becomes of the plans of people who leave, unless something else is said of one of them.',
  })
  leaverEnrolments?: LeaverEnrolments | null;
  @Field(() => Int, { nullable: true, description: 'Largest file that can be uploaded, in megabytes, 1 to 200.' })
  maxFileMegabytes?: number | null;
  @Field(() => ReportTargetsInput, { nullable: true, description: 'What reports should hold the figures against.' })
  reportTargets?: ReportTargetsInput | null;
}

@ObjectType('WorkspaceSettingsPayload', {
  simpleResolvers: true,
  description: 'The answer to `saveWorkspaceSettings`.',
})
export class WorkspaceSettingsPayload {
  @Field(() => WorkspaceSettingsType, {
    nullable: true,
    description: 'The settings after the change. Null when nothing was changed.',
  })
  settings!: WorkspaceSettingsType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}
