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
  description: 'Shares are 0–1 (plan-language.md section 4); null where nothing counts yet.',
})
export class ProgressType {
  @Field(() => Int)
  done!: number;
  @Field(() => Int)
  needed!: number;
  @Field(() => Float)
  completion!: number;
  @Field(() => Float, { nullable: true })
  onTime!: number | null;
  @Field(() => Float, { nullable: true })
  feedbackGiven!: number | null;
  @Field(() => Float, { nullable: true })
  feedbackInTime!: number | null;
  @Field(() => Float, { nullable: true })
  score!: number | null;
  @Field(() => Int)
  overdue!: number;
}

@ObjectType('StageState', { simpleResolvers: true })
export class StageStateType {
  @Field(() => String)
  key!: string;
  @Field(() => String)
  title!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  opensAt!: Instant | null;
  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: Instant | null;
  @Field(() => Boolean)
  complete!: boolean;
  @Field(() => Int)
  done!: number;
  @Field(() => Int)
  needed!: number;
  @Field(() => [String])
  items!: string[];
  @Field(() => Boolean)
  open!: boolean;
  @Field(() => Boolean)
  provisional!: boolean;
}

@ObjectType('StepState', { simpleResolvers: true })
export class StepStateType {
  @Field(() => String)
  key!: string;
  @Field(() => String)
  title!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: Instant | null;
  @Field(() => DateTimeScalar, { nullable: true })
  completedAt!: Instant | null;
  @Field(() => Boolean, { nullable: true })
  onTime!: boolean | null;
}

@ObjectType('LockReason', { simpleResolvers: true })
export class LockReasonType {
  @Field(() => String)
  text!: string;
  @Field(() => String, { nullable: true })
  itemKey!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  opensAt!: Instant | null;
}

@ObjectType('ItemState', { simpleResolvers: true })
export class ItemStateType {
  @Field(() => String)
  key!: string;
  @Field(() => String)
  stageKey!: string;
  @Field(() => ItemKindEnum)
  kind!: ItemKind;
  @Field(() => String)
  title!: string;
  @Field(() => RequirementEnum)
  requirement!: Requirement;
  @Field(() => ItemStateKindEnum)
  state!: ItemStateKind;
  @Field(() => ItemOutcomeEnum, { nullable: true })
  outcome!: ItemOutcome | null;
  @Field(() => DateTimeScalar, { nullable: true })
  opensAt!: Instant | null;
  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: Instant | null;
  @Field(() => Boolean, { description: 'a date that an unpublished calendar year may still move' })
  provisional!: boolean;
  @Field(() => String, { nullable: true, description: 'what a missing date waits for' })
  awaiting!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  completedAt!: Instant | null;
  @Field(() => Boolean, { nullable: true })
  onTime!: boolean | null;
  @Field(() => Boolean)
  overdue!: boolean;
  @Field(() => Float, { nullable: true })
  score!: number | null;
  @Field(() => Int)
  attempt!: number;
  @Field(() => String, { nullable: true })
  link!: string | null;
  @Field(() => [StepStateType])
  steps!: StepStateType[];
  @Field(() => [LockReasonType], {
    description: 'the smallest set of facts that keeps it closed; empty when it is open',
  })
  lockedBecause!: LockReasonType[];
  @Field(() => Int, { nullable: true })
  minutes!: number | null;
  @Field(() => String, { nullable: true })
  deliverable!: string | null;
  @Field(() => String, { nullable: true })
  description!: string | null;
  @Field(() => String)
  stageTitle!: string;
}

@ObjectType('Partner', { simpleResolvers: true })
export class PartnerType {
  @Field(() => String)
  itemKey!: string;
  @Field(() => PersonType)
  person!: PersonType;
}

@ObjectType('ProgressEvent')
export class ProgressEventType {
  @Field(() => String)
  seq!: string;
  @Field(() => DateTimeScalar)
  at!: Instant;
  @Field(() => String, { nullable: true })
  itemKey!: string | null;
  @Field(() => String, { nullable: true })
  stepKey!: string | null;
  @Field(() => String)
  type!: string;
  @Field(() => JsonScalar, { nullable: true })
  data!: unknown;

  actorName!: string;
}

/** Fields that need a read are resolved in `enrolment.resolver.ts`. */
@ObjectType('Enrolment', { implements: Node })
export class EnrolmentType extends Node {
  @Field(() => DateScalar)
  startsOn!: PlainDate;
  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: Instant | null;
  @Field(() => EnrolmentStatusEnum)
  status!: EnrolmentStatus;
  @Field(() => ProgressType)
  progress!: ProgressType;

  uuid!: string;
  personUuid!: string;
  versionUuid!: string;
  cohortUuid!: string;
  mentorUuid!: string | null;
  zone!: Zone;
  /** null for a partner, who sees only the task that he shares. */
  state!: StateRow | null;
  /** As it was at an earlier time: then nothing is read from the tables of today. */
  past?: PastView;
}

export const EnrolmentConnection = connectionOf('Enrolment', () => EnrolmentType);
export const ProgressEventConnection = connectionOf('ProgressEvent', () => ProgressEventType);

@ObjectType('RubricCriterion', { simpleResolvers: true })
export class RubricCriterionType {
  @Field(() => String)
  key!: string;
  @Field(() => String)
  title!: string;
  @Field(() => Float)
  weight!: number;
  @Field(() => Float, { nullable: true })
  score!: number | null;
}

@ObjectType('Submission', { implements: Node })
export class SubmissionType extends Node {
  @Field(() => String)
  itemKey!: string;
  @Field(() => String, { nullable: true })
  stepKey!: string | null;
  @Field(() => Int)
  attempt!: number;
  @Field(() => DateTimeScalar)
  submittedAt!: Instant;
  @Field(() => String, { nullable: true })
  artefact!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  feedbackDueAt!: Instant | null;
  @Field(() => DateTimeScalar, { nullable: true })
  reviewedAt!: Instant | null;
  @Field(() => ReviewDecisionEnum, { nullable: true })
  decision!: ReviewDecision | null;
  @Field(() => Float, { nullable: true })
  score!: number | null;
  @Field(() => String, { nullable: true, description: 'what the reviewer wrote' })
  comment!: string | null;
  @Field(() => String, { nullable: true, description: 'what was written with the submission' })
  note!: string | null;

  row!: SubmissionRow;
}

export const SubmissionConnection = connectionOf('Submission', () => SubmissionType);

@ObjectType('EnrolmentPayload')
export class EnrolmentPayload {
  @Field(() => EnrolmentType, { nullable: true })
  enrolment?: EnrolmentType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('EnrolPeoplePayload')
export class EnrolPeoplePayload {
  @Field(() => [EnrolmentType])
  enrolments!: EnrolmentType[];
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('ProgressPayload')
export class ProgressPayload {
  @Field(() => EnrolmentType, { nullable: true })
  enrolment?: EnrolmentType | null;
  @Field(() => ProgressEventType, { nullable: true })
  event?: ProgressEventType | null;
  @Field(() => SubmissionType, { nullable: true })
  submission?: SubmissionType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('ReviewPayload')
export class ReviewPayload {
  @Field(() => SubmissionType, { nullable: true })
  submission?: SubmissionType | null;
  @Field(() => EnrolmentType, { nullable: true })
  enrolment?: EnrolmentType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('WorkItem')
export class WorkItemType {
  @Field(() => ID)
  enrolmentId!: string;
  @Field(() => ItemStateType)
  item!: ItemStateType;
  @Field(() => String)
  planTitle!: string;
  @Field(() => Int, { nullable: true })
  weekNow!: number | null;
  @Field(() => String, { nullable: true, description: "the reviewer's comment, when it came back" })
  comment!: string | null;
  @Field(() => String, { nullable: true })
  mentorName!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'whose task it is, where the viewer shares it; null for their own',
  })
  learnerName!: string | null;
}

@ObjectType('MyWork', { description: 'thisWeek: due by Sunday; nextMonth: after that, within 31 days.' })
export class MyWorkType {
  @Field(() => [WorkItemType])
  overdue!: WorkItemType[];
  @Field(() => [WorkItemType])
  thisWeek!: WorkItemType[];
  @Field(() => [WorkItemType])
  nextMonth!: WorkItemType[];
  @Field(() => [WorkItemType], {
    description: 'tasks of others that the viewer shares and that are due later, or not at all',
  })
  shared!: WorkItemType[];
}
