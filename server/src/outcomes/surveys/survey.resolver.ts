import { plainDateIn, textIn } from '@planwright/schema';
import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { requireAction } from '../../access/actions.js';
import { loaderOf, type RequestContext, type SignedInContext, signedIn } from '../../access/graphql/context.js';
import { globalId, uuidOf } from '../../access/graphql/global-id.js';
import { command, type Outcome } from '../../access/outcome.js';
import { mentionedPerson } from '../../access/person-loaders.js';
import type { DefinitionCache } from '../../plans/definition-cache.js';
import { uuidOrNotFound } from '../../plans/plan.inputs.js';
import { answerSurvey, surveyForm } from './answer-survey.js';
import { mySurveys } from './my-surveys.js';
import { type OpenedSurvey, openSurvey, renewSurveyLinks } from './open-survey.js';
import {
  AnswerSurveyInput,
  AnswerSurveyPayload,
  MySurveyType,
  OpenSurveyInput,
  RenewSurveyLinksInput,
  SurveyFormType,
  SurveyPayload,
  SurveyResultsType,
  SurveyRoundType,
} from './survey.type.js';
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
  closesOn: row.completedOn ?? row.closesOn,
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

  @Query(() => SurveyFormType, { nullable: true, description: 'null = there is no such link' })
  async surveyForm(
    @Ctx() { database, clock, language }: RequestContext,
    @Arg('token', () => String) token: string,
  ): Promise<SurveyFormType | null> {
    const form = await surveyForm({ database, clock, tokens: this.tokens }, token);
    if (!form) return null;
    const { state, about, cohort, workspace, respondents, closesOn, next } = form;
    const questions = form.questions.map(({ key, text, scale }) => ({ key, text: textIn(text, language), scale }));
    return { state, about, cohort, workspace, respondents, closesOn, questions, next };
  }

  @Mutation(() => AnswerSurveyPayload, { description: 'By a link that works once; no account is needed.' })
  async answerSurvey(
    @Ctx() { database, clock, language }: RequestContext,
    @Arg('input', () => AnswerSurveyInput) { token, answers, comment }: AnswerSurveyInput,
  ): Promise<AnswerSurveyPayload> {
    const deps = { database, clock, tokens: this.tokens };
    const { errors, next } = await answerSurvey(deps, { token, answers, comment: comment ?? '' }, language);
    return { next, userErrors: errors };
  }

  @Query(() => [MySurveyType], { description: 'those that close first come first' })
  mySurveys(@Ctx() context: RequestContext): Promise<MySurveyType[]> {
    const { viewer, database, now } = signedIn(context);
    const today = plainDateIn(now, viewer.workspace.timeZone);
    return database.work((tx) => mySurveys(tx, this.tokens, viewer.personId, today));
  }

  @Query(() => [SurveyRoundType], { description: 'newest first' })
  async surveys(@Ctx() context: RequestContext, @Arg('cohortId', () => ID) id: string): Promise<SurveyRoundType[]> {
    const { viewer, database } = signedIn(context);
    const cohortId = uuidOf('Cohort', id);
    if (cohortId === undefined) return [];
    return (await database.read(viewer.scope, (tx) => listSurveyRounds(tx, cohortId))).map(surveyRoundFrom);
  }

  @Mutation(() => SurveyPayload)
  async openSurvey(
    @Ctx() context: RequestContext,
    @Arg('input', () => OpenSurveyInput) input: OpenSurveyInput,
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

  @Mutation(() => SurveyPayload, { description: 'New links for whoever has not answered; the old ones stop working.' })
  async renewSurveyLinks(
    @Ctx() context: RequestContext,
    @Arg('input', () => RenewSurveyLinksInput) { roundId }: RenewSurveyLinksInput,
  ): Promise<SurveyPayload> {
    const viewing = signedIn(context);
    await requireAction(viewing, 'renewSurveyLinks', roundId);
    const uuid = uuidOrNotFound(viewing, 'SurveyRound', roundId);
    return this.#payload(viewing, await command(viewing, (act) => renewSurveyLinks(act, uuid)));
  }

  @FieldResolver(() => SurveyResultsType)
  async results(@Ctx() context: RequestContext, @Root() { row }: SurveyRoundType): Promise<SurveyResultsType> {
    const { language } = context;
    const { means, comments, ...counts } = await loaderOf(context, figures).load(row);
    const meanOf = new Map(means.map(({ key, mean }) => [key, mean]));
    return {
      ...counts,
      comments,
      means: row.questions.flatMap(({ key, text, scale }) => {
        const mean = meanOf.get(key);
        return mean === undefined ? [] : [{ key, text: textIn(text, language), scale, mean }];
      }),
    };
  }

  async #payload(context: SignedInContext, outcome: Outcome<OpenedSurvey>): Promise<SurveyPayload> {
    if (!outcome.ok) return { round: null, links: [], userErrors: outcome.errors };
    const { roundId, links } = outcome.value;
    const row = await context.database.read(context.viewer.scope, (tx) => findSurveyRound(tx, roundId));
    const nameOf = async (id: string) => (await mentionedPerson(context, id))?.name ?? '';
    return {
      round: row ? surveyRoundFrom(row) : null,
      links: await Promise.all(
        links.map(async ({ respondentId, aboutId, token }) => ({
          respondent: await nameOf(respondentId),
          about: await nameOf(aboutId),
          token,
        })),
      ),
      userErrors: [],
    };
  }
}
