import { type Language, textIn } from '@planwright/schema/text';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar, globalId } from '../access/graphql/index.js';
import { type Respondents, RespondentsEnum, SurveyMeanType } from '../outcomes/index.js';
import type { RatingLine } from './analysis/report-data.js';

@ObjectType('SurveyRatings', { simpleResolvers: true, description: 'What was said in a survey that is over.' })
export class SurveyRatingsType {
  @Field(() => ID, { description: 'The survey.' })
  roundId!: string;
  @Field(() => RespondentsEnum, { description: 'Who was asked.' })
  respondents!: Respondents;
  @Field(() => DateScalar, { description: 'Its last day.' })
  closesOn!: string;
  @Field(() => Int, { description: 'Answers that came in.' })
  answered!: number;
  @Field(() => Int, { description: 'People who gave these answers, never fewer than five.' })
  people!: number;
  @Field(() => [SurveyMeanType], { description: 'What they said to each statement.' })
  means!: SurveyMeanType[];
}

/** A survey each, in the order of the report. */
export function ratingsFrom(lines: readonly RatingLine[], language: Language): SurveyRatingsType[] {
  return [...Map.groupBy(lines, ({ roundId }) => roundId)].flatMap(([roundId, own]) => {
    const [first] = own;
    if (!first) return [];
    const { respondents, closesOn, answered, people } = first;
    const means = own.map(({ key, text, scale, mean, agree }) => ({
      key,
      text: textIn(text, language),
      scale,
      mean,
      agree,
    }));
    return [{ roundId: globalId('SurveyRound', roundId), respondents, closesOn, answered, people, means }];
  });
}
