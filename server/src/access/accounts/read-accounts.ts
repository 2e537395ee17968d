import DataLoader from 'dataloader';
import { columns, json, statement } from '../../database/index.js';
import type { Role } from '../../people/index.js';
import { AccountEntity } from '../entities.js';
import { loaderOf, type RequestContext, type SignedInContext, signedIn } from '../graphql/context.js';
import { mayManageAccount } from '../outranks.js';
import { fewestCharacters } from '../passwords/password-rules.js';
import type { PersonAccountType, ViewerAccountType } from './account.type.js';

const OWN = statement(
  {
    ...columns(AccountEntity, 'email', 'passwordChangedAt'),
    hasPassword: 'boolean',
    isShared: 'boolean',
    secondFactor: 'boolean',
    recoveryCodesLeft: 'int',
  },
  `select a.email, a.password_changed_at as "passwordChangedAt", a.password_hash is not null as "hasPassword",
     a.demo as "isShared", f.id is not null as "secondFactor", coalesce(cardinality(f.recovery_hashes), 0) as "recoveryCodesLeft"
   from account a left join second_factor f on f.account_id = a.id and f.confirmed_at is not null where a.id = $1::uuid`,
);

export async function viewerAccount({ database, viewer }: SignedInContext): Promise<ViewerAccountType> {
  const [row] = await database.lookUp(OWN, [viewer.accountId]);
  if (!row) throw new Error('a session of no account');
  return { ...row, fewestPasswordCharacters: fewestCharacters(row.secondFactor) };
}

const ACCOUNTS = statement(
  {
    personId: 'uuid',
    hasAccount: 'boolean',
    hasPassword: 'boolean',
    secondFactor: 'boolean',
    lastSignInAt: 'timestamptz?',
    invitedUntil: 'timestamptz?',
    roles: json<Role[]>(),
  },
  `select p.id as "personId", a.email is not null or a.password_hash is not null as "hasAccount",
     a.password_hash is not null as "hasPassword", a.last_sign_in_at as "lastSignInAt",
     exists (select 1 from second_factor f where f.account_id = a.id and f.confirmed_at is not null) as "secondFactor",
     (select l.expires_at from access_link l where l.person_id = p.id and l.purpose = 'INVITATION' and l.used_at is null
        and l.ended_at is null and l.expires_at > $3) as "invitedUntil",
     coalesce((select json_agg(g.role) from role_grant g where g.person_id = p.id), '[]') as roles
   from person p left join account a on a.person_id = p.id where p.id = any($1::uuid[]) and p.workspace_id = $2::uuid`,
);

const accounts = (context: RequestContext) =>
  new DataLoader<string, PersonAccountType | null>(async (ids) => {
    const { database, viewer, clock } = signedIn(context);
    const rows = await database.lookUp(ACCOUNTS, [ids, viewer.workspace.id, clock.real()]);
    const byId = new Map(rows.map((row) => [row.personId, row]));
    return ids.map((id) => {
      const row = byId.get(id);
      if (!row) return null;
      const { hasAccount, invitedUntil, roles } = row;
      return {
        ...row,
        state: hasAccount ? 'ACTIVE' : invitedUntil ? 'INVITED' : 'NONE',
        managed: id !== viewer.personId && mayManageAccount(viewer, roles),
      };
    });
  });

/** How people sign in, read together. Whether the viewer may know of one is the caller's question. */
export const accountOf = (context: RequestContext, personId: string): Promise<PersonAccountType | null> =>
  loaderOf(context, accounts).load(personId);

const SOME_MAIL = statement(
  { sends: 'boolean' },
  `select exists (select 1 from workspace w join integration i on i.id = w.system_mail_integration_id and i.removed_at is null
     where w.kind = 'LIVE') as sends`,
);

/** Whether somebody who has forgotten their password can be sent a link. Whoever asks is nobody yet, so it is true when it is true of one workspace. */
export async function mailsPasswordLinks({ database }: RequestContext): Promise<boolean> {
  return (await database.lookUp(SOME_MAIL))[0]?.sends ?? false;
}
