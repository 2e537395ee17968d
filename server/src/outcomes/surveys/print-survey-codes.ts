import { plainDateIn } from '@planwright/schema/time';
import { notFound, userError } from '../../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused, requireAll } from '../../access/index.js';
import { columns, statement } from '../../database/index.js';
import { SurveyInvitationEntity, SurveyRoundEntity } from '../entities.js';
import { say } from '../generated/messages.js';
import { outOfReach } from './people-to-ask.js';
import { INVITATION_COLUMNS, surveyCodes } from './survey-links.js';
import { printedCode, type SurveyTokens } from './survey-token.js';

export interface SurveyCode {
  code: string;
  /** null where a survey is about whoever answers: then it would be their name. */
  about: string | null;
}

const FIND_SURVEY_ROUND = statement(
  { open: 'boolean' },
  'select closes_on >= $2::date as open from survey_round where id = $1::uuid',
);

const FIND_SURVEY_INVITATION = statement(
  {
    ...columns(SurveyInvitationEntity, 'id', 'workspaceId', 'roundId', 'aboutId', 'respondentId', 'epoch'),
    ...columns(SurveyRoundEntity, 'respondents'),
    about: 'text',
  },
  `select ${INVITATION_COLUMNS}, p.name as about, r.respondents from survey_invitation i
     join person p on p.id = i.about_id join survey_round r on r.id = i.round_id
     where i.round_id = $1::uuid order by p.name, i.id`,
);

/**
 * A code for each respondent that no message reaches, to be printed and handed out: in an order that tells nothing, without
 * their names, the same ones when printed again, and also for those who have answered, or the list would tell who has.
 */
export async function printSurveyCodes(
  act: Act,
  tokens: SurveyTokens,
  roundId: string,
): Promise<Outcome<{ codes: SurveyCode[] }>> {
  const { tx, viewer, language, now } = act;
  const round = await tx.row(FIND_SURVEY_ROUND, [roundId, plainDateIn(now, viewer.workspace.timeZone)]);
  if (!round) throw notFound(act);
  requireAll(viewer, 'printSurveyCodes', `SurveyRound:${roundId}`);
  if (!round.open) return refused(userError('NOT_NOW', say('closed'), language, ['roundId']));
  await tx.becomeWorker();
  const asked = await tx.rows(FIND_SURVEY_INVITATION, [roundId]);
  const unreached = await outOfReach(tx, [...new Set(asked.map(({ respondentId }) => respondentId))]);
  // One code a respondent; from the first person it leads on to the next.
  const first = [...Map.groupBy(asked, ({ respondentId }) => respondentId)].flatMap(([respondentId, own]) =>
    unreached.has(respondentId) ? own.slice(0, 1) : [],
  );
  const codes = await surveyCodes(tx, tokens, first);
  const printed = first
    .map(({ id, about, respondents }) => ({
      code: printedCode(codes.get(id) ?? ''),
      about: respondents === 'LEARNER' ? null : about,
    }))
    .sort((one, other) => `${one.about} ${one.code}`.localeCompare(`${other.about} ${other.code}`, 'zh-CN'));
  await audited(act, {
    action: 'printSurveyCodes',
    subject: `SurveyRound:${roundId}`,
    detail: { codes: printed.length },
  });
  return done({ codes: printed });
}
