import { type Language, textIn } from '@planwright/schema/text';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { EstimateType } from '../experiments/index.js';
import { DirectionEnum } from '../outcomes/index.js';
import type { OutcomeLine } from './analysis/report-data.js';
import { estimateFrom } from './estimate-views.js';

@ObjectType('OutcomeFigures', {
  simpleResolvers: true,
  description: 'The change of a metric over the plan, with what a chart of it needs.',
})
export class OutcomeFiguresType extends EstimateType {
  @Field(() => String, { description: 'Key of the metric.' })
  metricKey!: string;
  @Field(() => String, { description: 'Name of the metric in the requested language.' })
  title!: string;
  @Field(() => String, { nullable: true, description: 'Unit of the metric. Null when it has none.' })
  unit!: string | null;
  @Field(() => DirectionEnum, { description: 'Which way is better.' })
  direction!: OutcomeLine['direction'];
  @Field(() => Int, { description: 'People measured both before and after.' })
  n!: number;
  @Field(() => Float, {
    nullable: true,
    description: 'The smallest change that matters, where it was written down beforehand. Null otherwise.',
  })
  smallestEffect!: number | null;
  @Field(() => [Float], {
    description: 'The change of each person, smallest first. Empty with fewer than five people.',
  })
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
