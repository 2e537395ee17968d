import type { ProgressAction, ReviewDecision } from '@planwright/schema/engine';
import type { Instant, PlainDate } from '@planwright/schema/time';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../access/graphql/index.js';
import { ProgressActionEnum } from '../plans/index.js';
import { ReviewDecisionEnum } from './enrolment-enums.js';

@InputType({ description: 'A new cohort.' })
export class CreateCohortInput {
  @Field(() => String, { description: 'Key of the plan it runs.' })
  planKey!: string;
  @Field(() => String, { description: 'Name of the cohort, 1 to 200 characters.' })
  name!: string;
  @Field(() => DateScalar, { description: 'First day of the cohort, from 2000 to 2099.' })
  startsOn!: PlainDate;
}

@InputType({ description: 'A value of today from before the plan begins, to compare the outcome with.' })
export class EnrolBaselineInput {
  @Field(() => ID, { description: 'One of the people who are being enrolled.' })
  personId!: string;
  @Field(() => String, { description: 'Key of the metric.' })
  metricKey!: string;
  @Field(() => Float, { description: "The value, in the metric's unit." })
  value!: number;
}

@InputType({ description: 'Who to enrol, and how.' })
export class EnrolPeopleInput {
  @Field(() => ID, { description: 'The cohort to enrol them in.' })
  cohortId!: string;
  @Field(() => [ID], { description: '1 to 500 people.' })
  personIds!: string[];
  @Field(() => ID, {
    nullable: true,
    description: 'Mentor for all of them. Leave it out to enrol them without a mentor.',
  })
  mentorId?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: "The version to follow. When left out: the newest published version of the cohort's plan.",
  })
  planVersionId?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "Their first day. When left out: the cohort's first day, or today for people who join after its first week.",
  })
  startsOn?: PlainDate | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'True to also enrol people who run the same plan in another cohort now. Otherwise they are named in the user errors and nobody is enrolled.',
  })
  again?: boolean | null;
  @Field(() => [EnrolBaselineInput], { nullable: true, description: 'Values of today to compare the outcome with.' })
  baseline?: EnrolBaselineInput[] | null;
}

@InputType({ description: 'Who should accompany a learner.' })
export class AssignMentorInput {
  @Field(() => ID, { description: "The learner's enrolment." })
  enrolmentId!: string;
  @Field(() => ID, { description: 'The new mentor.' })
  mentorId!: string;
}

@InputType({ description: 'Which enrolment to cancel, and why.' })
export class CancelEnrolmentInput {
  @Field(() => ID, { description: 'The enrolment to cancel.' })
  enrolmentId!: string;
  @Field(() => String, { description: 'Why. 1 to 2,000 characters, kept in the history.' })
  reason!: string;
}

@InputType({ description: 'Which enrolment to pause, and why.' })
export class PauseEnrolmentInput {
  @Field(() => ID, { description: 'The enrolment to pause.' })
  enrolmentId!: string;
  @Field(() => String, { description: 'Why. 1 to 2,000 characters, kept in the history.' })
  reason!: string;
}

@InputType({ description: 'Which cancelled enrolment to bring back, and why.' })
export class UndoCancellationInput {
  @Field(() => ID, { description: 'The cancelled enrolment.' })
  enrolmentId!: string;
  @Field(() => String, { description: 'Why. 1 to 2,000 characters, kept in the history.' })
  reason!: string;
}

@InputType({ description: 'Which paused enrolment to resume, and why.' })
export class ResumeEnrolmentInput {
  @Field(() => ID, { description: 'The paused enrolment.' })
  enrolmentId!: string;
  @Field(() => String, { description: 'Why. 1 to 2,000 characters, kept in the history.' })
  reason!: string;
}

@InputType({ description: 'Who shares an item with a learner. Replaces the previous choice.' })
export class ChoosePartnersInput {
  @Field(() => ID, { description: "The learner's enrolment." })
  enrolmentId!: string;
  @Field(() => String, { description: 'Key of the item to share.' })
  itemKey!: string;
  @Field(() => [ID], {
    description: 'The partners, at most as many as the item asks for. Empty to share it with nobody.',
  })
  personIds!: string[];
}

@InputType({ description: "A new due date for one person's item or step." })
export class ChangeDueDateInput {
  @Field(() => ID, { description: "The person's enrolment." })
  enrolmentId!: string;
  @Field(() => String, { description: 'Key of the item.' })
  itemKey!: string;
  @Field(() => String, { nullable: true, description: "Key of the step. Leave it out to move the item's own date." })
  stepKey?: string | null;
  @Field(() => DateTimeScalar, { description: 'The new due date, after the item opens.' })
  at!: Instant;
  @Field(() => String, { description: 'Why. 1 to 2,000 characters, kept in the history.' })
  reason!: string;
}

@InputType({ description: 'Something a person has done with an item.' })
export class RecordProgressInput {
  @Field(() => ID, { description: "The person's enrolment." })
  enrolmentId!: string;
  @Field(() => String, { description: 'Key of the item.' })
  itemKey!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Key of the step to submit. Required while a task has several steps; they are submitted in order.',
  })
  stepKey?: string | null;
  @Field(() => ProgressActionEnum, { description: 'What was done.' })
  action!: ProgressAction;
  @Field(() => Float, { nullable: true, description: 'The score, 0 to 100. Required for SCORE.' })
  score?: number | null;
  @Field(() => Int, { nullable: true, description: 'Time spent, in whole minutes. Kept with COMPLETE.' })
  minutes?: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      "What is handed in with SUBMIT: a link or text of at most 20,000 characters, as the task's deliverable asks.",
  })
  artefact?: string | null;
  @Field(() => [ID], {
    nullable: true,
    description:
      "Files that are handed in with SUBMIT, at most 20, where the task's deliverable is FILE or DOCUMENT: uploads of the viewer's own (`createUpload`) that no submission has yet. They then belong to the submission.",
  })
  uploadIds?: string[] | null;
  @Field(() => String, {
    nullable: true,
    description: 'A note with a submission, or the reason to excuse or reopen. At most 4,000 characters.',
  })
  comment?: string | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'When it happened: not in the future and not before the item opened. Only for mentors, HR and connectors; what learners record happens now.',
  })
  occurredAt?: Instant | null;
  @Field(() => String, {
    description:
      'A key the client makes up for this one request. Sending the same request again records nothing new and answers the same; the same key with other content is KEY_REUSED.',
  })
  idempotencyKey!: string;
}

@InputType({ description: 'The score for one criterion of a rubric.' })
export class CriterionScoreInput {
  @Field(() => String, { description: 'Key of the criterion.' })
  key!: string;
  @Field(() => Float, { description: 'The score, 0 to 100.' })
  score!: number;
}

@InputType({ description: 'A review of a submission.' })
export class ReviewSubmissionInput {
  @Field(() => ID, { description: 'The submission.' })
  submissionId!: string;
  @Field(() => ReviewDecisionEnum, { description: 'What is decided.' })
  decision!: ReviewDecision;
  @Field(() => Float, { nullable: true, description: 'A score for the whole, 0 to 100.' })
  score?: number | null;
  @Field(() => [CriterionScoreInput], {
    nullable: true,
    description: 'Scores by criterion, when the item has a rubric. All of them are required to approve.',
  })
  criteria?: CriterionScoreInput[] | null;
  @Field(() => String, { nullable: true, description: 'What the learner should know. At most 4,000 characters.' })
  comment?: string | null;
  @Field(() => String, {
    description:
      'A key the client makes up for this one request. Sending the same request again records nothing new and answers the same; the same key with other content is KEY_REUSED.',
  })
  idempotencyKey!: string;
}
