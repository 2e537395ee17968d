import { type Language, type PlainDate, plainDateIn } from '@planwright/schema';
import { type UserErrorData, userError } from '../../access/graphql/user-error.js';
import { type Clock, workspaceNow } from '../../clock/clock.js';
import type { Database } from '../../database/database.js';
import type { Tx } from '../../database/sql.js';
import { messages } from '../messages.js';
import { type Respondents, type SurveyQuestion, scoreOf } from './survey-question.js';
import { hashSurveyToken } from './survey-token.js';

export interface SurveyFormData {
  respondents: Respondents;
  about: string;
  workspace: string;
  questions: SurveyQuestion[];
  closesOn: PlainDate;
}

interface InvitationRow extends SurveyFormData {
  id: string;
  workspaceId: string;
  roundId: string;
  aboutId: string;
  clockOffsetMs: string;
  timeZone: string;
}

const INVITATION = `
select i.id, i.workspace_id as "workspaceId", i.round_id as "roundId", i.about_id as "aboutId", p.name as about,
  w.name as workspace, w.clock_offset_ms as "clockOffsetMs", w.time_zone as "timeZone", r.respondents, r.questions,
  r.closes_on as "closesOn"
from survey_invitation i
join survey_round r on r.id = i.round_id
join person p on p.id = i.about_id
join workspace w on w.id = i.workspace_id
where i.token_hash = $1::bytea and i.answered_on is null`;

/** A token of ours has this form; nothing else is looked up. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** The invitation that a link opens now; forged, used and expired ones open nothing, and are not told apart. As worker. */
async function openInvitation(
  tx: Tx,
  clock: Clock,
  token: string,
): Promise<{ invitation: InvitationRow; today: PlainDate } | undefined> {
  if (!TOKEN.test(token)) return undefined;
  const invitation = await tx.row<InvitationRow>(INVITATION, [hashSurveyToken(token)]);
  if (!invitation) return undefined;
  const today = plainDateIn(workspaceNow(clock, Number(invitation.clockOffsetMs)), invitation.timeZone);
  return today <= invitation.closesOn ? { invitation, today } : undefined;
}

/** What the link asks. Nobody is signed in: the token is all there is. */
export async function surveyForm(database: Database, clock: Clock, token: string): Promise<SurveyFormData | null> {
  return (await database.look((tx) => openInvitation(tx, clock, token)))?.invitation ?? null;
}

export interface GivenAnswer {
  key: string;
  value: number;
}

/** Takes the answers of a link, once. A mistake in them does not use it up. */
export async function answerSurvey(
  { database, clock, language }: { database: Database; clock: Clock; language: Language },
  token: string,
  answers: readonly GivenAnswer[],
): Promise<UserErrorData[]> {
  const dead = [userError('INVALID', messages.badLink(), language, ['token'])];
  return database.work(async (tx) => {
    const opened = await openInvitation(tx, clock, token);
    if (!opened) return dead;
    const { invitation, today } = opened;
    const wrong = wrongAnswers(invitation.questions, answers, language);
    if (wrong.length > 0) return wrong;
    // In turn for each survey, so that the last two who answer do not each think the other is still missing.
    await tx.rows('select id from survey_round where id = $1::uuid for no key update', [invitation.roundId]);
    const used = await tx.row(
      'update survey_invitation set answered_on = $2::date where id = $1::uuid and answered_on is null returning id',
      [invitation.id, today],
    );
    if (!used) return dead;
    const values = new Map(answers.map(({ key, value }) => [key, value]));
    await tx.rows(
      `insert into survey_answer (workspace_id, round_id, about_id, values, score) values ($1::uuid, $2::uuid, $3::uuid, $4::jsonb, $5)`,
      [
        invitation.workspaceId,
        invitation.roundId,
        invitation.aboutId,
        JSON.stringify(Object.fromEntries(values)),
        scoreOf(invitation.questions, values),
      ],
    );
    await tx.rows(
      `update survey_round set completed_on = $2::date where id = $1::uuid and not exists (
         select 1 from survey_invitation i where i.round_id = $1::uuid and i.answered_on is null)`,
      [invitation.roundId, today],
    );
    return [];
  });
}

function wrongAnswers(
  questions: readonly SurveyQuestion[],
  answers: readonly GivenAnswer[],
  language: Language,
): UserErrorData[] {
  return questions.flatMap(({ key, scale }) => {
    const own = answers.filter((answer) => answer.key === key);
    const [only] = own;
    const fits = own.length === 1 && only && Number.isInteger(only.value) && only.value >= 1 && only.value <= scale;
    return fits ? [] : [userError('INVALID', messages.badAnswer(scale), language, ['answers', key])];
  });
}
