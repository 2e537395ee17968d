import { addDays, type PlainDate, plainDateIn } from '@planwright/schema';
import { requireAll } from '../../access/actions.js';
import { notFound } from '../../access/graphql/request-error.js';
import { userError } from '../../access/graphql/user-error.js';
import { type Act, audited, done, type Outcome, refused } from '../../access/outcome.js';
import type { Tx } from '../../database/sql.js';
import { findCohorts } from '../../enrolments/enrolment-records.js';
import type { DefinitionCache } from '../../plans/definition-cache.js';
import { findVersionsOfPlans } from '../../plans/plan-records.js';
import { messages } from '../messages.js';
import { addSurveyLinks, INVITATION_COLUMNS, type Invitation, type SurveyLink } from './survey-links.js';
import { tellRespondents } from './survey-notices.js';
import { areGoodQuestions, questionsFor, type Respondents, type SurveyQuestion } from './survey-question.js';

export interface OpenSurvey {
  cohortId: string;
  respondents: Respondents;
  closesOn: PlainDate;
  questions?: SurveyQuestion[];
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
  LEARNER: `
    select distinct p.id as "aboutId", p.id as "respondentId" from enrolment e
    join enrolment_state s on s.enrolment_id = e.id and s.status <> 'CANCELLED'
    join person p on p.id = e.person_id and p.active
    where e.cohort_id = $1::uuid order by 1, 2`,
} as const;

/** Asks the superiors, the teams or the learners of a cohort: one link for each respondent and person, and a message to each. */
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
  requireAll(viewer, 'openSurvey', `Cohort:${cohort.id}`);
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
  const links = await addSurveyLinks(tx, await insertInvitations(tx, viewer.workspace.id, round.id, asked));
  await tellRespondents(
    tx,
    { id: round.id, workspaceId: viewer.workspace.id, opensOn: today, closesOn: input.closesOn },
    asked.map(({ respondentId }) => respondentId),
    { now, zone: viewer.workspace.timeZone },
  );
  await audited(act, { action: 'openSurvey', subject: `SurveyRound:${round.id}`, detail: { links: links.length } });
  return done({ roundId: round.id, links });
}

const insertInvitations = (
  tx: Tx,
  workspaceId: string,
  roundId: string,
  asked: readonly { aboutId: string; respondentId: string }[],
): Promise<Invitation[]> =>
  tx.rows<Invitation>(
    `insert into survey_invitation as i (workspace_id, round_id, about_id, respondent_id)
     select $1::uuid, $2::uuid, r."aboutId", r."respondentId"
     from jsonb_to_recordset($3::jsonb) as r("aboutId" uuid, "respondentId" uuid) returning ${INVITATION_COLUMNS}`,
    [workspaceId, roundId, JSON.stringify(asked)],
  );

/** New links, to hand out to those whom no message reaches; those told before no longer work. */
export async function renewSurveyLinks(act: Act, roundId: string): Promise<Outcome<OpenedSurvey>> {
  const { tx, viewer, language, now } = act;
  const round = await tx.row<{ open: boolean }>(
    'select completed_on is null and closes_on >= $2::date as open from survey_round where id = $1::uuid',
    [roundId, plainDateIn(now, viewer.workspace.timeZone)],
  );
  if (!round) throw notFound(act);
  requireAll(viewer, 'renewSurveyLinks', `SurveyRound:${roundId}`);
  if (!round.open) return refused(userError('NOT_NOW', messages.closed(), language, ['roundId']));
  await tx.becomeWorker();
  // Of an anonymous survey everybody gets a new link, or the list would tell who has answered.
  const renewed = await tx.rows<Invitation>(
    `update survey_invitation i set epoch = i.epoch + 1 from survey_round r
     where r.id = $1::uuid and i.round_id = r.id and (i.answered_on is null or r.respondents <> 'SUPERIOR')
     returning ${INVITATION_COLUMNS}`,
    [roundId],
  );
  await tx.rows('delete from survey_link where invitation_id = any($1::uuid[])', [renewed.map(({ id }) => id)]);
  const links = await addSurveyLinks(tx, renewed);
  await audited(act, {
    action: 'renewSurveyLinks',
    subject: `SurveyRound:${roundId}`,
    detail: { links: links.length },
  });
  return done({ roundId, links });
}
