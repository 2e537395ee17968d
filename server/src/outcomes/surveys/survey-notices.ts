import { addDays, addMs, type Instant, instantAt, type PlainDate, type Zone } from '@planwright/schema/time';
import { columns, type Database, type Sql, statement } from '../../database/index.js';
import {
  type NewNotice,
  type Notice,
  type NoticeSource,
  type NoticeWords,
  queueNotices,
} from '../../reminders/index.js';
import { SurveyRoundEntity } from '../entities.js';
import { type Invitation, invitationsOf, signedSurveyLink } from './survey-links.js';
import { surveyWords } from './survey-messages.js';
import type { SurveyTokens } from './survey-token.js';

export const SURVEY_NOTICES = 'survey';

/** Respondents who have not answered are reminded this many days before the last day. */
const REMINDED_BEFORE = [3, 1] as const;
const REMINDED_AT = '09:00';

export interface RoundToTell {
  id: string;
  workspaceId: string;
  opensOn: PlainDate;
  closesOn: PlainDate;
}

/** Queues the invitation of each respondent, and the reminders before the round closes. In the transaction that opens it. */
export async function tellRespondents(
  sql: Sql,
  { id, workspaceId, opensOn, closesOn }: RoundToTell,
  respondents: readonly string[],
  { now, zone }: { now: Instant; zone: Zone },
): Promise<void> {
  const closes = addMs(instantAt(addDays(closesOn, 1), '00:00', zone), -1);
  const steps = [
    { step: 'invitation', at: now },
    ...REMINDED_BEFORE.flatMap((days) => {
      const day = addDays(closesOn, -days);
      return day > opensOn ? [{ step: `reminder-${days}`, at: instantAt(day, REMINDED_AT, zone) }] : [];
    }),
  ];
  const notices = [...new Set(respondents)].flatMap((recipientId) =>
    steps.map(
      ({ step, at }): NewNotice => ({
        source: SURVEY_NOTICES,
        subjectId: id,
        step,
        recipientId,
        at,
        deliverAt: at,
        expiresAt: closes,
      }),
    ),
  );
  await queueNotices(sql, workspaceId, notices);
}

const WAITING = statement(
  {
    ...columns(SurveyRoundEntity, 'id', 'respondents', 'closesOn'),
    cohort: 'text',
    questions: 'int',
    about: 'text[]',
    respondentId: 'uuid',
  },
  `
select r.id, r.respondents, r.closes_on as "closesOn", c.name as cohort, jsonb_array_length(r.questions) as questions,
  i.respondent_id as "respondentId", array_agg(p.name order by p.name) as about
from survey_invitation i
join survey_round r on r.id = i.round_id
join cohort c on c.id = r.cohort_id
join person p on p.id = i.about_id
where i.round_id = any($1::uuid[]) and i.respondent_id = any($2::uuid[]) and i.answered_on is null
group by r.id, c.name, i.respondent_id`,
);

/** Invitations to surveys and their reminders. People who have answered are not reminded, and nobody else learns of that. */
export class SurveyNotices implements NoticeSource {
  constructor(
    private readonly database: Pick<Database, 'work'>,
    private readonly tokens: SurveyTokens,
  ) {}

  async words(sql: Sql, notices: readonly Notice[]): Promise<Map<string, NoticeWords>> {
    const rounds = await sql.rows(WAITING, [
      [...new Set(notices.map(({ subjectId }) => subjectId))],
      [...new Set(notices.map(({ recipientId }) => recipientId))],
    ]);
    return new Map(
      notices.flatMap((notice) => {
        const round = rounds.find(
          ({ id, respondentId }) => id === notice.subjectId && respondentId === notice.recipientId,
        );
        if (!round) return [];
        const isReminder = notice.step !== 'invitation';
        // Everybody is invited; only who has not answered is reminded.
        const isPrivate = isReminder && round.respondents !== 'SUPERIOR';
        return [[notice.id, { ...surveyWords(round, isReminder), link: '/my-surveys', private: isPrivate }] as const];
      }),
    );
  }

  outsideLink(deliveryKey: string, { subjectId, recipientId }: Notice): Promise<string | undefined> {
    return this.database.work(async (sql) => {
      const [first] = await invitationsOf(sql, subjectId, recipientId);
      return first && `/survey/${await signedSurveyLink(sql, this.tokens, first, `message ${deliveryKey}`)}`;
    });
  }
}

/** A link for the next person that the same respondent was asked about, if there is one. As worker. */
export async function nextSurveyLink(
  sql: Sql,
  tokens: SurveyTokens,
  { roundId, respondentId }: Pick<Invitation, 'roundId' | 'respondentId'>,
): Promise<{ about: string; token: string } | null> {
  const next = (await invitationsOf(sql, roundId, respondentId)).find(({ answered }) => !answered);
  return next ? { about: next.about, token: await signedSurveyLink(sql, tokens, next, 'next') } : null;
}
