import type { PlainDate } from '@planwright/schema/time';
import { columns, type Sql, statement } from '../../database/index.js';
import { SurveyInvitationEntity, SurveyRoundEntity } from '../entities.js';
import { INVITATION_COLUMNS, signedSurveyLink } from './survey-links.js';
import type { Respondents } from './survey-question.js';
import type { SurveyTokens } from './survey-token.js';

export interface MySurvey {
  about: string;
  cohort: string;
  respondents: Respondents;
  closesOn: PlainDate;
  token: string;
}

const MY_SURVEYS = statement(
  {
    ...columns(SurveyInvitationEntity, 'id', 'workspaceId', 'roundId', 'aboutId', 'respondentId', 'epoch'),
    ...columns(SurveyRoundEntity, 'respondents', 'closesOn'),
    about: 'text',
    cohort: 'text',
  },
  `select ${INVITATION_COLUMNS}, p.name as about, c.name as cohort, r.respondents, r.closes_on as "closesOn"
     from survey_invitation i
     join survey_round r on r.id = i.round_id
     join cohort c on c.id = r.cohort_id
     join person p on p.id = i.about_id
     where i.respondent_id = $1::uuid and i.answered_on is null and r.closes_on >= $2::date
     order by r.closes_on, c.name, p.name, i.id`,
);

/** Surveys that a person has not answered yet, with their own link to each. As worker. */
export async function mySurveys(
  sql: Sql,
  tokens: SurveyTokens,
  personId: string,
  today: PlainDate,
): Promise<MySurvey[]> {
  const open = await sql.rows(MY_SURVEYS, [personId, today]);
  const mine: MySurvey[] = [];
  for (const { about, cohort, respondents, closesOn, ...invitation } of open)
    mine.push({ about, cohort, respondents, closesOn, token: await signedSurveyLink(sql, tokens, invitation, 'mine') });
  return mine;
}
