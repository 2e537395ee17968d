import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../access/graphql/connection.js';
import { described } from '../access/graphql/described.js';
import { globalId } from '../access/graphql/global-id.js';
import { Node } from '../access/graphql/node.js';
import { DateScalar, DateTimeScalar } from '../access/graphql/scalars.js';
import { type UserErrorData, UserErrorsField } from '../access/graphql/user-error.js';
import type { Verdict } from '../statistics/index.js';
import type { AllocationUnit, GuardrailState, IntegrityFinding } from './analysis/experiment-data.js';
import type { DecisionKind, ExperimentRecord, ExperimentStatus, Stratum } from './experiment-records.js';

/** An enum of GraphQL from its values with what each of them means. */
const enumOf = <T extends string>(
  name: string,
  description: string,
  values: Readonly<Record<T, string>>,
): Record<string, T> => {
  const made = Object.fromEntries((Object.keys(values) as T[]).map((value) => [value, value]));
  registerEnumType(made, { name, description, valuesConfig: described(values) });
  return made;
};

export const StratumEnum = enumOf<Stratum>('Stratum', 'What a draw is balanced by.', {
  DEPARTMENT: 'Each version gets its part of every department.',
  JOB_ROLE: 'Each version gets its part of every job role.',
  MENTOR: "Each version gets its part of every mentor's people.",
  BASELINE: 'Each version gets its part of high and of low values from before the plan.',
});
export const AllocationUnitEnum = enumOf<AllocationUnit>('AllocationUnit', 'What is drawn for a version.', {
  PERSON: 'Each person.',
  MENTOR: 'Everybody with the same mentor together.',
  DEPARTMENT: 'Everybody in the same department together.',
});
export const ExperimentStatusEnum = enumOf<ExperimentStatus>('ExperimentStatus', 'Where an experiment stands.', {
  DESIGNED: 'Registered and drawn, and not started.',
  RUNNING: 'People run their versions; the results are closed.',
  ANALYSED: 'The results were opened.',
  STOPPED: 'Ended before its day: there is an estimate, and no verdict.',
  CANCELLED: 'Ended without results.',
});
export const DecisionEnum = enumOf<DecisionKind>('ExperimentDecisionKind', 'What is decided after an experiment.', {
  ROLL_OUT: 'Everybody gets a version that was tried.',
  KEEP: 'The reference stays.',
  REPEAT: 'The question is asked again.',
});
export const MeasureRoleEnum = enumOf<'GUARDRAIL' | 'SECONDARY'>(
  'MeasureRole',
  'Why a metric is looked at beside the primary one.',
  { GUARDRAIL: 'It must not get worse by more than its margin.', SECONDARY: 'It is of interest.' },
);
export const GuardrailStateEnum = enumOf<GuardrailState>('GuardrailState', 'Whether a guardrail held.', {
  HELD: 'The metric is surely no worse than accepted.',
  WORSE: 'The metric is surely worse than accepted.',
  OPEN: 'The data allow both.',
});
export const VerdictEnum = enumOf<Verdict>(
  'Verdict',
  'What may be concluded from a comparison. It rests on the interval of the difference, never on the estimate alone.',
  {
    TOO_FEW: 'There are too few people to conclude anything.',
    NOT_COMPARABLE: 'The groups cannot be compared; a check failed.',
    INCONCLUSIVE: 'The data allow a difference in either direction, or none.',
    EQUIVALENT: 'Any difference is smaller than the smallest one that matters.',
    BETTER_TESTED: 'Better, and possibly by less than the smallest difference that matters.',
    BETTER_MEANINGFUL: 'Better by at least the smallest difference that matters.',
    WORSE_TESTED: 'Worse, and possibly by less than the smallest difference that matters.',
    WORSE_MEANINGFUL: 'Worse by at least the smallest difference that matters.',
    ASSOCIATED_ONLY: 'The groups differ, but people were not assigned at random, so the version need not be the cause.',
    EXPLORATORY: 'The question was not registered beforehand, so this can only suggest one to ask.',
  },
);

@ObjectType('Arm', { description: 'The people of an experiment who were drawn for one version.' })
export class ArmType {
  @Field(() => Int, { description: 'How many people were drawn for it.' })
  allocated!: number;
  @Field(() => Int, { description: 'Of how many of them the primary metric is known.' })
  measured!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Mean of the measured values. Null until the results are opened.',
  })
  mean!: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Standard deviation of the measured values. Null until the results are opened, and with fewer than two values.',
  })
  standardDeviation!: number | null;
  @Field(() => [Float], {
    nullable: true,
    description:
      'The measured values in rising order. Null until the results are opened, and for metrics that rest on single survey answers.',
  })
  values!: number[] | null;

  versionUuid!: string;
}

@ObjectType('IntegrityCheck', { simpleResolvers: true, description: 'A check of whether the arms can be compared.' })
export class IntegrityCheckType {
  @Field(() => String, {
    description: 'What is checked: `ratio`, `delivery`, `attrition`, `balance`, `contamination` or `age`.',
  })
  key!: IntegrityFinding['key'];
  @Field(() => Boolean, { description: 'Whether it is in order.' })
  passed!: boolean;
  @Field(() => Float, { nullable: true, description: 'The figure it rests on. Null when it has none.' })
  value!: number | null;
  @Field(() => String, { description: 'What was found, in the requested language.' })
  text!: string;
}

@ObjectType('Estimate', { simpleResolvers: true, description: 'A difference or change, with how sure it is.' })
export class EstimateType {
  @Field(() => String, { description: 'How it was computed, in the requested language.' })
  method!: string;
  @Field(() => Float, {
    nullable: true,
    description: "The difference or change, in the metric's unit. Null when it cannot be computed; `note` says why.",
  })
  estimate!: number | null;
  @Field(() => Float, { nullable: true, description: 'Lower end of the 95 % interval. Null when there is none.' })
  low!: number | null;
  @Field(() => Float, { nullable: true, description: 'Upper end of the 95 % interval. Null when there is none.' })
  high!: number | null;
  @Field(() => Float, { nullable: true, description: 'Two-sided p-value, 0 to 1. Null when there is none.' })
  pValue!: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'What to bear in mind, in the requested language. Null when there is nothing.',
  })
  note!: string | null;
}

@ObjectType('ExperimentResult', { description: 'The comparison of one arm with the reference.' })
export class ExperimentResultType extends EstimateType {
  @Field(() => ArmType, { description: 'The arm that is compared.' })
  arm!: ArmType;
  @Field(() => ArmType, { description: 'The arm it is compared with. An estimate is always `arm` minus `reference`.' })
  reference!: ArmType;
  @Field(() => VerdictEnum, { description: 'What may be concluded.' })
  verdict!: Verdict;
  @Field(() => String, { description: 'The result in one sentence in the requested language.' })
  sentence!: string;
  @Field(() => [EstimateType], { description: 'The same comparison by other methods.' })
  sensitivity!: EstimateType[];
  @Field(() => EstimateType, {
    nullable: true,
    description:
      'The estimate with values that arrived after the results were opened. The verdict stays. Null when none arrived.',
  })
  later!: EstimateType | null;
}

@ObjectType('DetectableEffect', { simpleResolvers: true, description: 'What a given number of people could show.' })
export class DetectableEffectType {
  @Field(() => Float, {
    nullable: true,
    description:
      "The smallest difference seen with 80 % power, in the metric's unit. Null when nothing is known about how much values vary.",
  })
  effect!: number | null;
  @Field(() => String, { nullable: true, description: 'Unit of the metric. Null when it has none.' })
  unit!: string | null;
  @Field(() => Int, { description: 'People, or clusters, in the smallest arm.' })
  perArm!: number;
  @Field(() => Float, { description: 'The smallest p-value this number can ever give, 0 to 1.' })
  attainableP!: number;
  @Field(() => String, { description: 'The answer in one sentence in the requested language.' })
  sentence!: string;
}

@ObjectType('Experiment', {
  implements: Node,
  description:
    'A comparison of plan versions in which people are drawn at random for a version. The question, the metrics and the date of the analysis are written down beforehand. Visible to HR and administrators.',
})
export class ExperimentType extends Node {
  @Field(() => String, { description: 'Name of the experiment.' })
  name!: string;
  @Field(() => String, { description: 'What is expected, in the words of whoever set it up.' })
  hypothesis!: string;
  @Field(() => ExperimentStatusEnum, { description: 'Where the experiment stands.' })
  status!: ExperimentStatus;
  @Field(() => Float, { description: "The smallest difference that matters, in the metric's unit." })
  smallestEffect!: number;
  @Field(() => String, { description: 'The seed of the random draw.' })
  seed!: string;
  @Field(() => String, { description: 'SHA-256 of the seed, as it was registered.' })
  seedHash!: string;
  @Field(() => String, { description: 'SHA-256 of everything that was written down beforehand.' })
  registrationHash!: string;
  @Field(() => String, { description: 'SHA-256 of the list of people the draw was made from.' })
  rosterDigest!: string;
  @Field(() => String, {
    description:
      'Method, arms and random generator of the draw. With the seed and the roster, it lets anybody repeat the draw.',
  })
  algorithm!: string;
  @Field(() => AllocationUnitEnum, {
    description: 'What is drawn: people, or everybody who shares a mentor or department.',
  })
  unit!: AllocationUnit;
  @Field(() => [StratumEnum], { description: 'What the draw is balanced by.' })
  strata!: Stratum[];
  @Field(() => DateScalar, { description: 'First day of the plan for everybody in the experiment.' })
  startsOn!: string;
  @Field(() => DateScalar, { description: 'The day from which the results can be opened.' })
  analysisOn!: string;
  @Field(() => DateTimeScalar, { description: 'When all this was written down.' })
  registeredAt!: string;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the results were opened; they have not changed since. Null until then.',
  })
  openedAt!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of registration, data and results as they were opened. Null until then.',
  })
  resultDigest!: string | null;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was stopped early or cancelled. Null otherwise.',
  })
  endedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was stopped early or cancelled. Null otherwise.' })
  endReason!: string | null;

  record!: ExperimentRecord;
}

export const ExperimentConnection = connectionOf('Experiment', () => ExperimentType);

@ObjectType('ExperimentPayload', { description: 'The answer to a mutation that changes an experiment.' })
export class ExperimentPayload {
  @Field(() => ExperimentType, {
    nullable: true,
    description: 'The experiment after the change. Null when nothing was changed.',
  })
  experiment!: ExperimentType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

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
      'How many people go to each version, in proportion: one whole number from 1 to 100 for each version. Even when left out.',
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

export function experimentFrom(record: ExperimentRecord): ExperimentType & { __typename: 'Experiment' } {
  const { id, name, hypothesis, status, smallestEffect, seed, seedHash, registrationHash, rosterDigest } = record;
  const { unit, strata, startsOn, analysisOn, allocation } = record;
  return {
    __typename: 'Experiment',
    id: globalId('Experiment', id),
    name,
    hypothesis,
    status,
    smallestEffect,
    seed,
    seedHash,
    registrationHash,
    rosterDigest,
    algorithm: allocation.algorithm,
    unit,
    strata,
    startsOn,
    analysisOn,
    registeredAt: record.createdAt,
    openedAt: record.openedAt,
    resultDigest: record.digest,
    endedAt: record.endedAt,
    endReason: record.endReason,
    record,
  };
}
