import type { ReviewDecision } from '@planwright/schema/engine';
import type { Instant } from '@planwright/schema/time';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { connectionOf, DateTimeScalar, Node } from '../access/graphql/index.js';
import type { SubmissionRow } from '../progress/index.js';
import { ReviewDecisionEnum } from './enrolment-enums.js';

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
    description: 'What was handed in as a link or text. Null when the task asks for nothing, or for files alone.',
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
  /** Shown as of a past day. */
  past?: boolean;
}

export const SubmissionConnection = connectionOf('Submission', () => SubmissionType);
