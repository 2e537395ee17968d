import { type Language, textIn } from '@planwright/schema/text';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { EstimateType, VerdictEnum } from '../../experiments/index.js';
import { MetricType } from '../../outcomes/index.js';
import { PlanVersionType } from '../../plans/index.js';
import type { Verdict } from '../../statistics/index.js';
import { ShareType } from '../figures.type.js';
import type { BalanceFigure } from './comparison-data.js';
import type { PooledFigures } from './pool-cohorts.js';

@ObjectType('VersionFigures', { simpleResolvers: true, description: 'How a version did over all its cohorts.' })
export class VersionFiguresType {
  @Field(() => PlanVersionType, { description: 'The version.' })
  version!: PlanVersionType;
  @Field(() => Int, { description: 'How many people ran it. Cancelled enrolments are not counted.' })
  people!: number;
  @Field(() => ShareType, { description: 'How much of what is needed is done.' })
  completion!: ShareType;
  @Field(() => ShareType, { description: 'How much was on time.' })
  onTime!: ShareType;
  @Field(() => Float, {
    nullable: true,
    description: 'Mean score of reviewed work, 0 to 100. Null with fewer than five people.',
  })
  quality!: number | null;
  @Field(() => Int, { description: 'How many people were scored.' })
  qualityOf!: number;
  @Field(() => MetricType, {
    nullable: true,
    description: 'The outcome the version names first. Null when it names none.',
  })
  outcomeMetric!: MetricType | null;
  @Field(() => EstimateType, {
    nullable: true,
    description: 'The change of that outcome over the plan, compared with nobody. Null when it was not measured.',
  })
  outcome!: EstimateType | null;
  @Field(() => Int, { description: 'How many people it was measured of.' })
  outcomeOf!: number;
}

@ObjectType('BalanceLine', {
  simpleResolvers: true,
  description: 'How far two groups differ in one characteristic: a standardised mean difference.',
})
export class BalanceLineType {
  @Field(() => String, { description: 'The characteristic.' })
  key!: string;
  @Field(() => String, { description: 'Its name in the requested language.' })
  title!: string;
  @Field(() => Float, { nullable: true, description: 'The difference as it is. Null when it cannot be computed.' })
  before!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'The difference after weighting. Null for an experiment, where nothing is weighted.',
  })
  after!: number | null;
  @Field(() => Boolean, { description: 'Whether the groups are alike enough.' })
  passed!: boolean;
}

@ObjectType('CohortEstimate', { simpleResolvers: true, description: 'The difference one cohort found.' })
export class CohortEstimateType {
  @Field(() => String, { description: 'Name of the cohort.' })
  title!: string;
  @Field(() => Float, { description: "The difference, in the metric's unit." })
  estimate!: number;
  @Field(() => Float, { description: 'Lower end of the 95 % interval.' })
  low!: number;
  @Field(() => Float, { description: 'Upper end of the 95 % interval.' })
  high!: number;
  @Field(() => Int, { description: 'How many people were compared.' })
  people!: number;
}

@ObjectType('PooledEstimate', {
  simpleResolvers: true,
  description: 'The difference over all cohorts that compared the same change.',
})
export class PooledEstimateType {
  @Field(() => Float, {
    nullable: true,
    description: "The difference, in the metric's unit. Null when it cannot be computed.",
  })
  estimate!: number | null;
  @Field(() => Float, { nullable: true, description: 'Lower end of the 95 % interval. Null when there is none.' })
  low!: number | null;
  @Field(() => Float, { nullable: true, description: 'Upper end of the 95 % interval. Null when there is none.' })
  high!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Lower end of where the difference of one more cohort would lie. Null when there are too few cohorts.',
  })
  predictionLow!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Upper end of where the difference of one more cohort would lie. Null when there are too few cohorts.',
  })
  predictionHigh!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'How much cohorts differ beyond chance: I², 0 to 1. Null when it cannot be computed.',
  })
  heterogeneity!: number | null;
  @Field(() => [CohortEstimateType], { description: 'What each cohort found.' })
  cohorts!: CohortEstimateType[];
  @Field(() => String, { description: 'The result in one sentence in the requested language.' })
  sentence!: string;
}

@ObjectType('VersionComparison', {
  simpleResolvers: true,
  description: 'Two versions of a plan compared by an outcome.',
})
export class VersionComparisonType {
  @Field(() => PlanVersionType, { description: 'The version that is compared with.' })
  from!: PlanVersionType;
  @Field(() => PlanVersionType, { description: 'The version that is compared.' })
  to!: PlanVersionType;
  @Field(() => MetricType, { description: 'The outcome.' })
  metric!: MetricType;
  @Field(() => Boolean, {
    description:
      'True when people were assigned to the versions at random. Otherwise ASSOCIATED_ONLY is the most that can be concluded.',
  })
  randomised!: boolean;
  @Field(() => VerdictEnum, { description: 'What may be concluded.' })
  verdict!: Verdict;
  @Field(() => String, { description: 'The result in one sentence in the requested language.' })
  sentence!: string;
  @Field(() => EstimateType, { description: 'The difference, `to` minus `from`.' })
  estimate!: EstimateType;
  @Field(() => [EstimateType], { description: 'The same comparison by other methods.' })
  sensitivity!: EstimateType[];
  @Field(() => [BalanceLineType], { description: 'How alike the people of the two versions are.' })
  balance!: BalanceLineType[];
  @Field(() => Float, {
    nullable: true,
    description:
      'How strong a hidden cause would have to be to explain the difference away, as an E-value from 1 up. Null when it does not apply.',
  })
  eValue!: number | null;
  @Field(() => String, {
    nullable: true,
    description: 'The same in words in the requested language. Null when it does not apply.',
  })
  eValueText!: string | null;
  @Field(() => Int, { description: 'People of `from` who were measured.' })
  peopleFrom!: number;
  @Field(() => Int, { description: 'People of `to` who were measured.' })
  peopleTo!: number;
  @Field(() => [String], { description: 'What differs between the definitions, a sentence each.' })
  definition!: string[];
  @Field(() => PooledEstimateType, {
    nullable: true,
    description: 'The result over all cohorts that compared the same change. Null when there are not two.',
  })
  pooled!: PooledEstimateType | null;
}

export const pooledFrom = (pooled: PooledFigures, language: Language): PooledEstimateType => ({
  ...pooled,
  sentence: textIn(pooled.sentence, language),
});

export const balanceLineFrom = (line: BalanceFigure, language: Language): BalanceLineType => ({
  ...line,
  title: textIn(line.title, language),
});
