import { addDays, type PlainDate, plainDateIn } from '@planwright/schema/time';
import type { Text } from '@planwright/schema/words';
import { notFound, userError } from '../../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused, requireAll } from '../../access/index.js';
import { statement, type Tx } from '../../database/index.js';
import { findCohorts } from '../../enrolments/index.js';
import { type DefinitionCache, findVersionsOfPlans } from '../../plans/index.js';
import { SurveyRoundEntity } from '../entities.js';
import { say } from '../generated/messages.js';
import { peopleToAsk, tooFewToAsk } from './people-to-ask.js';
import { tellRespondents } from './survey-notices.js';
import { areGoodQuestions, questionsFor, type Respondents, type SurveyQuestion } from './survey-question.js';

export interface OpenSurvey {
  cohortId: string;
  respondents: Respondents;
  closesOn: PlainDate;
  questions?: SurveyQuestion[];
}

const LOCK_COHORT = statement({ id: 'uuid' }, 'select id from cohort where id = $1::uuid for no key update');

const FIND_SURVEY_ROUND = statement(
  { id: 'uuid' },
  `select id from survey_round where cohort_id = $1::uuid and respondents = $2 and closes_on >= $3::date`,
);

/**
 * Asks the superiors, the teams or the learners of a cohort. Each is told by their own channels; nobody else ever gets to see
 * their links, HR neither. What could never be shown is not asked.
 */
export async function openSurvey(
  act: Act,
  definitions: DefinitionCache,
  input: OpenSurvey,
): Promise<Outcome<{ roundId: string }>> {
  const { tx, viewer, language, now } = act;
  const bad = (sentence: Text, path: string) => refused(userError('INVALID', sentence, language, [path]));
  const [cohort] = await findCohorts(tx, [input.cohortId]);
  if (!cohort) throw notFound(act);
  // A round asks about everybody in the cohort.
  requireAll(viewer, 'openSurvey', `Cohort:${cohort.id}`);
  const today = plainDateIn(now, viewer.workspace.timeZone);
  if (input.closesOn < today || input.closesOn > addDays(today, 366)) return bad(say('badClosing'), 'closesOn');
  const [version] = (await findVersionsOfPlans(tx, [cohort.planId])).filter(({ status }) => status === 'PUBLISHED');
  const known = version ? await definitions.load(tx, [version.id]) : {};
  const questions = input.questions ?? questionsFor(version && known[version.id], input.respondents);
  if (!areGoodQuestions(questions)) return bad(say('badQuestions'), 'questions');

  await tx.becomeWorker();
  // Two who open the same at once: the second sees the round of the first.
  await tx.rows(LOCK_COHORT, [cohort.id]);
  const open = await tx.row(FIND_SURVEY_ROUND, [cohort.id, input.respondents, today]);
  if (open) return refused(userError('NOT_NOW', say('openAlready'), language, ['cohortId']));
  const asked = await peopleToAsk(tx, cohort.id, input.respondents);
  const problem = tooFewToAsk(asked.map(({ respondentId }) => respondentId));
  if (problem) return bad(problem, 'respondents');
  const roundId = await tx.em.insert(SurveyRoundEntity, {
    workspaceId: viewer.workspace.id,
    cohortId: cohort.id,
    respondents: input.respondents,
    questions,
    opensOn: today,
    closesOn: input.closesOn,
    createdAt: now,
    createdBy: viewer.personId,
  });
  await insertInvitations(tx, viewer.workspace.id, roundId, asked);
  await tellRespondents(
    tx,
    { id: roundId, workspaceId: viewer.workspace.id, opensOn: today, closesOn: input.closesOn },
    asked.map(({ respondentId }) => respondentId),
    { now, zone: viewer.workspace.timeZone },
  );
  await audited(act, { action: 'openSurvey', subject: `SurveyRound:${roundId}`, detail: { asked: asked.length } });
  return done({ roundId });
}

const INSERT_INVITATIONS = statement(
  {},
  `insert into survey_invitation (workspace_id, round_id, about_id, respondent_id)
     select $1::uuid, $2::uuid, r."aboutId", r."respondentId"
     from jsonb_to_recordset($3::jsonb) as r("aboutId" uuid, "respondentId" uuid)`,
);

const insertInvitations = (
  tx: Tx,
  workspaceId: string,
  roundId: string,
  asked: readonly { aboutId: string; respondentId: string }[],
): Promise<object[]> => tx.rows(INSERT_INVITATIONS, [workspaceId, roundId, JSON.stringify(asked)]);
