import { textIn } from '@planwright/schema/text';
import { plainDateIn } from '@planwright/schema/time';
import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  globalId,
  InputArg,
  loaderOf,
  type RequestContext,
  type SignedInContext,
  signedIn,
  uuidOf,
  uuidOrNotFound,
} from '../../access/graphql/index.js';
import { command, may, type Outcome, requireAction } from '../../access/index.js';
import { findCohorts } from '../../enrolments/index.js';
import { type DefinitionCache } from '../../plans/index.js';
import { FEWEST_RESPONDENTS } from '../person-rows/fewest-respondents.js';
import { answerSurvey, surveyForm } from './answer-survey.js';
import { mySurveys } from './my-surveys.js';
import { openSurvey } from './open-survey.js';
import { surveyReach } from './people-to-ask.js';
import { printSurveyCodes } from './print-survey-codes.js';
import {
  AnswerSurveyInput,
  AnswerSurveyPayload,
  MySurveyType,
  OpenSurveyInput,
  PrintSurveyCodesInput,
  RespondentsEnum,
  SurveyCodesPayload,
  SurveyFormType,
  SurveyPayload,
  SurveyReachType,
  SurveyResultsType,
  SurveyRoundType,
} from './survey.type.js';
import type { Respondents } from './survey-question.js';
import {
  findSurveyRound,
  listSurveyRounds,
  type SurveyFigures,
  type SurveyRoundRow,
  surveyFigures,
} from './survey-results.js';
import type { SurveyTokens } from './survey-token.js';

export const surveyRoundFrom = (row: SurveyRoundRow): SurveyRoundType & { __typename: 'SurveyRound' } => ({
  __typename: 'SurveyRound',
  id: globalId('SurveyRound', row.id),
  respondents: row.respondents,
  opensOn: row.opensOn,
  closesOn: row.closesOn,
  row,
});

/** Figures of the rounds of one answer, in one transaction. Each round was read under the viewer's policies. */
const figures = (context: RequestContext) =>
  new DataLoader<SurveyRoundRow, SurveyFigures>((rows) => {
    const { viewer, database, now } = signedIn(context);
    const today = plainDateIn(now, viewer.workspace.timeZone);
    return database.look((tx) => surveyFigures(tx, rows, today));
  });

@Resolver(() => SurveyRoundType)
export class SurveyResolver {
  constructor(
    private readonly definitions: DefinitionCache,
    private readonly tokens: SurveyTokens,
  ) {}

  @Query(() => SurveyFormType, {
    nullable: true,
    description: 'What a link or printed code asks. Null when there is no such link. No account is needed.',
  })
  async surveyForm(
    @Ctx() { database, clock, language }: RequestContext,
    @Arg('token', () => String, { description: 'Token of the link, or the printed code.' }) token: string,
  ): Promise<SurveyFormType | null> {
    const form = await surveyForm({ database, clock, tokens: this.tokens }, token);
    if (!form) return null;
    const { state, about, cohort, workspace, respondents, closesOn, next } = form;
    const questions = form.questions.map(({ key, text, scale }) => ({ key, text: textIn(text, language), scale }));
    return { state, about, cohort, workspace, respondents, closesOn, questions, next };
  }

  @Mutation(() => AnswerSurveyPayload, {
    description:
      'Answers a survey by a link or code that works once. No account is needed. User errors: INVALID for the link or an answer; NOT_NOW when the survey is over.',
  })
  async answerSurvey(
    @Ctx() { database, clock, language }: RequestContext,
    @InputArg(() => AnswerSurveyInput) { token, answers, comment }: AnswerSurveyInput,
  ): Promise<AnswerSurveyPayload> {
    const deps = { database, clock, tokens: this.tokens };
    const { errors, next } = await answerSurvey(deps, { token, answers, comment: comment ?? '' }, language);
    return { next, userErrors: errors };
  }

  @Query(() => [MySurveyType], {
    description: 'Surveys the viewer is asked to answer, those that close first at the top.',
  })
  mySurveys(@Ctx() context: RequestContext): Promise<MySurveyType[]> {
    const { viewer, database, now } = signedIn(context);
    const today = plainDateIn(now, viewer.workspace.timeZone);
    return database.work((tx) => mySurveys(tx, this.tokens, viewer.personId, today));
  }

  @Query(() => [SurveyRoundType], {
    description: 'The surveys of a cohort, newest first. Empty for everybody but HR and administrators.',
  })
  async surveys(
    @Ctx() context: RequestContext,
    @Arg('cohortId', () => ID, { description: 'Global id of the cohort.' }) id: string,
  ): Promise<SurveyRoundType[]> {
    const { viewer, database } = signedIn(context);
    const cohortId = uuidOf('Cohort', id);
    if (cohortId === undefined) return [];
    return (await database.read(viewer.scope, (tx) => listSurveyRounds(tx, cohortId))).map(surveyRoundFrom);
  }

  @Mutation(() => SurveyPayload, {
    description:
      'Opens a survey and tells the respondents through their own channels. For ADMIN, and for HR who covers the whole workspace. User errors: INVALID for the last day, the questions, or too few respondents to stay anonymous; NOT_NOW when one is open already.',
  })
  async openSurvey(
    @Ctx() context: RequestContext,
    @InputArg(() => OpenSurveyInput) input: OpenSurveyInput,
  ): Promise<SurveyPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'openSurvey', input.cohortId);
    const { respondents, closesOn, questions } = input;
    const cohortId = uuidOrNotFound(viewing, 'Cohort', input.cohortId);
    const given = questions?.map(({ key, text, scale }) => ({ key, text: { [context.language]: text }, scale }));
    return this.#payload(
      viewing,
      await command(viewing, (act) =>
        openSurvey(act, this.definitions, { cohortId, respondents, closesOn, ...(given ? { questions: given } : {}) }),
      ),
    );
  }

  @Query(() => SurveyReachType, {
    nullable: true,
    description: 'The people a survey would reach, before it is opened. Null for viewers who may not open it.',
  })
  async surveyReach(
    @Ctx() context: RequestContext,
    @Arg('cohortId', () => ID, { description: 'Global id of the cohort.' }) id: string,
    @Arg('respondents', () => RespondentsEnum, { description: 'Who would be asked.' }) respondents: Respondents,
  ): Promise<SurveyReachType | null> {
    const { viewer, database, language } = signedIn(context);
    const cohortId = uuidOf('Cohort', id);
    if (cohortId === undefined || !may(viewer, 'openSurvey') || viewer.scope.reach !== 'all') return null;
    const [cohort] = await database.read(viewer.scope, (tx) => findCohorts(tx, [cohortId]));
    if (!cohort) return null;
    const reach = await database.work((tx) => surveyReach(tx, cohort.id, respondents));
    return { ...reach, fewest: FEWEST_RESPONDENTS, problem: reach.problem?.[language] ?? null };
  }

  @Mutation(() => SurveyCodesPayload, {
    description:
      'Makes codes without names, to print and hand out, for respondents with neither an account nor an address. For ADMIN, and for HR who covers the whole workspace. User error: NOT_NOW when the survey is over.',
  })
  async printSurveyCodes(
    @Ctx() context: RequestContext,
    @InputArg(() => PrintSurveyCodesInput) { roundId }: PrintSurveyCodesInput,
  ): Promise<SurveyCodesPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'printSurveyCodes', roundId);
    const uuid = uuidOrNotFound(viewing, 'SurveyRound', roundId);
    const outcome = await command(viewing, (act) => printSurveyCodes(act, this.tokens, uuid));
    return outcome.ok ? { ...outcome.value, userErrors: [] } : { codes: [], userErrors: outcome.errors };
  }

  @FieldResolver(() => Int, { description: 'How many respondents are reached only by a printed code.' })
  async byCode(@Ctx() context: RequestContext, @Root() { row }: SurveyRoundType): Promise<number> {
    return (await loaderOf(context, figures).load(row)).byCode;
  }

  @FieldResolver(() => SurveyResultsType, { description: 'How it was answered.' })
  async results(@Ctx() context: RequestContext, @Root() { row }: SurveyRoundType): Promise<SurveyResultsType> {
    const { language } = context;
    const { questions, comments, invited, answered, respondents } = await loaderOf(context, figures).load(row);
    const figuresOf = new Map(questions.map((question) => [question.key, question]));
    return {
      invited,
      answered,
      respondents,
      comments,
      means: row.questions.flatMap(({ key, text, scale }) => {
        const own = figuresOf.get(key);
        return own ? [{ key, text: textIn(text, language), scale, mean: own.mean, agree: own.agree }] : [];
      }),
    };
  }

  async #payload(context: SignedInContext, outcome: Outcome<{ roundId: string }>): Promise<SurveyPayload> {
    if (!outcome.ok) return { round: null, userErrors: outcome.errors };
    const { roundId } = outcome.value;
    const row = await context.database.read(context.viewer.scope, (tx) => findSurveyRound(tx, roundId));
    return { round: row ? surveyRoundFrom(row) : null, userErrors: [] };
  }
}
