import type {
  EnrolmentStatus,
  Instant,
  ItemKind,
  ItemOutcome,
  ItemStateKind,
  PlainDate,
  Requirement,
  ReviewDecision,
  Zone,
} from '@planwright/schema';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../access/graphql/connection.js';
import { Node } from '../access/graphql/node.js';
import { DateScalar, DateTimeScalar, JsonScalar } from '../access/graphql/scalars.js';
import { type UserErrorData, UserErrorsField } from '../access/graphql/user-error.js';
import { PersonType } from '../access/person.type.js';
import { ItemKindEnum, RequirementEnum } from '../plans/item-kind.type.js';
import type { StateRow, SubmissionRow } from '../progress/projection-rows.js';
import { EnrolmentStatusEnum, ItemOutcomeEnum, ItemStateKindEnum, ReviewDecisionEnum } from './enrolment-enums.js';
import type { PastView } from './past-view.js';

@ObjectType('Progress', {
  simpleResolvers: true,
  description:
    "A person's progress in a plan. Shares run from 0 to 1 and are null while nothing counts towards them. All figures are zero or null for somebody who only shares a task of the plan.",
})
export class ProgressType {
  @Field(() => Int, { description: 'How much of what is needed is done.' })
  done!: number;
  @Field(() => Int, {
    description:
      'How many things the person needs to do: required items, electives up to the number to choose, and points goals.',
  })
  needed!: number;
  @Field(() => Float, { description: '`done` divided by `needed`, 0 to 1. 1 when nothing is needed.' })
  completion!: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'Share of items that were submitted or completed by their due date, among those known to be on time or late, 0 to 1.',
  })
  onTime!: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Share of submissions that were reviewed, among those reviewed or past their deadline for feedback, 0 to 1.',
  })
  feedbackGiven!: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Share of submissions that were reviewed by their deadline, among those reviewed or past their deadline for feedback, 0 to 1.',
  })
  feedbackInTime!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: "Score of the whole plan, 0 to 100, by the plan's scoring. Null until there is one.",
  })
  score!: number | null;
  @Field(() => Int, { description: 'How many items are overdue now.' })
  overdue!: number;
}

@ObjectType('StageState', { simpleResolvers: true, description: 'Where a person stands with a stage of their plan.' })
export class StageStateType {
  @Field(() => String, { description: 'Key of the stage in the plan.' })
  key!: string;
  @Field(() => String, { description: 'Title of the stage in the requested language.' })
  title!: string;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the stage opens or opened. Null while the date waits for something.',
  })
  opensAt!: Instant | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the stage is due. Null when it has no due date, or the date waits for something.',
  })
  dueAt!: Instant | null;
  @Field(() => Boolean, { description: "Whether the stage's rule of completion is met." })
  complete!: boolean;
  @Field(() => Int, { description: 'How much of what the stage needs is done.' })
  done!: number;
  @Field(() => Int, { description: 'How many things the stage needs.' })
  needed!: number;
  @Field(() => [String], { description: "Keys of the stage's items, in the order of the plan." })
  items!: string[];
  @Field(() => Boolean, { description: 'Whether the stage has opened.' })
  open!: boolean;
  @Field(() => Boolean, {
    description: 'True when a date of the stage may still move because the calendar of its year is not published yet.',
  })
  provisional!: boolean;
}

@ObjectType('StepState', { simpleResolvers: true, description: 'Where a person stands with a step of a task.' })
export class StepStateType {
  @Field(() => String, { description: 'Key of the step within its task.' })
  key!: string;
  @Field(() => String, { description: 'Title of the step in the requested language.' })
  title!: string;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the step is due. Null when it has no date of its own, or the date waits for something.',
  })
  dueAt!: Instant | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the step was submitted. Null until then.' })
  completedAt!: Instant | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was submitted by its due date. Null while that is open, or without a due date.',
  })
  onTime!: boolean | null;
}

@ObjectType('LockReason', { simpleResolvers: true, description: 'One fact that keeps an item closed.' })
export class LockReasonType {
  @Field(() => String, { description: 'The fact in one sentence in the requested language.' })
  text!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Key of the item it waits for. Null when it waits for something else.',
  })
  itemKey!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it opens, where that is known. Null otherwise.' })
  opensAt!: Instant | null;
}

@ObjectType('ItemState', { simpleResolvers: true, description: 'Where a person stands with an item of their plan.' })
export class ItemStateType {
  @Field(() => String, { description: 'Key of the item in the plan.' })
  key!: string;
  @Field(() => String, { description: 'Key of the stage the item belongs to.' })
  stageKey!: string;
  @Field(() => ItemKindEnum, { description: 'What kind of item it is.' })
  kind!: ItemKind;
  @Field(() => String, { description: 'Title of the item in the requested language.' })
  title!: string;
  @Field(() => RequirementEnum, { description: 'Whether it has to be done.' })
  requirement!: Requirement;
  @Field(() => ItemStateKindEnum, { description: 'Where the person stands with it.' })
  state!: ItemStateKind;
  @Field(() => ItemOutcomeEnum, {
    nullable: true,
    description: 'How it ended. Null until it is finished, and when it was excused.',
  })
  outcome!: ItemOutcome | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it opens or opened. Null when that is not known yet.',
  })
  opensAt!: Instant | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it is due. Null when it has no due date, or the date waits for something (see `awaiting`).',
  })
  dueAt!: Instant | null;
  @Field(() => Boolean, {
    description: 'True when one of its dates may still move because the calendar of its year is not published yet.',
  })
  provisional!: boolean;
  @Field(() => String, {
    nullable: true,
    description:
      'What a missing date waits for, such as `completed:interviews` or `event:PROMOTED`. Null when no date is waiting.',
  })
  awaiting!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was completed. Null until then.' })
  completedAt!: Instant | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it was submitted or completed by its due date. Null while that is open, when it was excused, or without a due date.',
  })
  onTime!: boolean | null;
  @Field(() => Boolean, {
    description:
      'True when its due date has passed and it is open, begun or returned. Work that waits for a review is not overdue.',
  })
  overdue!: boolean;
  @Field(() => Float, { nullable: true, description: 'Score from 0 to 100. Null until there is one.' })
  score!: number | null;
  @Field(() => Int, { description: 'Number of the latest attempt, from 1. 0 before the first one.' })
  attempt!: number;
  @Field(() => String, {
    nullable: true,
    description: 'Address of a course. Null for other items, and for courses without one.',
  })
  link!: string | null;
  @Field(() => [StepStateType], {
    description: 'The steps of a task, in order. Empty for other items and for tasks that are handed in whole.',
  })
  steps!: StepStateType[];
  @Field(() => [LockReasonType], {
    description: 'The smallest set of facts that keeps the item closed. Empty when it is open.',
  })
  lockedBecause!: LockReasonType[];
  @Field(() => Int, {
    nullable: true,
    description: 'How long the item takes, in minutes, as planned. Null when the plan does not say.',
  })
  minutes!: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      'What a task asks to be handed in: `DOCUMENT`, `FILE`, `LINK`, `TEXT` or `NONE`. Null for other items.',
  })
  deliverable!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What to do, as Markdown in the requested language. Null when the plan does not say.',
  })
  description!: string | null;
  @Field(() => String, { description: 'Title of its stage in the requested language.' })
  stageTitle!: string;
}

@ObjectType('Partner', { simpleResolvers: true, description: "Somebody who shares an item of another person's plan." })
export class PartnerType {
  @Field(() => String, { description: 'Key of the shared item.' })
  itemKey!: string;
  @Field(() => PersonType, { description: 'Who shares it.' })
  person!: PersonType;
}

@ObjectType('ProgressEvent', {
  description: 'Something that was recorded about an enrolment. Events are never changed or deleted.',
})
export class ProgressEventType {
  @Field(() => String, { description: 'Its number in the order of recording, from 1 without gaps.' })
  seq!: string;
  @Field(() => DateTimeScalar, { description: 'When it happened, which may be before it was recorded.' })
  at!: Instant;
  @Field(() => String, {
    nullable: true,
    description: 'Key of the item concerned. Null when the event is about something else.',
  })
  itemKey!: string | null;
  @Field(() => String, { nullable: true, description: 'Key of the step concerned. Null when there is none.' })
  stepKey!: string | null;
  @Field(() => String, {
    description:
      'What happened: `enrolled`, `started`, `submitted`, `reviewed`, `dueChanged` and so on, as listed in the plan language.',
  })
  type!: string;
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'The facts of the event, in a shape that depends on `type`.',
  })
  data!: unknown;

  actorName!: string;
}

/** Fields that need a read are resolved in `enrolment.resolver.ts`. */
@ObjectType('Enrolment', {
  implements: Node,
  description:
    'One person following one version of a plan. Visible to the person, their mentor, their superior, HR who covers them, and, as far as a shared task goes, to their partners.',
})
export class EnrolmentType extends Node {
  @Field(() => DateScalar, { description: "The first day, in the person's time zone." })
  startsOn!: PlainDate;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The last due date of the plan. Null when nothing is due, or not known yet.',
  })
  dueAt!: Instant | null;
  @Field(() => EnrolmentStatusEnum, { description: 'Where the enrolment stands.' })
  status!: EnrolmentStatus;
  @Field(() => ProgressType, { description: "The person's progress." })
  progress!: ProgressType;

  uuid!: string;
  personUuid!: string;
  versionUuid!: string;
  cohortUuid!: string;
  mentorUuid!: string | null;
  zone!: Zone;
  /** null for a partner, who sees only the task that they share. */
  state!: StateRow | null;
  /** As it was at an earlier time: then nothing is read from the tables of today. */
  past?: PastView;
}

export const EnrolmentConnection = connectionOf('Enrolment', () => EnrolmentType);
export const ProgressEventConnection = connectionOf('ProgressEvent', () => ProgressEventType);

@ObjectType('RubricCriterion', { simpleResolvers: true, description: 'One criterion by which a submission is scored.' })
export class RubricCriterionType {
  @Field(() => String, { description: 'Key of the criterion in the plan.' })
  key!: string;
  @Field(() => String, { description: 'Name of the criterion in the requested language.' })
  title!: string;
  @Field(() => Float, { description: 'Its weight relative to the other criteria.' })
  weight!: number;
  @Field(() => Float, { nullable: true, description: "The reviewer's score, 0 to 100. Null until there is one." })
  score!: number | null;
}

@ObjectType('Submission', { implements: Node, description: 'Work that was handed in for an item.' })
export class SubmissionType extends Node {
  @Field(() => String, { description: 'Key of the item in the plan.' })
  itemKey!: string;
  @Field(() => String, { nullable: true, description: 'Key of the step, for a task in steps. Null otherwise.' })
  stepKey!: string | null;
  @Field(() => Int, { description: 'Number of the attempt, from 1.' })
  attempt!: number;
  @Field(() => DateTimeScalar, { description: 'When it was handed in.' })
  submittedAt!: Instant;
  @Field(() => String, {
    nullable: true,
    description: 'What was handed in: a link or text. Null when the task asks for nothing.',
  })
  artefact!: string | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Deadline for feedback. Null when no review or no deadline is asked for.',
  })
  feedbackDueAt!: Instant | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was reviewed. Null until then.' })
  reviewedAt!: Instant | null;
  @Field(() => ReviewDecisionEnum, { nullable: true, description: 'What the reviewer decided. Null until then.' })
  decision!: ReviewDecision | null;
  @Field(() => Float, { nullable: true, description: 'The score, 0 to 100. Null until there is one.' })
  score!: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'What the reviewer wrote. Null when they wrote nothing, or have not reviewed it yet.',
  })
  comment!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What the learner wrote with the submission. Null when they wrote nothing.',
  })
  note!: string | null;

  row!: SubmissionRow;
}

export const SubmissionConnection = connectionOf('Submission', () => SubmissionType);

@ObjectType('EnrolmentPayload', { description: 'The answer to a mutation that changes an enrolment.' })
export class EnrolmentPayload {
  @Field(() => EnrolmentType, {
    nullable: true,
    description: 'The enrolment after the change. Null when nothing was changed.',
  })
  enrolment?: EnrolmentType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('EnrolPeoplePayload', { description: 'The answer to `enrolPeople`.' })
export class EnrolPeoplePayload {
  @Field(() => [EnrolmentType], {
    description: 'The new enrolments, in the order of `personIds`. Empty when nobody was enrolled.',
  })
  enrolments!: EnrolmentType[];
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('ProgressPayload', { description: 'The answer to `recordProgress`.' })
export class ProgressPayload {
  @Field(() => EnrolmentType, {
    nullable: true,
    description: 'The enrolment with the new progress. Null when nothing was recorded.',
  })
  enrolment?: EnrolmentType | null;
  @Field(() => ProgressEventType, { nullable: true, description: 'What was recorded. Null when nothing was.' })
  event?: ProgressEventType | null;
  @Field(() => SubmissionType, {
    nullable: true,
    description: 'The submission that a SUBMIT made. Null for other actions.',
  })
  submission?: SubmissionType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('ReviewPayload', { description: 'The answer to `reviewSubmission`.' })
export class ReviewPayload {
  @Field(() => SubmissionType, {
    nullable: true,
    description: 'The submission with its review. Null when nothing was recorded.',
  })
  submission?: SubmissionType | null;
  @Field(() => EnrolmentType, {
    nullable: true,
    description: 'The enrolment it belongs to, with the new progress. Null when nothing was recorded.',
  })
  enrolment?: EnrolmentType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('WorkItem', { description: 'Something the viewer has to do.' })
export class WorkItemType {
  @Field(() => ID, { description: 'Global id of the enrolment it belongs to.' })
  enrolmentId!: string;
  @Field(() => ItemStateType, { description: 'The item and where it stands.' })
  item!: ItemStateType;
  @Field(() => String, { description: 'Title of the plan in the requested language.' })
  planTitle!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'Calendar week of the plan that it is now, from 1. Null before the plan begins.',
  })
  weekNow!: number | null;
  @Field(() => String, {
    nullable: true,
    description: "The reviewer's comment, when the work came back. Null otherwise.",
  })
  comment!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the mentor. Null when there is none.' })
  mentorName!: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Whose task it is, when the viewer shares it. Null for the viewer's own.",
  })
  learnerName!: string | null;
}

@ObjectType('MyWork', { description: 'What the viewer has to do, by when it is due in their time zone.' })
export class MyWorkType {
  @Field(() => [WorkItemType], { description: 'Open items whose due date has passed.' })
  overdue!: WorkItemType[];
  @Field(() => [WorkItemType], { description: 'Items due by the end of Sunday.' })
  thisWeek!: WorkItemType[];
  @Field(() => [WorkItemType], { description: 'Items due after this week, within 31 days from today.' })
  nextMonth!: WorkItemType[];
  @Field(() => [WorkItemType], {
    description: 'Tasks of other people that the viewer shares and that are due later, or not at all.',
  })
  shared!: WorkItemType[];
}
