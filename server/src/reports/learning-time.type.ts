import { type Language, textIn } from '@planwright/schema/text';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { TimeLine } from './analysis/report-data.js';

@ObjectType('LearningTime', {
  simpleResolvers: true,
  description: 'How long people said they took, in minutes; no figures where fewer than five said so.',
})
export class LearningTimeType {
  @Field(() => String, { nullable: true, description: 'Null for everything that a person did, added up.' })
  itemKey!: string | null;
  @Field(() => String, { description: 'The item, or what the line adds up.' })
  title!: string;
  @Field(() => Int, { nullable: true, description: 'The minutes that the plan names.' })
  planned!: number | null;
  @Field(() => Float, { nullable: true, description: 'Half of the people took less, half more.' })
  median!: number | null;
  @Field(() => Float, { nullable: true, description: 'The middle half of the people lies between this and `high`.' })
  low!: number | null;
  @Field(() => Float, { nullable: true, description: 'The upper end of the middle half.' })
  high!: number | null;
  @Field(() => Int, { description: 'People who said it.' })
  n!: number;
  @Field(() => Boolean, { description: 'Fewer than five people said it.' })
  suppressed!: boolean;
}

export const learningTimeFrom = ({ key, title, ...figures }: TimeLine, language: Language): LearningTimeType => ({
  ...figures,
  itemKey: key === '' ? null : key,
  title: textIn(title, language),
});
