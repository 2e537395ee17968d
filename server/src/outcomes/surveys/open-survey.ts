import { addDays, type PlainDate, plainDateIn } from '@planwright/schema';
import { notFound } from '../../access/graphql/request-error.js';
import { userError } from '../../access/graphql/user-error.js';
import { type Act, audited, done, NotAllowed, type Outcome, refused } from '../../access/outcome.js';
import type { Tx } from '../../database/sql.js';
import { findCohorts } from '../../enrolments/enrolment-records.js';
import type { DefinitionCache } from '../../plans/definition-cache.js';
import { findVersionsOfPlans } from '../../plans/plan-records.js';
import { messages } from '../messages.js';
import { areGoodQuestions, questionsFor, type Respondents, type SurveyQuestion } from './survey-question.js';
import { hashSurveyToken, newSurveyToken } from './survey-token.js';

export interface OpenSurvey {
  cohortId: string;
  respondents: Respondents;
  closesOn: PlainDate;
  questions?: SurveyQuestion[];
}

/** A link for one respondent about one person. It is told once: nothing that is stored leads back to it. */
export interface SurveyLink {
  respondentId: string;
  aboutId: string;
  token: string;
}

export interface OpenedSurvey {
  roundId: string;
  links: SurveyLink[];
}

const TO_ASK = {
  SUPERIOR: `
    select distinct p.id as "aboutId", r.id as "respondentId" from enrolment e
    join enrolment_state s on s.enrolment_id = e.id and s.status <> 'CANCELLED'
    join person p on p.id = e.person_id join person r on r.id = p.manager_id and r.active
    where e.cohort_id = $1::uuid order by 1, 2`,
  TEAM: `
    select distinct p.id as "aboutId", r.id as "respondentId" from enrolment e
    join enrolment_state s on s.enrolment_id = e.id and s.status <> 'CANCELLED'
    join person p on p.id = e.person_id join person r on r.manager_id = p.id and r.active
    where e.cohort_id = $1::uuid order by 1, 2`,
} as const;

/** Asks the superiors or the teams of a cohort: one link for each respondent and person. */
export async function openSurvey(
  act: Act,
  definitions: DefinitionCache,
  input: OpenSurvey,
): Promise<Outcome<OpenedSurvey>> {
  const { tx, viewer, language, now } = act;
  const bad = (sentence: ReturnType<typeof messages.badClosing>, path: string) =>
    refused(userError('INVALID', sentence, language, [path]));
  const [cohort] = await findCohorts(tx, [input.cohortId]);
  if (!cohort) throw notFound(act);
  // A round asks about everybody in the cohort.
  if (viewer.scope.reach !== 'all') throw new NotAllowed('openSurvey', `Cohort:${cohort.id}`);
  const today = plainDateIn(now, viewer.workspace.timeZone);
  if (input.closesOn < today || input.closesOn > addDays(today, 366)) return bad(messages.badClosing(), 'closesOn');
  const [version] = (await findVersionsOfPlans(tx, [cohort.planId])).filter(({ status }) => status === 'PUBLISHED');
  const known = version ? await definitions.load(tx, [version.id]) : {};
  const questions = input.questions ?? questionsFor(version && known[version.id], input.respondents);
  if (!areGoodQuestions(questions)) return bad(messages.badQuestions(), 'questions');

  await tx.becomeWorker();
  // Two who open the same at once: the second sees the round of the first.
  await tx.rows('select id from cohort where id = $1::uuid for no key update', [cohort.id]);
  const open = await tx.row(
    `select id from survey_round where cohort_id = $1::uuid and respondents = $2 and completed_on is null and closes_on >= $3::date`,
    [cohort.id, input.respondents, today],
  );
  if (open) return refused(userError('NOT_NOW', messages.openAlready(), language, ['cohortId']));
  const asked = await tx.rows<{ aboutId: string; respondentId: string }>(TO_ASK[input.respondents], [cohort.id]);
  if (asked.length === 0) return bad(messages.nobodyToAsk(), 'respondents');
  const round = await tx.row<{ id: string }>(
    `insert into survey_round (workspace_id, cohort_id, respondents, questions, opens_on, closes_on, created_at, created_by)
     values ($1::uuid, $2::uuid, $3, $4::jsonb, $5::date, $6::date, $7::timestamptz, $8::uuid) returning id`,
    [
      viewer.workspace.id,
      cohort.id,
      input.respondents,
      JSON.stringify(questions),
      today,
      input.closesOn,
      now,
      viewer.personId,
    ],
  );
  if (!round) throw new Error('a survey was inserted but not answered');
  const links = asked.map((one): SurveyLink => ({ ...one, token: newSurveyToken() }));
  await insertInvitations(tx, viewer.workspace.id, round.id, links);
  await audited(act, { action: 'openSurvey', subject: `SurveyRound:${round.id}`, detail: { links: links.length } });
  return done({ roundId: round.id, links });
}

async function insertInvitations(
  tx: Tx,
  workspaceId: string,
  roundId: string,
  links: readonly SurveyLink[],
): Promise<void> {
  const rows = links.map(({ aboutId, respondentId, token }) => ({
    aboutId,
    respondentId,
    hash: hashSurveyToken(token).toString('hex'),
  }));
  await tx.rows(
    `insert into survey_invitation (workspace_id, round_id, about_id, respondent_id, token_hash)
     select $1::uuid, $2::uuid, r."aboutId", r."respondentId", decode(r.hash, 'hex')
     from jsonb_to_recordset($3::jsonb) as r("aboutId" uuid, "respondentId" uuid, hash text)`,
    [workspaceId, roundId, JSON.stringify(rows)],
  );
}

/** New links for whoever has not answered yet, to remind them with; those told before no longer work. */
export async function renewSurveyLinks(act: Act, roundId: string): Promise<Outcome<OpenedSurvey>> {
  const { tx, viewer, language, now } = act;
  const round = await tx.row<{ open: boolean }>(
    'select completed_on is null and closes_on >= $2::date as open from survey_round where id = $1::uuid',
    [roundId, plainDateIn(now, viewer.workspace.timeZone)],
  );
  if (!round) throw notFound(act);
  if (!round.open) return refused(userError('NOT_NOW', messages.closed(), language, ['roundId']));
  await tx.becomeWorker();
  const waiting = await tx.rows<{ aboutId: string; respondentId: string }>(
    `delete from survey_invitation where round_id = $1::uuid and answered_on is null
     returning about_id as "aboutId", respondent_id as "respondentId"`,
    [roundId],
  );
  const links = waiting.map((one): SurveyLink => ({ ...one, token: newSurveyToken() }));
  await insertInvitations(tx, viewer.workspace.id, roundId, links);
  await audited(act, {
    action: 'renewSurveyLinks',
    subject: `SurveyRound:${roundId}`,
    detail: { links: links.length },
  });
  return done({ roundId, links });
}
