import { Field, Float, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../access/graphql/scalars.js';
import { PersonType } from '../access/person.type.js';
import { MetricType } from '../outcomes/outcomes.type.js';
import { PlanVersionType } from '../plans/plan.type.js';
import type { GuardrailState, MeasureData } from './analysis/experiment-data.js';
import { ArmType, DecisionEnum, EstimateType, GuardrailStateEnum, MeasureRoleEnum } from './experiment.type.js';
import type { DecisionKind } from './experiment-records.js';

@ObjectType('ExperimentDecision', { simpleResolvers: true })
export class ExperimentDecisionType {
  @Field(() => DecisionEnum)
  decision!: DecisionKind;
  @Field(() => PlanVersionType, { nullable: true, description: 'the version that everybody gets' })
  version!: PlanVersionType | null;
  @Field(() => String)
  reason!: string;
  @Field(() => Boolean, { description: 'there was a verdict to go by' })
  hadVerdict!: boolean;
  @Field(() => DateTimeScalar)
  decidedAt!: string;
  @Field(() => PersonType, { nullable: true })
  decidedBy!: PersonType | null;
}

@ObjectType('ExperimentMeasure', { simpleResolvers: true, description: 'A metric declared beside the primary one.' })
export class ExperimentMeasureType {
  @Field(() => MetricType)
  metric!: MetricType;
  @Field(() => MeasureRoleEnum)
  role!: MeasureData['role'];
  @Field(() => Float, { nullable: true, description: 'how much worse is accepted at most' })
  margin!: number | null;
}

@ObjectType('MeasureResult', { simpleResolvers: true, description: 'A declared metric in one comparison.' })
export class MeasureResultType extends EstimateType {
  @Field(() => ArmType)
  arm!: ArmType;
  @Field(() => ArmType)
  reference!: ArmType;
  @Field(() => String)
  metricKey!: string;
  @Field(() => String)
  title!: string;
  @Field(() => String, { nullable: true })
  unit!: string | null;
  @Field(() => MeasureRoleEnum)
  role!: MeasureData['role'];
  @Field(() => Float, { nullable: true })
  margin!: number | null;
  @Field(() => Float, { nullable: true, description: 'p after Holm, over all metrics declared in the same role' })
  adjustedP!: number | null;
  @Field(() => GuardrailStateEnum, { nullable: true })
  state!: GuardrailState | null;
  @Field(() => String)
  sentence!: string;
}

@ObjectType('LaterValue', {
  simpleResolvers: true,
  description: 'Came, or took the place of another value, after the results were opened. It decides nothing.',
})
export class LaterValueType {
  @Field(() => PersonType)
  person!: PersonType;
  @Field(() => Boolean)
  baseline!: boolean;
  @Field(() => Float, { nullable: true, description: 'what counts' })
  before!: number | null;
  @Field(() => Float, { nullable: true })
  after!: number | null;
  @Field(() => DateTimeScalar, { nullable: true })
  recordedAt!: string | null;
  @Field(() => PersonType, { nullable: true })
  recordedBy!: PersonType | null;
}

@ObjectType('ExperimentOutlook', {
  simpleResolvers: true,
  description: 'While it runs: who is measured and what that could show, without any look at the arms.',
})
export class ExperimentOutlookType {
  @Field(() => Int)
  measured!: number;
  @Field(() => Int)
  of!: number;
  @Field(() => Float, { nullable: true, description: 'chance to see the smallest effect with those measured so far' })
  power!: number | null;
  @Field(() => Float, { nullable: true, description: 'the same with everybody measured' })
  powerOfAll!: number | null;
  @Field(() => String)
  sentence!: string;
}
