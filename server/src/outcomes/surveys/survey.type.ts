import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateScalar, described, Node, type UserErrorData, UserErrorsField } from '../../access/graphql/index.js';
import type { SurveyLinkState } from './answer-survey.js';
import type { Respondents } from './survey-question.js';
import type { SurveyRoundRow } from './survey-results.js';

export const RespondentsEnum = { SUPERIOR: 'SUPERIOR', TEAM: 'TEAM', LEARNER: 'LEARNER' } as const;
registerEnumType(RespondentsEnum, {
  name: 'SurveyRespondents',
  description: 'Who answers a survey.',
  valuesConfig: described({
    SUPERIOR: 'The superior of each person in the cohort, about that person.',
    TEAM: 'The team of each person in the cohort, about that person.',
    LEARNER: 'The people in the cohort themselves.',
  }),
});

export const SurveyLinkStateEnum = { OPEN: 'OPEN', USED: 'USED', CLOSED: 'CLOSED' } as const;
registerEnumType(SurveyLinkStateEnum, {
  name: 'SurveyLinkState',
  description: 'Whether the link to a survey still works.',
  valuesConfig: described({ OPEN: 'It can be answered.', USED: 'It was answered.', CLOSED: 'The survey is over.' }),
});

@ObjectType('NextSurvey', { simpleResolvers: true, description: 'Another person the same respondent is asked about.' })
export class NextSurveyType {
  @Field(() => String, { description: 'Name of that person.' })
  about!: string;
  @Field(() => String, { description: 'Token of the link, to read with `surveyForm`.' })
  token!: string;
}

@ObjectType('SurveyQuestion', { simpleResolvers: true, description: 'A question of a survey.' })
export class SurveyQuestionType {
  @Field(() => String, { description: 'Key of the question.' })
  key!: string;
  @Field(() => String, { description: 'The question in the requested language.' })
  text!: string;
  @Field(() => Int, { description: 'Answers run from 1 to this number.' })
  scale!: number;
}

@ObjectType('SurveyForm', {
  simpleResolvers: true,
  description: 'What somebody with a link is asked. No account is needed.',
})
export class SurveyFormType {
  @Field(() => SurveyLinkStateEnum, { description: 'Whether it can still be answered.' })
  state!: SurveyLinkState;
  @Field(() => String, { description: 'Name of the person it is about.' })
  about!: string;
  @Field(() => String, { description: 'Name of the cohort.' })
  cohort!: string;
  @Field(() => String, { description: 'Name of the workspace.' })
  workspace!: string;
  @Field(() => RespondentsEnum, { description: 'In what capacity the reader is asked.' })
  respondents!: Respondents;
  @Field(() => DateScalar, { description: 'The last day to answer.' })
  closesOn!: string;
  @Field(() => [SurveyQuestionType], { description: 'The questions. Empty unless the survey is open.' })
  questions!: SurveyQuestionType[];
  @Field(() => NextSurveyType, {
    nullable: true,
    description:
      'Once this link was used: another person the same respondent is asked about. Null before, and when there is nobody else.',
  })
  next!: NextSurveyType | null;
}

@ObjectType('MySurvey', {
  simpleResolvers: true,
  description: 'A survey the viewer is asked to answer and has not answered yet.',
})
export class MySurveyType {
  @Field(() => String, { description: 'Name of the person it is about.' })
  about!: string;
  @Field(() => String, { description: 'Name of the cohort.' })
  cohort!: string;
  @Field(() => RespondentsEnum, { description: 'In what capacity the viewer is asked.' })
  respondents!: Respondents;
  @Field(() => DateScalar, { description: 'The last day to answer.' })
  closesOn!: string;
  @Field(() => String, {
    description: 'Token of the link, to read with `surveyForm` and to answer with `answerSurvey`.',
  })
  token!: string;
}

@ObjectType('AgreeingShare', {
  simpleResolvers: true,
  description: 'How many answers lie above the middle of the scale.',
})
export class AgreeingShareType {
  @Field(() => Int, { description: 'Answers above the middle of the scale.' })
  count!: number;
  @Field(() => Int, { description: 'All answers.' })
  of!: number;
  @Field(() => Float, { description: 'Lower end of the 95 % interval of their share, 0 to 1.' })
  low!: number;
  @Field(() => Float, { description: 'Upper end of the 95 % interval of their share, 0 to 1.' })
  high!: number;
}

@ObjectType('SurveyMean', { simpleResolvers: true, description: 'How a question was answered.' })
export class SurveyMeanType extends SurveyQuestionType {
  @Field(() => Float, { description: 'Mean answer, between 1 and `scale`.' })
  mean!: number;
  @Field(() => AgreeingShareType, { description: 'How many answers lie above the middle of the scale.' })
  agree!: AgreeingShareType;
}

@ObjectType('SurveyRound', {
  implements: Node,
  description: "A survey that a cohort's superiors, teams or learners were asked to answer.",
})
export class SurveyRoundType extends Node {
  @Field(() => RespondentsEnum, { description: 'Who is asked.' })
  respondents!: Respondents;
  @Field(() => DateScalar, { description: 'The first day to answer.' })
  opensOn!: string;
  @Field(() => DateScalar, { description: 'The last day to answer.' })
  closesOn!: string;

  row!: SurveyRoundRow;
}

@ObjectType('SurveyResults', {
  simpleResolvers: true,
  description: 'How a survey was answered. Answers are anonymous.',
})
export class SurveyResultsType {
  @Field(() => Int, { description: 'How many answers could come in.' })
  invited!: number;
  @Field(() => Int, { description: 'How many answers came in.' })
  answered!: number;
  @Field(() => Int, {
    description: 'How many people answered. Somebody who is asked about several people counts once.',
  })
  respondents!: number;
  @Field(() => [SurveyMeanType], {
    description:
      'How each question was answered. Empty until the last day is over, and when fewer than five people answered.',
  })
  means!: SurveyMeanType[];
  @Field(() => [String], {
    description: 'Comments in no particular order. Empty under the same conditions as `means`.',
  })
  comments!: string[];
}

@ObjectType('SurveyReach', {
  simpleResolvers: true,
  description: 'The people a survey would reach if it were opened now.',
})
export class SurveyReachType {
  @Field(() => Int, { description: 'How many answers could come in.' })
  asked!: number;
  @Field(() => Int, { description: 'How many people would be asked.' })
  people!: number;
  @Field(() => Int, { description: 'Of these people: how many are reached only by a printed code.' })
  byCode!: number;
  @Field(() => Int, { description: 'How many people it is about.' })
  about!: number;
  @Field(() => Int, { description: 'Of these: about how many enough people can answer for figures of their own.' })
  aboutEnough!: number;
  @Field(() => Int, { description: 'How many people must answer for results to be shown.' })
  fewest!: number;
  @Field(() => String, {
    nullable: true,
    description: 'Why it cannot be opened, in the requested language. Null when it can.',
  })
  problem!: string | null;
}

@ObjectType('SurveyCode', {
  simpleResolvers: true,
  description: 'A printed code for one respondent, without their name.',
})
export class SurveyCodeType {
  @Field(() => String, { description: 'The code to type in at `/survey`. It works once.' })
  code!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Name of the person it is about. Null when respondents answer about themselves.',
  })
  about!: string | null;
}

@ObjectType('SurveyCodesPayload', { description: 'The answer to `printSurveyCodes`.' })
export class SurveyCodesPayload {
  @Field(() => [SurveyCodeType], {
    description: 'The codes, the same every time they are printed. Empty when nothing was printed.',
  })
  codes!: SurveyCodeType[];
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('SurveyPayload', { description: 'The answer to `openSurvey`.' })
export class SurveyPayload {
  @Field(() => SurveyRoundType, { nullable: true, description: 'The new survey. Null when none was opened.' })
  round!: SurveyRoundType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@ObjectType('AnswerSurveyPayload', { description: 'The answer to `answerSurvey`.' })
export class AnswerSurveyPayload {
  @Field(() => NextSurveyType, {
    nullable: true,
    description: 'Another person the same respondent is asked about. Null when there is nobody else.',
  })
  next!: NextSurveyType | null;
  @UserErrorsField()
  userErrors!: UserErrorData[];
}

@InputType({ description: 'A question of a survey.' })
export class SurveyQuestionInput {
  @Field(() => String, { description: 'Key of the question.' })
  key!: string;
  @Field(() => String, { description: 'The question in the requested language.' })
  text!: string;
  @Field(() => Int, { description: 'Answers run from 1 to this number.' })
  scale!: number;
}

@InputType({ description: 'A survey to open.' })
export class OpenSurveyInput {
  @Field(() => ID, { description: 'The cohort it is about.' })
  cohortId!: string;
  @Field(() => RespondentsEnum, { description: 'Who is asked.' })
  respondents!: Respondents;
  @Field(() => DateScalar, { description: 'The last day to answer, from today to a year from now.' })
  closesOn!: string;
  @Field(() => [SurveyQuestionInput], {
    nullable: true,
    description: 'The questions. When left out: those of the plan, or the standard ones.',
  })
  questions?: SurveyQuestionInput[] | null;
}

@InputType({ description: 'Which survey to print codes for.' })
export class PrintSurveyCodesInput {
  @Field(() => ID, { description: 'Global id of the survey.' })
  roundId!: string;
}

@InputType({ description: 'The answer to one question.' })
export class SurveyAnswerInput {
  @Field(() => String, { description: 'Key of the question.' })
  key!: string;
  @Field(() => Int, { description: "The answer, from 1 to the question's `scale`." })
  value!: number;
}

@InputType({ description: 'All answers of one respondent about one person.' })
export class AnswerSurveyInput {
  @Field(() => String, { description: 'Token of the link, or the printed code.' })
  token!: string;
  @Field(() => [SurveyAnswerInput], { description: 'One answer to every question.' })
  answers!: SurveyAnswerInput[];
  @Field(() => String, { nullable: true, description: 'A comment of at most 1,000 characters.' })
  comment?: string | null;
}
