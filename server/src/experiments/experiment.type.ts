import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../access/graphql/connection.js';
import { globalId } from '../access/graphql/global-id.js';
import { Node } from '../access/graphql/node.js';
import { DateScalar, DateTimeScalar } from '../access/graphql/scalars.js';
import { type UserErrorData, UserErrorsField } from '../access/graphql/user-error.js';
import type { Verdict } from '../statistics/index.js';
import type { AllocationUnit, GuardrailState, IntegrityFinding } from './analysis/experiment-data.js';
import type { DecisionKind, ExperimentRecord, ExperimentStatus, Stratum } from './experiment-records.js';

const enumOf = <T extends string>(name: string, values: readonly T[], description?: string): Record<string, T> => {
  const made = Object.fromEntries(values.map((value) => [value, value]));
  registerEnumType(made, { name, ...(description === undefined ? {} : { description }) });
  return made;
};

export const StratumEnum = enumOf('Stratum', ['DEPARTMENT', 'JOB_ROLE', 'MENTOR', 'BASELINE']);
export const AllocationUnitEnum = enumOf('AllocationUnit', ['PERSON', 'MENTOR', 'DEPARTMENT']);
export const ExperimentStatusEnum = enumOf(
  'ExperimentStatus',
  ['DESIGNED', 'RUNNING', 'ANALYSED', 'STOPPED', 'CANCELLED'],
  'ANALYSED = its results were opened. STOPPED = ended before its day: an estimate, never a verdict.',
);
export const DecisionEnum = enumOf(
  'ExperimentDecisionKind',
  ['ROLL_OUT', 'KEEP', 'REPEAT'],
  'Everybody gets a tried version, the reference stays, or it is asked again.',
);
export const MeasureRoleEnum = enumOf('MeasureRole', ['GUARDRAIL', 'SECONDARY'], 'GUARDRAIL = must not get worse.');
export const GuardrailStateEnum = enumOf<GuardrailState>(
  'GuardrailState',
  ['HELD', 'WORSE', 'OPEN'],
  'HELD = surely no worse than accepted, WORSE = surely worse, OPEN = the data allow both.',
);
export const VerdictEnum = enumOf(
  'Verdict',
  [
    'TOO_FEW',
    'NOT_COMPARABLE',
    'INCONCLUSIVE',
    'EQUIVALENT',
    'BETTER_TESTED',
    'BETTER_MEANINGFUL',
    'WORSE_TESTED',
    'WORSE_MEANINGFUL',
    'ASSOCIATED_ONLY',
    'EXPLORATORY',
  ],
  'WORSE_* mirror BETTER_*.',
);

@ObjectType('Arm')
export class ArmType {
  @Field(() => Int)
  allocated!: number;
  @Field(() => Int)
  measured!: number;
  @Field(() => Float, { nullable: true, description: 'null until the analysis date' })
  mean!: number | null;
  @Field(() => Float, { nullable: true })
  standardDeviation!: number | null;
  @Field(() => [Float], {
    nullable: true,
    description: 'what was measured, in rising order; null until the analysis date',
  })
  values!: number[] | null;

  versionUuid!: string;
}

@ObjectType('IntegrityCheck', { simpleResolvers: true })
export class IntegrityCheckType {
  @Field(() => String)
  key!: IntegrityFinding['key'];
  @Field(() => Boolean)
  passed!: boolean;
  @Field(() => Float, { nullable: true })
  value!: number | null;
  @Field(() => String)
  text!: string;
}

@ObjectType('Estimate', { simpleResolvers: true })
export class EstimateType {
  @Field(() => String)
  method!: string;
  @Field(() => Float, { nullable: true })
  estimate!: number | null;
  @Field(() => Float, { nullable: true })
  low!: number | null;
  @Field(() => Float, { nullable: true })
  high!: number | null;
  @Field(() => Float, { nullable: true })
  pValue!: number | null;
  @Field(() => String, { nullable: true })
  note!: string | null;
}

@ObjectType('ExperimentResult')
export class ExperimentResultType extends EstimateType {
  @Field(() => ArmType)
  arm!: ArmType;
  @Field(() => ArmType)
  reference!: ArmType;
  @Field(() => VerdictEnum)
  verdict!: Verdict;
  @Field(() => String)
  sentence!: string;
  @Field(() => [EstimateType])
  sensitivity!: EstimateType[];
  @Field(() => EstimateType, {
    nullable: true,
    description: 'with the values that came after the results were opened; the verdict stays. null = none came',
  })
  later!: EstimateType | null;
}

@ObjectType('DetectableEffect', { simpleResolvers: true })
export class DetectableEffectType {
  @Field(() => Float, { nullable: true, description: "in the metric's unit, with 80 % power" })
  effect!: number | null;
  @Field(() => String, { nullable: true })
  unit!: string | null;
  @Field(() => Int, { description: 'people, or clusters, in the smallest arm' })
  perArm!: number;
  @Field(() => Float, { description: 'the smallest p that this many people can ever give' })
  attainableP!: number;
  @Field(() => String)
  sentence!: string;
}

@ObjectType('Experiment', { implements: Node })
export class ExperimentType extends Node {
  @Field(() => String)
  name!: string;
  @Field(() => String)
  hypothesis!: string;
  @Field(() => ExperimentStatusEnum)
  status!: ExperimentStatus;
  @Field(() => Float)
  smallestEffect!: number;
  @Field(() => String)
  seed!: string;
  @Field(() => String, { description: 'SHA-256 of the seed, as it was registered' })
  seedHash!: string;
  @Field(() => String, { description: 'SHA-256 of everything that was written down beforehand' })
  registrationHash!: string;
  @Field(() => String)
  rosterDigest!: string;
  @Field(() => String, { description: 'method, arms and generator: with seed and roster all that a new drawing needs' })
  algorithm!: string;
  @Field(() => AllocationUnitEnum)
  unit!: AllocationUnit;
  @Field(() => [StratumEnum])
  strata!: Stratum[];
  @Field(() => DateScalar)
  startsOn!: string;
  @Field(() => DateScalar)
  analysisOn!: string;
  @Field(() => DateTimeScalar, { description: 'when all this was written down' })
  registeredAt!: string;
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'when the results were opened; nothing changes them since',
  })
  openedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'SHA-256 of registration, data and results as they were opened' })
  resultDigest!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'when it was stopped early or cancelled' })
  endedAt!: string | null;
  @Field(() => String, { nullable: true })
  endReason!: string | null;

  record!: ExperimentRecord;
}

export const ExperimentConnection = connectionOf('Experiment', () => ExperimentType);

@ObjectType('ExperimentPayload')
export class ExperimentPayload {
  @Field(() => ExperimentType, { nullable: true })
  experiment!: ExperimentType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@InputType({ description: 'The mentor of a person, where it is not the mentor of their last plan.' })
export class MentorChoiceInput {
  @Field(() => ID)
  personId!: string;
  @Field(() => ID)
  mentorId!: string;
}

@InputType()
export class GuardrailInput {
  @Field(() => String)
  metricKey!: string;
  @Field(() => Float, { description: "how much worse is accepted at most, in the metric's unit" })
  margin!: number;
}

@InputType()
export class CreateExperimentInput {
  @Field(() => String)
  name!: string;
  @Field(() => String)
  hypothesis!: string;
  @Field(() => String)
  planKey!: string;
  @Field(() => [ID], { description: 'the first is the reference' })
  versionIds!: string[];
  @Field(() => [Int], { nullable: true })
  weights?: number[] | null;
  @Field(() => String)
  metricKey!: string;
  @Field(() => Float, { description: "the smallest difference that matters, in the metric's unit" })
  smallestEffect!: number;
  @Field(() => [ID])
  personIds!: string[];
  @Field(() => [MentorChoiceInput], { nullable: true })
  mentors?: MentorChoiceInput[] | null;
  @Field(() => String)
  cohortName!: string;
  @Field(() => DateScalar)
  startsOn!: string;
  @Field(() => [StratumEnum], { nullable: true })
  strata?: Stratum[] | null;
  @Field(() => AllocationUnitEnum, { nullable: true, defaultValue: 'PERSON' })
  unit?: AllocationUnit | null;
  @Field(() => String, { nullable: true, description: 'absent = a random one' })
  seed?: string | null;
  @Field(() => [GuardrailInput], { nullable: true, description: 'metrics that must not get worse' })
  guardrails?: GuardrailInput[] | null;
  @Field(() => [String], { nullable: true, description: 'keys of other metrics that are looked at' })
  secondaryMetrics?: string[] | null;
  @Field(() => DateScalar)
  analysisOn!: string;
}

@InputType()
export class ExperimentInput {
  @Field(() => ID)
  experimentId!: string;
}

@InputType()
export class JoinExperimentInput extends ExperimentInput {
  @Field(() => [ID])
  personIds!: string[];
  @Field(() => [MentorChoiceInput], { nullable: true })
  mentors?: MentorChoiceInput[] | null;
}

@InputType()
export class DeviateAllocationInput extends ExperimentInput {
  @Field(() => ID)
  personId!: string;
  @Field(() => ID)
  versionId!: string;
  @Field(() => String)
  reason!: string;
}

@InputType()
export class EndExperimentInput extends ExperimentInput {
  @Field(() => String)
  reason!: string;
}

@InputType()
export class DecideExperimentInput extends ExperimentInput {
  @Field(() => DecisionEnum)
  decision!: DecisionKind;
  @Field(() => ID, { nullable: true, description: 'the version that everybody gets; null for REPEAT' })
  versionId?: string | null;
  @Field(() => String)
  reason!: string;
}

@InputType()
export class DetectableEffectInput {
  @Field(() => String)
  planKey!: string;
  @Field(() => String)
  metricKey!: string;
  @Field(() => [ID])
  personIds!: string[];
  @Field(() => Int)
  versionCount!: number;
  @Field(() => AllocationUnitEnum, { nullable: true, defaultValue: 'PERSON' })
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
