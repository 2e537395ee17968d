import type { ApiRoom } from '../access/graphql/index.js';
import type { DefinitionCache } from '../plans/index.js';
import { OutcomesResolver } from './outcomes.resolver.js';
import { SurveyResolver, surveyRoundFrom } from './surveys/survey.resolver.js';
import { findSurveyRound } from './surveys/survey-results.js';
import type { SurveyTokens } from './surveys/survey-token.js';

/** What came of it: metrics, measurements, surveys. */
export function outcomesRoom(definitions: DefinitionCache, tokens: SurveyTokens): ApiRoom {
  return {
    resolvers: [new OutcomesResolver(), new SurveyResolver(definitions, tokens)],
    nodes: [
      {
        type: 'SurveyRound',
        load: async ({ viewer, database }, uuid) => {
          const row = await database.read(viewer.scope, (tx) => findSurveyRound(tx, uuid));
          return row ? surveyRoundFrom(row) : null;
        },
      },
    ],
  };
}
export { recordBaseline } from './record-baseline.js';
export { SURVEY_NOTICES, SurveyNotices } from './surveys/survey-notices.js';
export { SurveyTokens } from './surveys/survey-token.js';
