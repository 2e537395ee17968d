import type { Instant, PlainDate, ProgressAction, ReviewDecision } from '@planwright/schema';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { DateScalar, DateTimeScalar } from '../access/graphql/scalars.js';
import { ProgressActionEnum } from '../plans/progress-action.type.js';
import { ReviewDecisionEnum } from './enrolment-enums.js';

@InputType()
export class CreateCohortInput {
  @Field(() => String)
  planKey!: string;
  @Field(() => String)
  name!: string;
  @Field(() => DateScalar)
  startsOn!: PlainDate;
}

@InputType({ description: 'A value of today from before the plan begins, to compare the outcome with.' })
export class EnrolBaselineInput {
  @Field(() => ID, { description: 'one of those who are enrolled' })
  personId!: string;
  @Field(() => String)
  metricKey!: string;
  @Field(() => Float)
  value!: number;
}

@InputType()
export class EnrolPeopleInput {
  @Field(() => ID)
  cohortId!: string;
  @Field(() => [ID])
  personIds!: string[];
  @Field(() => ID, { nullable: true })
  mentorId?: string | null;
  @Field(() => ID, { nullable: true })
  planVersionId?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'absent = the cohort’s first day; for who joins after its first week, the day they join',
  })
  startsOn?: PlainDate | null;
  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'also people who run the same plan in another cohort now; else they are named and nobody is enrolled',
  })
  again?: boolean | null;
  @Field(() => [EnrolBaselineInput], { nullable: true })
  baseline?: EnrolBaselineInput[] | null;
}

@InputType()
export class AssignMentorInput {
  @Field(() => ID)
  enrolmentId!: string;
  @Field(() => ID)
  mentorId!: string;
}

@InputType()
export class CancelEnrolmentInput {
  @Field(() => ID)
  enrolmentId!: string;
  @Field(() => String)
  reason!: string;
}

@InputType()
export class PauseEnrolmentInput {
  @Field(() => ID)
  enrolmentId!: string;
  @Field(() => String)
  reason!: string;
}

@InputType()
export class UndoCancellationInput {
  @Field(() => ID)
  enrolmentId!: string;
  @Field(() => String)
  reason!: string;
}

@InputType()
export class ResumeEnrolmentInput {
  @Field(() => ID)
  enrolmentId!: string;
  @Field(() => String)
  reason!: string;
}

@InputType()
export class ChoosePartnersInput {
  @Field(() => ID)
  enrolmentId!: string;
  @Field(() => String)
  itemKey!: string;
  @Field(() => [ID])
  personIds!: string[];
}

@InputType()
export class ChangeDueDateInput {
  @Field(() => ID)
  enrolmentId!: string;
  @Field(() => String)
  itemKey!: string;
  @Field(() => String, { nullable: true })
  stepKey?: string | null;
  @Field(() => DateTimeScalar)
  at!: Instant;
  @Field(() => String)
  reason!: string;
}

@InputType()
export class RecordProgressInput {
  @Field(() => ID)
  enrolmentId!: string;
  @Field(() => String)
  itemKey!: string;
  @Field(() => String, { nullable: true })
  stepKey?: string | null;
  @Field(() => ProgressActionEnum)
  action!: ProgressAction;
  @Field(() => Float, { nullable: true })
  score?: number | null;
  @Field(() => Int, { nullable: true })
  minutes?: number | null;
  @Field(() => String, { nullable: true })
  artefact?: string | null;
  @Field(() => String, { nullable: true })
  comment?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'only for mentors, HR and connectors' })
  occurredAt?: Instant | null;
  @Field(() => String, { description: 'the same key twice records once and answers the same' })
  idempotencyKey!: string;
}

@InputType()
export class CriterionScoreInput {
  @Field(() => String)
  key!: string;
  @Field(() => Float)
  score!: number;
}

@InputType()
export class ReviewSubmissionInput {
  @Field(() => ID)
  submissionId!: string;
  @Field(() => ReviewDecisionEnum)
  decision!: ReviewDecision;
  @Field(() => Float, { nullable: true })
  score?: number | null;
  @Field(() => [CriterionScoreInput], { nullable: true })
  criteria?: CriterionScoreInput[] | null;
  @Field(() => String, { nullable: true })
  comment?: string | null;
  @Field(() => String)
  idempotencyKey!: string;
}
