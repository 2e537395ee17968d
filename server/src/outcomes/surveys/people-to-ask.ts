import { type Sql, statement } from '../../database/index.js';
import { say } from '../generated/messages.js';
import { FEWEST_RESPONDENTS } from '../person-rows/fewest-respondents.js';
import type { Respondents } from './survey-question.js';

const PAIR = { aboutId: 'uuid', respondentId: 'uuid' } as const;

const TO_ASK = {
  SUPERIOR: statement(
    PAIR,
    `
    select distinct p.id as "aboutId", r.id as "respondentId" from enrolment e
    join enrolment_state s on s.enrolment_id = e.id and s.status <> 'CANCELLED'
    join person p on p.id = e.person_id join person r on r.id = p.manager_id and r.active
    where e.cohort_id = $1::uuid order by 1, 2`,
  ),
  TEAM: statement(
    PAIR,
    `
    select distinct p.id as "aboutId", r.id as "respondentId" from enrolment e
    join enrolment_state s on s.enrolment_id = e.id and s.status <> 'CANCELLED'
    join person p on p.id = e.person_id join person r on r.manager_id = p.id and r.active
    where e.cohort_id = $1::uuid order by 1, 2`,
  ),
  LEARNER: statement(
    PAIR,
    `
    select distinct p.id as "aboutId", p.id as "respondentId" from enrolment e
    join enrolment_state s on s.enrolment_id = e.id and s.status <> 'CANCELLED'
    join person p on p.id = e.person_id and p.active
    where e.cohort_id = $1::uuid order by 1, 2`,
  ),
} as const;

/** Each respondent with each person they are asked about. As worker. */
export const peopleToAsk = (
  sql: Sql,
  cohortId: string,
  respondents: Respondents,
): Promise<{ aboutId: string; respondentId: string }[]> => sql.rows(TO_ASK[respondents], [cohortId]);

/** Why a round that asks these people is not opened, each as often as they are asked; undefined when it is. */
export function tooFewToAsk(respondentIds: readonly string[]) {
  const people = new Set(respondentIds).size;
  if (people === 0) return say('nobodyToAsk');
  return people < FEWEST_RESPONDENTS ? say('tooFewToAsk', { people, fewest: FEWEST_RESPONDENTS }) : undefined;
}

/**
 * Of the person `r`: nothing brings a message to them, and they cannot sign in to find it. What channels know people by is
 * their e-mail, and in their facts a mobile number and the ids of providers (`dingtalk.userid`).
 */
const OUT_OF_REACH = `not exists (select 1 from account a where a.person_id = r.id) and coalesce(r.email, '') = ''
  and coalesce(r.facts ->> 'mobile', '') = '' and not exists (select 1 from jsonb_object_keys(r.facts) k where k like '%.%')`;

const FIND_PERSON = statement(
  { id: 'uuid' },
  `select r.id from person r where r.id = any($1::uuid[]) and ${OUT_OF_REACH}`,
);

/** The people among these that only a printed code reaches. As worker. */
export async function outOfReach(sql: Sql, personIds: readonly string[]): Promise<Set<string>> {
  const rows = await sql.rows(FIND_PERSON, [personIds]);
  return new Set(rows.map(({ id }) => id));
}

export interface SurveyReach {
  /** Answers that could come in. */
  asked: number;
  people: number;
  /** How many of the people only a printed code reaches. */
  byCode: number;
  /** People that it asks about, and how many of them have enough respondents for a figure of their own. */
  about: number;
  aboutEnough: number;
  /** Why it cannot be opened. */
  problem: ReturnType<typeof tooFewToAsk>;
}

/** The people that a round would reach if it were opened now. As worker. */
export async function surveyReach(sql: Sql, cohortId: string, respondents: Respondents): Promise<SurveyReach> {
  const asked = await peopleToAsk(sql, cohortId, respondents);
  const respondentIds = asked.map(({ respondentId }) => respondentId);
  const people = [...new Set(respondentIds)];
  const byPerson = [...Map.groupBy(asked, ({ aboutId }) => aboutId).values()];
  return {
    asked: asked.length,
    people: people.length,
    byCode: (await outOfReach(sql, people)).size,
    about: byPerson.length,
    aboutEnough: byPerson.filter(
      (own) => new Set(own.map(({ respondentId }) => respondentId)).size >= FEWEST_RESPONDENTS,
    ).length,
    problem: tooFewToAsk(respondentIds),
  };
}
