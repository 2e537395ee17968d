import { type Language, textIn } from '@planwright/schema';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { EstimateType, VerdictEnum } from '../../experiments/experiment.type.js';
import { MetricType } from '../../outcomes/outcomes.type.js';
import { PlanVersionType } from '../../plans/plan.type.js';
import type { Verdict } from '../../statistics/index.js';
import { ShareType } from '../figures.type.js';
import type { BalanceFigure } from './comparison-data.js';
import type { PooledFigures } from './pool-cohorts.js';

@ObjectType('VersionFigures', { simpleResolvers: true })
export class VersionFiguresType {
  @Field(() => PlanVersionType)
  version!: PlanVersionType;
  @Field(() => Int, { description: 'over all cohorts; who was cancelled is not counted' })
  people!: number;
  @Field(() => ShareType)
  completion!: ShareType;
  @Field(() => ShareType)
  onTime!: ShareType;
  @Field(() => Float, { nullable: true, description: 'mean score of reviewed work, 0–100; null under five people' })
  quality!: number | null;
  @Field(() => Int)
  qualityOf!: number;
  @Field(() => MetricType, { nullable: true, description: 'the outcome that the version names first' })
  outcomeMetric!: MetricType | null;
  @Field(() => EstimateType, { nullable: true, description: 'its change; nobody was compared with' })
  outcome!: EstimateType | null;
  @Field(() => Int)
  outcomeOf!: number;
}

@ObjectType('BalanceLine', { simpleResolvers: true, description: 'A standardised mean difference.' })
export class BalanceLineType {
  @Field(() => String)
  key!: string;
  @Field(() => String)
  title!: string;
  @Field(() => Float, { nullable: true })
  before!: number | null;
  @Field(() => Float, { nullable: true, description: 'null where nothing is weighted because a lot was drawn' })
  after!: number | null;
  @Field(() => Boolean)
  passed!: boolean;
}

@ObjectType('CohortEstimate', { simpleResolvers: true })
export class CohortEstimateType {
  @Field(() => String)
  title!: string;
  @Field(() => Float)
  estimate!: number;
  @Field(() => Float)
  low!: number;
  @Field(() => Float)
  high!: number;
  @Field(() => Int)
  people!: number;
}

@ObjectType('PooledEstimate', { simpleResolvers: true, description: 'All cohorts that compared the same change.' })
export class PooledEstimateType {
  @Field(() => Float, { nullable: true })
  estimate!: number | null;
  @Field(() => Float, { nullable: true })
  low!: number | null;
  @Field(() => Float, { nullable: true })
  high!: number | null;
  @Field(() => Float, { nullable: true, description: 'where the difference of one more cohort would lie' })
  predictionLow!: number | null;
  @Field(() => Float, { nullable: true })
  predictionHigh!: number | null;
  @Field(() => Float, { nullable: true, description: 'I², 0–1' })
  heterogeneity!: number | null;
  @Field(() => [CohortEstimateType])
  cohorts!: CohortEstimateType[];
  @Field(() => String)
  sentence!: string;
}

@ObjectType('VersionComparison', { simpleResolvers: true })
export class VersionComparisonType {
  @Field(() => PlanVersionType)
  from!: PlanVersionType;
  @Field(() => PlanVersionType)
  to!: PlanVersionType;
  @Field(() => MetricType)
  metric!: MetricType;
  @Field(() => Boolean, { description: 'a lot decided who ran which; else ASSOCIATED_ONLY is all that can be said' })
  randomised!: boolean;
  @Field(() => VerdictEnum)
  verdict!: Verdict;
  @Field(() => String)
  sentence!: string;
  @Field(() => EstimateType, { description: '`to` minus `from`' })
  estimate!: EstimateType;
  @Field(() => [EstimateType])
  sensitivity!: EstimateType[];
  @Field(() => [BalanceLineType])
  balance!: BalanceLineType[];
  @Field(() => Float, { nullable: true })
  eValue!: number | null;
  @Field(() => String, { nullable: true })
  eValueText!: string | null;
  @Field(() => Int, { description: 'measured' })
  peopleFrom!: number;
  @Field(() => Int)
  peopleTo!: number;
  @Field(() => [String], { description: 'What differs in the definition, a sentence each.' })
  definition!: string[];
  @Field(() => PooledEstimateType, { nullable: true })
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
