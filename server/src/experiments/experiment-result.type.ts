import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { Verdict } from '../statistics/index.js';
import type { IntegrityFinding } from './analysis/experiment-data.js';
import { VerdictEnum } from './experiment-enums.js';

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

@ObjectType('ExperimentResult', {
  description:
    'The comparison of one arm with the reference. With several arms, the intervals of all comparisons hold together in 95 % of experiments.',
})
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
