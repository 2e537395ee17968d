import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../access/graphql/index.js';
import type { AllocationUnit } from './analysis/experiment-data.js';
import { AllocationUnitEnum, DecisionEnum, StratumEnum } from './experiment-enums.js';
import type { DecisionKind, Stratum } from './experiment-records.js';

@InputType({ description: "Who should be somebody's mentor, where it is not the mentor of their last plan." })
export class MentorChoiceInput {
  @Field(() => ID, { description: 'The learner.' })
  personId!: string;
  @Field(() => ID, { description: 'Their mentor.' })
  mentorId!: string;
}

@InputType({ description: 'A metric that must not get worse.' })
export class GuardrailInput {
  @Field(() => String, { description: 'Key of the metric.' })
  metricKey!: string;
  @Field(() => Float, { description: "How much worse is accepted at most, in the metric's unit. More than 0." })
  margin!: number;
}

@InputType({
  description:
    'What to compare, by which metric, with which people and when. All of it is registered and cannot be changed afterwards.',
})
export class CreateExperimentInput {
  @Field(() => String, { description: 'Name of the experiment, 1 to 200 characters.' })
  name!: string;
  @Field(() => String, { description: 'What is expected, 1 to 2,000 characters.' })
  hypothesis!: string;
  @Field(() => String, { description: 'Key of the plan.' })
  planKey!: string;
  @Field(() => [ID], { description: '2 to 4 published versions of the plan. The first is the reference.' })
  versionIds!: string[];
  @Field(() => [Int], {
    nullable: true,
    description:
      'How many people go to each version, in proportion: one whole number from 1 to 100 for each version. Equal parts when left out, and always equal for units other than PERSON.',
  })
  weights?: number[] | null;
  @Field(() => String, { description: 'Key of the primary metric, which decides.' })
  metricKey!: string;
  @Field(() => Float, { description: "The smallest difference that matters, in the metric's unit. More than 0." })
  smallestEffect!: number;
  @Field(() => [ID], { description: '2 to 500 people to draw.' })
  personIds!: string[];
  @Field(() => [MentorChoiceInput], {
    nullable: true,
    description: 'Mentors of these people, where they should differ from their last ones.',
  })
  mentors?: MentorChoiceInput[] | null;
  @Field(() => String, { description: 'Name of the cohort that is made when the experiment starts.' })
  cohortName!: string;
  @Field(() => DateScalar, { description: 'First day of the plan for everybody.' })
  startsOn!: string;
  @Field(() => [StratumEnum], { nullable: true, description: 'What to balance the draw by.' })
  strata?: Stratum[] | null;
  @Field(() => AllocationUnitEnum, { nullable: true, defaultValue: 'PERSON', description: 'What is drawn.' })
  unit?: AllocationUnit | null;
  @Field(() => String, {
    nullable: true,
    description: 'Seed of the random draw, at most 200 characters. A random one when left out.',
  })
  seed?: string | null;
  @Field(() => [GuardrailInput], { nullable: true, description: 'At most 5 metrics that must not get worse.' })
  guardrails?: GuardrailInput[] | null;
  @Field(() => [String], { nullable: true, description: 'Keys of at most 5 other metrics to look at.' })
  secondaryMetrics?: string[] | null;
  @Field(() => DateScalar, {
    description: 'The day from which the results can be opened, after the first day and after today.',
  })
  analysisOn!: string;
}

@InputType({ description: 'Which experiment.' })
export class ExperimentInput {
  @Field(() => ID, { description: 'Global id of the experiment.' })
  experimentId!: string;
}

@InputType({ description: 'People who join a running experiment.' })
export class JoinExperimentInput extends ExperimentInput {
  @Field(() => [ID], { description: '1 to 500 people. They are drawn in the order in which they are named.' })
  personIds!: string[];
  @Field(() => [MentorChoiceInput], {
    nullable: true,
    description: 'Mentors of these people, where they should differ from their last ones.',
  })
  mentors?: MentorChoiceInput[] | null;
}

@InputType({ description: 'Who should run another version than they were drawn for, and why.' })
export class DeviateAllocationInput extends ExperimentInput {
  @Field(() => ID, { description: 'A member of the experiment.' })
  personId!: string;
  @Field(() => ID, { description: 'The version they should run: that of another arm.' })
  versionId!: string;
  @Field(() => String, { description: 'Why. 1 to 2,000 characters.' })
  reason!: string;
}

@InputType({ description: 'Which experiment to end, and why.' })
export class EndExperimentInput extends ExperimentInput {
  @Field(() => String, { description: 'Why. 1 to 2,000 characters.' })
  reason!: string;
}

@InputType({ description: 'What is decided after an experiment.' })
export class DecideExperimentInput extends ExperimentInput {
  @Field(() => DecisionEnum, { description: 'What should happen.' })
  decision!: DecisionKind;
  @Field(() => ID, {
    nullable: true,
    description:
      'The version everybody gets: a tried one for ROLL_OUT, the reference for KEEP. Leave it out for REPEAT.',
  })
  versionId?: string | null;
  @Field(() => String, { description: 'Why. 1 to 2,000 characters.' })
  reason!: string;
}

@InputType({ description: 'An experiment that is being considered.' })
export class DetectableEffectInput {
  @Field(() => String, { description: 'Key of the plan.' })
  planKey!: string;
  @Field(() => String, { description: 'Key of the primary metric.' })
  metricKey!: string;
  @Field(() => [ID], { description: 'The people to draw.' })
  personIds!: string[];
  @Field(() => Int, { description: 'How many versions are compared.' })
  versionCount!: number;
  @Field(() => AllocationUnitEnum, { nullable: true, defaultValue: 'PERSON', description: 'What is drawn.' })
  unit?: AllocationUnit | null;
}
