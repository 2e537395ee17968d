import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../access/graphql/index.js';
import { PersonType } from '../access/index.js';
import { MetricType } from '../outcomes/index.js';
import { PlanVersionType } from '../plans/index.js';
import type { GuardrailState, MeasureData } from './analysis/experiment-data.js';
import { DecisionEnum, GuardrailStateEnum, MeasureRoleEnum } from './experiment-enums.js';
import type { DecisionKind } from './experiment-records.js';
import { ArmType, EstimateType } from './experiment-result.type.js';

@ObjectType('ExperimentDecision', { simpleResolvers: true, description: 'What was decided after an experiment.' })
export class ExperimentDecisionType {
  @Field(() => DecisionEnum, { description: 'What should happen.' })
  decision!: DecisionKind;
  @Field(() => PlanVersionType, { nullable: true, description: 'The version everybody gets. Null for REPEAT.' })
  version!: PlanVersionType | null;
  @Field(() => String, { description: 'Why.' })
  reason!: string;
  @Field(() => Boolean, { description: 'Whether there was a verdict to go by.' })
  hadVerdict!: boolean;
  @Field(() => DateTimeScalar, { description: 'When it was decided.' })
  decidedAt!: string;
  @Field(() => PersonType, { nullable: true, description: 'Who decided. Null when the person is no longer known.' })
  decidedBy!: PersonType | null;
}

@ObjectType('ExperimentMeasure', {
  simpleResolvers: true,
  description: 'A metric that was declared beside the primary one.',
})
export class ExperimentMeasureType {
  @Field(() => MetricType, { description: 'The metric.' })
  metric!: MetricType;
  @Field(() => MeasureRoleEnum, { description: 'Why it is looked at.' })
  role!: MeasureData['role'];
  @Field(() => Float, {
    nullable: true,
    description: "Of a guardrail: how much worse is accepted at most, in the metric's unit. Null for others.",
  })
  margin!: number | null;
}

@ObjectType('MeasureResult', {
  simpleResolvers: true,
  description: 'A declared metric in the comparison of one arm with the reference.',
})
export class MeasureResultType extends EstimateType {
  @Field(() => ArmType, { description: 'The arm that is compared.' })
  arm!: ArmType;
  @Field(() => ArmType, { description: 'The arm it is compared with.' })
  reference!: ArmType;
  @Field(() => String, { description: 'Key of the metric.' })
  metricKey!: string;
  @Field(() => String, { description: 'Name of the metric in the requested language.' })
  title!: string;
  @Field(() => String, { nullable: true, description: 'Unit of the metric. Null when it has none.' })
  unit!: string | null;
  @Field(() => MeasureRoleEnum, { description: 'Why it is looked at.' })
  role!: MeasureData['role'];
  @Field(() => Float, {
    nullable: true,
    description: "Of a guardrail: how much worse is accepted at most, in the metric's unit. Null for others.",
  })
  margin!: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      "The p-value adjusted by Holm's method over all metrics declared in the same role, 0 to 1. Null when there is none.",
  })
  adjustedP!: number | null;
  @Field(() => GuardrailStateEnum, { nullable: true, description: 'Of a guardrail: whether it held. Null for others.' })
  state!: GuardrailState | null;
  @Field(() => String, { description: 'The result in one sentence in the requested language.' })
  sentence!: string;
}

@ObjectType('LaterValue', {
  simpleResolvers: true,
  description: 'A value that arrived or changed after the results were opened. It decides nothing.',
})
export class LaterValueType {
  @Field(() => PersonType, { description: 'The person it was measured for.' })
  person!: PersonType;
  @Field(() => Boolean, { description: 'True for a value from before the plan began.' })
  baseline!: boolean;
  @Field(() => Float, { nullable: true, description: 'The value that counts. Null when there was none.' })
  before!: number | null;
  @Field(() => Float, { nullable: true, description: 'The value there is now. Null when it was taken away.' })
  after!: number | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was recorded. Null when that is not known.' })
  recordedAt!: string | null;
  @Field(() => PersonType, { nullable: true, description: 'Who recorded it. Null when that is not known.' })
  recordedBy!: PersonType | null;
}

@ObjectType('ExperimentOutlook', {
  simpleResolvers: true,
  description: 'How far a running experiment is, without any look at the difference between the arms.',
})
export class ExperimentOutlookType {
  @Field(() => Int, { description: 'Of how many people the primary metric is known.' })
  measured!: number;
  @Field(() => Int, { description: 'How many people are in the experiment.' })
  of!: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'Chance of seeing the smallest effect with the people measured so far, 0 to 1. Null when too few are measured to tell how much values vary.',
  })
  power!: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'The same chance with everybody measured, 0 to 1. Null when too few are measured to tell how much values vary.',
  })
  powerOfAll!: number | null;
  @Field(() => String, { description: 'The outlook in one sentence in the requested language.' })
  sentence!: string;
}
