import type { Instant } from '@planwright/schema/time';
import { columns, statement, type Tx } from '../../database/index.js';
import { AccountEntity } from '../entities.js';

const ACCOUNT = columns(AccountEntity, 'id', 'demo');

const SIGNED_IN = statement(
  { ...ACCOUNT, isFirst: 'boolean' },
  `update account a set last_sign_in_at = $3 from account before
   where a.workspace_id = $1 and a.person_id = $2 and before.id = a.id
   returning a.id, a.demo, before.last_sign_in_at is null as "isFirst"`,
);
/** Without a password: its owner signs in through the provider. An address that another account has stays there. */
const MAKE = statement(
  { ...ACCOUNT, isFirst: 'boolean' },
  `insert into account (workspace_id, person_id, email, last_sign_in_at)
   select p.workspace_id, p.id,
     case when exists (select 1 from account other where other.email = lower(p.email)) then null else lower(p.email) end, $3
   from person p where p.workspace_id = $1 and p.id = $2
   returning id, demo, true as "isFirst"`,
);

/** The account of a person, who signs in now; made where they had none. */
export async function accountOf(
  tx: Tx,
  { workspaceId, personId }: { workspaceId: string; personId: string },
  now: Instant,
): Promise<{ id: string; demo: boolean; isFirst: boolean }> {
  const account =
    (await tx.row(SIGNED_IN, [workspaceId, personId, now])) ?? (await tx.row(MAKE, [workspaceId, personId, now]));
  if (!account) throw new Error('a person who signs in is gone');
  return account;
}
