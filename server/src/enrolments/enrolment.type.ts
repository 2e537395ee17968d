import type { EnrolmentStatus } from '@planwright/schema/engine';
import type { Instant, PlainDate, Zone } from '@planwright/schema/time';
import { Field, ObjectType } from 'type-graphql';
import {
  connectionOf,
  DateScalar,
  DateTimeScalar,
  JsonScalar,
  Node,
  type UserErrorData,
  UserErrorsField,
} from '../access/graphql/index.js';
import { PersonType } from '../access/index.js';
import type { PersonProgress, StateRow } from '../progress/index.js';
import { EnrolmentStatusEnum } from './enrolment-enums.js';
import { ProgressType } from './item-state.type.js';
import type { PastView } from './past-view.js';
import { SubmissionType } from './submission.type.js';

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
  progress!: PersonProgress;

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
