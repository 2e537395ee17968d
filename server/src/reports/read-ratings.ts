import type { PlainDate } from '@planwright/schema/time';
import type { Sql } from '../database/index.js';
import { type SurveyRoundRow, surveyFigures } from '../outcomes/index.js';
import type { RatingLine } from './analysis/report-data.js';

/**
 * What was said in the rounds that are over, a line a statement: the same figures as on the cohort's page of surveys, so nothing
 * from fewer than five people. As worker; the rounds were read under the reader's policies.
 */
export async function readRatings(
  sql: Sql,
  rounds: readonly SurveyRoundRow[],
  today: PlainDate,
): Promise<RatingLine[]> {
  if (rounds.length === 0) return [];
  const figures = await surveyFigures(sql, rounds, today);
  return rounds.flatMap(({ id, respondents, closesOn, questions }, i) => {
    const { answered = 0, respondents: people = 0, questions: told = [] } = figures[i] ?? {};
    return questions.flatMap(({ key, text, scale }) => {
      const own = told.find((question) => question.key === key);
      return own ? [{ ...own, roundId: id, respondents, closesOn, answered, people, text, scale }] : [];
    });
  });
}
