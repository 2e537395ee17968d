import { type Sql, statement } from '../../database/index.js';

/**
 * Where a provider is the only way in, one administrator keeps a password for the day on which it fails. If they have left, lost that role
 * or have no password any more, every administrator who has one may use it: a workspace never locks itself out.
 */
const ALLOWED = statement(
  { allowed: 'boolean', emergency: 'boolean' },
  `with only_way as (select p.emergency_person_id as keeper from identity_provider p where p.workspace_id = $1 and p.only_way),
   admins as (
     select p.id from person p join account a on a.person_id = p.id and a.password_hash is not null
     where p.workspace_id = $1 and p.active and exists (select 1 from role_grant g where g.person_id = p.id and g.role = 'ADMIN')
   )
   select exists (select 1 from only_way) as emergency,
     not exists (select 1 from only_way)
     or exists (
       select 1 from admins a cross join only_way o
       where a.id = $2 and (o.keeper = $2 or not exists (select 1 from admins k where k.id = o.keeper))
     ) as allowed`,
);

/** Whether this person may use a password now; `emergency`: only because the provider might be down, and others are told. As worker. */
export async function passwordAllowed(
  sql: Sql,
  { workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<{ allowed: boolean; emergency: boolean }> {
  const row = await sql.row(ALLOWED, [workspaceId, personId]);
  return row ?? { allowed: false, emergency: false };
}

const ALLOW_PASSWORDS = statement(
  { name: 'text' },
  `update identity_provider set only_way = false where workspace_id = $1 and only_way returning name`,
);

/** For whoever runs the server: passwords open the workspace again. Answers the provider that was the only way in. */
export const allowPasswords = async (sql: Sql, workspaceId: string): Promise<string | undefined> =>
  (await sql.row(ALLOW_PASSWORDS, [workspaceId]))?.name;
