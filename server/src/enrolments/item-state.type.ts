import type { ItemOutcome, ItemStateKind } from '@planwright/schema/engine';
import type { ItemKind, Requirement } from '@planwright/schema/kinds';
import type { Instant } from '@planwright/schema/time';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, declareFields } from '../access/graphql/index.js';
import { ItemKindEnum, RequirementEnum } from '../plans/index.js';
import { PROGRESS_FIELDS } from '../progress/index.js';
import { ItemOutcomeEnum, ItemStateKindEnum } from './enrolment-enums.js';

@ObjectType('Progress', {
  simpleResolvers: true,
  description:
    "A person's progress in a plan. Shares run from 0 to 1 and are null while nothing counts towards them. All figures are zero or null for somebody who only shares a task of the plan.",
})
export class ProgressType {}
declareFields(ProgressType, PROGRESS_FIELDS);

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
