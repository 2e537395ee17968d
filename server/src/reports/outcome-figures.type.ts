import { type Language, textIn } from '@planwright/schema';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { EstimateType } from '../experiments/experiment.type.js';
import { DirectionEnum } from '../outcomes/outcomes.type.js';
import type { OutcomeLine } from './analysis/report-data.js';
import { estimateFrom } from './estimate-views.js';

@ObjectType('OutcomeFigures', {
  simpleResolvers: true,
  description: 'The change of a metric with what a chart of it needs.',
})
export class OutcomeFiguresType extends EstimateType {
  @Field(() => String)
  metricKey!: string;
  @Field(() => String)
  title!: string;
  @Field(() => String, { nullable: true })
  unit!: string | null;
  @Field(() => DirectionEnum)
  direction!: OutcomeLine['direction'];
  @Field(() => Int, { description: 'people measured before and after' })
  n!: number;
  @Field(() => Float, { nullable: true, description: 'the smallest change that matters, where it was written down' })
  smallestEffect!: number | null;
  @Field(() => [Float], { description: 'one a person, smallest first; empty below five people' })
  changes!: number[];
}

export const outcomeFiguresFrom = (line: OutcomeLine, language: Language): OutcomeFiguresType => ({
  ...estimateFrom(line, language),
  metricKey: line.metric,
  title: textIn(line.title, language),
  unit: line.unit,
  direction: line.direction,
  n: line.n,
  smallestEffect: line.smallestEffect,
  changes: line.changes,
});
