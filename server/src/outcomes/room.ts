import type { ApiRoom } from '../access/room.js';
import type { DefinitionCache } from '../plans/definition-cache.js';
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
