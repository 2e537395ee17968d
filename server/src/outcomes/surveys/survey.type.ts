import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../../access/graphql/node.js';
import { DateScalar } from '../../access/graphql/scalars.js';
import { type UserErrorData, UserErrorsField } from '../../access/graphql/user-error.js';
import type { SurveyLinkState } from './answer-survey.js';
import type { Respondents } from './survey-question.js';
import type { SurveyRoundRow } from './survey-results.js';

export const RespondentsEnum = { SUPERIOR: 'SUPERIOR', TEAM: 'TEAM', LEARNER: 'LEARNER' } as const;
registerEnumType(RespondentsEnum, { name: 'SurveyRespondents' });

export const SurveyLinkStateEnum = { OPEN: 'OPEN', USED: 'USED', CLOSED: 'CLOSED' } as const;
registerEnumType(SurveyLinkStateEnum, {
  name: 'SurveyLinkState',
  description: 'OPEN: it can be answered. USED: it was. CLOSED: its time is over.',
});

@ObjectType('NextSurvey', {
  simpleResolvers: true,
  description: 'Another person that the same respondent is asked about.',
})
export class NextSurveyType {
  @Field(() => String)
  about!: string;
  @Field(() => String)
  token!: string;
}

@ObjectType('SurveyQuestion', { simpleResolvers: true })
export class SurveyQuestionType {
  @Field(() => String)
  key!: string;
  @Field(() => String)
  text!: string;
  @Field(() => Int, { description: 'answers run from 1 to this' })
  scale!: number;
}

@ObjectType('SurveyForm', { simpleResolvers: true, description: 'What a link asks; no account is needed.' })
export class SurveyFormType {
  @Field(() => SurveyLinkStateEnum)
  state!: SurveyLinkState;
  @Field(() => String, { description: 'the name of the person it is about' })
  about!: string;
  @Field(() => String)
  cohort!: string;
  @Field(() => String)
  workspace!: string;
  @Field(() => RespondentsEnum)
  respondents!: Respondents;
  @Field(() => DateScalar)
  closesOn!: string;
  @Field(() => [SurveyQuestionType], { description: 'empty unless it is open' })
  questions!: SurveyQuestionType[];
  @Field(() => NextSurveyType, { nullable: true })
  next!: NextSurveyType | null;
}

@ObjectType('MySurvey', { simpleResolvers: true, description: 'What the viewer is asked and has not answered.' })
export class MySurveyType {
  @Field(() => String)
  about!: string;
  @Field(() => String)
  cohort!: string;
  @Field(() => RespondentsEnum)
  respondents!: Respondents;
  @Field(() => DateScalar)
  closesOn!: string;
  @Field(() => String)
  token!: string;
}

@ObjectType('AgreeingShare', {
  simpleResolvers: true,
  description: 'answers above the middle of the scale, with a 95 % interval of their share, 0 to 1',
})
export class AgreeingShareType {
  @Field(() => Int)
  count!: number;
  @Field(() => Int)
  of!: number;
  @Field(() => Float)
  low!: number;
  @Field(() => Float)
  high!: number;
}

@ObjectType('SurveyMean', { simpleResolvers: true })
export class SurveyMeanType extends SurveyQuestionType {
  @Field(() => Float)
  mean!: number;
  @Field(() => AgreeingShareType)
  agree!: AgreeingShareType;
}

@ObjectType('SurveyRound', { implements: Node })
export class SurveyRoundType extends Node {
  @Field(() => RespondentsEnum)
  respondents!: Respondents;
  @Field(() => DateScalar)
  opensOn!: string;
  @Field(() => DateScalar)
  closesOn!: string;

  row!: SurveyRoundRow;
}

@ObjectType('SurveyResults', { simpleResolvers: true })
export class SurveyResultsType {
  @Field(() => Int)
  invited!: number;
  @Field(() => Int)
  answered!: number;
  @Field(() => Int, { description: 'people who answered; one who is asked about several counts once' })
  respondents!: number;
  @Field(() => [SurveyMeanType], {
    description: 'empty until the last day is over, and where fewer than five people answered',
  })
  means!: SurveyMeanType[];
  @Field(() => [String], { description: 'in no order; told like the means' })
  comments!: string[];
}

@ObjectType('SurveyReach', {
  simpleResolvers: true,
  description: 'The people that a round would reach if it were opened now.',
})
export class SurveyReachType {
  @Field(() => Int, { description: 'answers that could come in' })
  asked!: number;
  @Field(() => Int)
  people!: number;
  @Field(() => Int, { description: 'how many of the people only a printed code reaches' })
  byCode!: number;
  @Field(() => Int, { description: 'people that it asks about' })
  about!: number;
  @Field(() => Int, { description: 'how many of those have enough respondents for a figure of their own' })
  aboutEnough!: number;
  @Field(() => Int, { description: 'people who answer below which nothing is shown' })
  fewest!: number;
  @Field(() => String, { nullable: true, description: 'why it cannot be opened' })
  problem!: string | null;
}

@ObjectType('SurveyCode', { simpleResolvers: true })
export class SurveyCodeType {
  @Field(() => String, { description: 'typed at /survey; works once' })
  code!: string;
  @Field(() => String, { nullable: true, description: 'null where a survey is about whoever answers' })
  about!: string | null;
}

@ObjectType('SurveyCodesPayload')
export class SurveyCodesPayload {
  @Field(() => [SurveyCodeType])
  codes!: SurveyCodeType[];
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('SurveyPayload')
export class SurveyPayload {
  @Field(() => SurveyRoundType, { nullable: true })
  round!: SurveyRoundType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('AnswerSurveyPayload')
export class AnswerSurveyPayload {
  @Field(() => NextSurveyType, { nullable: true })
  next!: NextSurveyType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@InputType()
export class SurveyQuestionInput {
  @Field(() => String)
  key!: string;
  @Field(() => String)
  text!: string;
  @Field(() => Int)
  scale!: number;
}

@InputType()
export class OpenSurveyInput {
  @Field(() => ID)
  cohortId!: string;
  @Field(() => RespondentsEnum)
  respondents!: Respondents;
  @Field(() => DateScalar)
  closesOn!: string;
  @Field(() => [SurveyQuestionInput], { nullable: true, description: 'absent = those of the plan, else our own' })
  questions?: SurveyQuestionInput[] | null;
}

@InputType()
export class PrintSurveyCodesInput {
  @Field(() => ID)
  roundId!: string;
}

@InputType()
export class SurveyAnswerInput {
  @Field(() => String)
  key!: string;
  @Field(() => Int)
  value!: number;
}

@InputType()
export class AnswerSurveyInput {
  @Field(() => String)
  token!: string;
  @Field(() => [SurveyAnswerInput])
  answers!: SurveyAnswerInput[];
  @Field(() => String, { nullable: true, description: 'within 1,000 characters' })
  comment?: string | null;
}
