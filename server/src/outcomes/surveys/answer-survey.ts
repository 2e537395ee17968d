import type { Language } from '@planwright/schema/text';
import { type PlainDate, plainDateIn } from '@planwright/schema/time';
import type { Text } from '@planwright/schema/words';
import { type UserErrorData, userError } from '../../access/graphql/index.js';
import { type Clock, workspaceNow } from '../../clock/index.js';
import { columns, type Database, statement, type Tx } from '../../database/index.js';
import { WorkspaceEntity } from '../../people/entities.js';
import { SurveyInvitationEntity, SurveyRoundEntity } from '../entities.js';
import { say } from '../generated/messages.js';
import { INVITATION_COLUMNS, type Invitation } from './survey-links.js';
import { nextSurveyLink } from './survey-notices.js';
import { type Respondents, type SurveyQuestion, scoreOf } from './survey-question.js';
import { hashSurveyToken, readSurveyToken, type SurveyTokens } from './survey-token.js';

/** OPEN: it can be answered. USED: it was. CLOSED: its time is over. */
export type SurveyLinkState = 'OPEN' | 'USED' | 'CLOSED';

export interface SurveyFormData {
  state: SurveyLinkState;
  respondents: Respondents;
  about: string;
  cohort: string;
  workspace: string;
  questions: SurveyQuestion[];
  closesOn: PlainDate;
  /** The next person that the same respondent is asked about, once this is answered. */
  next: { about: string; token: string } | null;
}

interface InvitationRow extends Omit<SurveyFormData, 'state' | 'next'>, Invitation {
  answered: boolean;
  clockOffsetMs: string;
  timeZone: string;
}

const INVITATION = statement(
  {
    ...columns(SurveyInvitationEntity, 'id', 'workspaceId', 'roundId', 'aboutId', 'respondentId', 'epoch'),
    ...columns(WorkspaceEntity, 'clockOffsetMs', 'timeZone'),
    ...columns(SurveyRoundEntity, 'respondents', 'questions', 'closesOn'),
    answered: 'boolean',
    about: 'text',
    cohort: 'text',
    workspace: 'text',
  },
  `
select ${INVITATION_COLUMNS}, i.answered_on is not null as answered, p.name as about, c.name as cohort,
  w.name as workspace, w.clock_offset_ms as "clockOffsetMs", w.time_zone as "timeZone", r.respondents, r.questions,
  r.closes_on as "closesOn"
from survey_link l
join survey_invitation i on i.id = l.invitation_id
join survey_round r on r.id = i.round_id
join cohort c on c.id = r.cohort_id
join person p on p.id = i.about_id
join workspace w on w.id = i.workspace_id
where l.token_hash = $1::bytea`,
);

interface Opened {
  invitation: InvitationRow;
  today: PlainDate;
  state: SurveyLinkState;
}

/** The invitation behind a link; a forged or replaced one opens nothing. As worker. */
async function openInvitation(tx: Tx, clock: Clock, given: string): Promise<Opened | undefined> {
  const token = readSurveyToken(given);
  if (token === null) return undefined;
  const invitation = await tx.row(INVITATION, [hashSurveyToken(token)]);
  if (!invitation) return undefined;
  const today = plainDateIn(workspaceNow(clock, Number(invitation.clockOffsetMs)), invitation.timeZone);
  const state = invitation.answered ? 'USED' : today > invitation.closesOn ? 'CLOSED' : 'OPEN';
  return { invitation, today, state };
}

export interface SurveyDeps {
  database: Database;
  clock: Clock;
  tokens: SurveyTokens;
}

/** What the link asks. Nobody is signed in: the token is all there is. null = there is no such link. */
export async function surveyForm(
  { database, clock, tokens }: SurveyDeps,
  token: string,
): Promise<SurveyFormData | null> {
  const opened = await database.look((tx) => openInvitation(tx, clock, token));
  if (!opened) return null;
  const { invitation, state, today } = opened;
  const isOver = today > invitation.closesOn;
  const next = state === 'USED' && !isOver ? await database.work((tx) => nextSurveyLink(tx, tokens, invitation)) : null;
  return { ...invitation, state, questions: state === 'OPEN' ? invitation.questions : [], next };
}

export interface GivenAnswer {
  key: string;
  value: number;
}

const MOST_CHARACTERS = 1000;

export interface Answered {
  errors: UserErrorData[];
  next: { about: string; token: string } | null;
}

const UPDATE_SURVEY_INVITATION = statement(
  { id: 'uuid' },
  'update survey_invitation set answered_on = $2::date where id = $1::uuid and answered_on is null returning id',
);

const INSERT_SURVEY_ANSWER = statement(
  {},
  `insert into survey_answer (workspace_id, round_id, about_id, values, score, comment)
       values ($1::uuid, $2::uuid, $3::uuid, $4::jsonb, $5, nullif($6, ''))`,
);

/** Accepts the answers of a link, once. A mistake in them does not use it up. */
export async function answerSurvey(
  { database, clock, tokens }: SurveyDeps,
  { token, answers, comment }: { token: string; answers: readonly GivenAnswer[]; comment: string },
  language: Language,
): Promise<Answered> {
  const refused = (...errors: UserErrorData[]): Answered => ({ errors, next: null });
  const dead = (sentence: Text, code: 'INVALID' | 'NOT_NOW' = 'INVALID') =>
    refused(userError(code, sentence, language, ['token']));
  return database.work(async (tx) => {
    const opened = await openInvitation(tx, clock, token);
    if (!opened) return dead(say('badLink'));
    const { invitation, today, state } = opened;
    if (state === 'USED') return dead(say('answered'));
    if (state === 'CLOSED') return dead(say('closed'), 'NOT_NOW');
    const wrong = wrongAnswers(invitation.questions, answers, language);
    if (comment.length > MOST_CHARACTERS) wrong.push(userError('INVALID', say('badComment'), language, ['comment']));
    if (wrong.length > 0) return refused(...wrong);
    const used = await tx.row(UPDATE_SURVEY_INVITATION, [invitation.id, today]);
    if (!used) return dead(say('answered'));
    const values = new Map(answers.map(({ key, value }) => [key, value]));
    await tx.rows(INSERT_SURVEY_ANSWER, [
      invitation.workspaceId,
      invitation.roundId,
      // About themselves, the answer would tell whose it is.
      invitation.respondents === 'LEARNER' ? null : invitation.aboutId,
      JSON.stringify(Object.fromEntries(values)),
      scoreOf(invitation.questions, values),
      comment.trim(),
    ]);
    return { errors: [], next: await nextSurveyLink(tx, tokens, invitation) };
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
    return fits ? [] : [userError('INVALID', say('badAnswer', { scale }), language, ['answers', key])];
  });
}
