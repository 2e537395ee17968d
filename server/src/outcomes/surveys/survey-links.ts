import { columns, type Sql, statement } from '../../database/index.js';
import { SurveyInvitationEntity } from '../entities.js';
import { hashSurveyToken, type SurveyTokens } from './survey-token.js';

/** One respondent, asked about one person. */
export interface Invitation {
  id: string;
  workspaceId: string;
  roundId: string;
  aboutId: string;
  respondentId: string;
  /** Goes up when links are renewed: those of before are never made again. */
  epoch: number;
}

export const INVITATION_COLUMNS = `i.id, i.workspace_id as "workspaceId", i.round_id as "roundId", i.about_id as "aboutId",
  i.respondent_id as "respondentId", i.epoch`;

/** A code for each invitation that can be printed; printed again it is the same one. As worker. */
export async function surveyCodes(
  sql: Sql,
  tokens: SurveyTokens,
  invitations: readonly Invitation[],
): Promise<Map<string, string>> {
  const links: { invitation: Invitation; token: string }[] = [];
  for (const invitation of invitations)
    links.push({ invitation, token: await tokens.code(['paper', invitation.id, invitation.epoch]) });
  await store(sql, links);
  return new Map(links.map(({ invitation, token }) => [invitation.id, token]));
}

/** The link of an invitation for one purpose: the same purpose, the same link. As worker. */
export async function signedSurveyLink(
  sql: Sql,
  tokens: SurveyTokens,
  invitation: Invitation,
  purpose: string,
): Promise<string> {
  const token = await tokens.token([purpose, invitation.id, invitation.epoch]);
  await store(sql, [{ invitation, token }]);
  return token;
}

const STORE = statement(
  {},
  `insert into survey_link (workspace_id, invitation_id, token_hash)
     select r."workspaceId", r.id, decode(r.hash, 'hex')
     from jsonb_to_recordset($1::jsonb) as r(id uuid, "workspaceId" uuid, hash text)
     on conflict (token_hash) do nothing`,
);

async function store(sql: Sql, links: readonly { invitation: Invitation; token: string }[]): Promise<void> {
  if (links.length === 0) return;
  const rows = links.map(({ invitation: { id, workspaceId }, token }) => ({
    id,
    workspaceId,
    hash: hashSurveyToken(token).toString('hex'),
  }));
  await sql.rows(STORE, [JSON.stringify(rows)]);
}

const INVITATIONS_OF = statement(
  {
    ...columns(SurveyInvitationEntity, 'id', 'workspaceId', 'roundId', 'aboutId', 'respondentId', 'epoch'),
    answered: 'boolean',
    about: 'text',
  },
  `select ${INVITATION_COLUMNS}, i.answered_on is not null as answered, p.name as about
     from survey_invitation i join person p on p.id = i.about_id
     where i.round_id = $1::uuid and i.respondent_id = $2::uuid order by i.answered_on is not null, p.name, i.id`,
);

/** What one respondent was asked in a round, what is open first. As worker. */
export const invitationsOf = (
  sql: Sql,
  roundId: string,
  respondentId: string,
): Promise<(Invitation & { answered: boolean; about: string })[]> => sql.rows(INVITATIONS_OF, [roundId, respondentId]);
