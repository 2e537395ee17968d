import { columns, json, statement, type Tx } from '../../database/index.js';
import { PersonEntity } from '../../people/entities.js';
import type { Role } from '../../people/index.js';
import { addressOf } from './access-links.js';

/** Of people that the viewer may see: read under their policies. */
const SEEN = statement(
  columns(PersonEntity, 'id', 'name', 'email', 'active', 'departmentId'),
  'select id, name, email, active, department_id as "departmentId" from person where id = any($1::uuid[]) order by name, id',
);

/** As worker: whether somebody has an account, whether another one has their address, and their roles. */
const ACCOUNTS = statement(
  {
    id: 'uuid',
    hasAccount: 'boolean',
    hasPassword: 'boolean',
    isDemo: 'boolean',
    isTaken: 'boolean',
    roles: json<Role[]>(),
  },
  `select r.id, a.email is not null or a.password_hash is not null as "hasAccount", a.password_hash is not null as "hasPassword",
     coalesce(a.demo, false) as "isDemo",
     exists (select 1 from account o join person p on p.id = o.person_id where o.email = r.email and p.id <> r.id and p.active) as "isTaken",
     coalesce((select json_agg(g.role) from role_grant g where g.person_id = r.id), '[]') as roles
   from jsonb_to_recordset($1::jsonb) as r(id uuid, email text) left join account a on a.person_id = r.id`,
);

export interface Candidate {
  id: string;
  name: string;
  email: string | null;
  active: boolean;
  departmentId: string | null;
}

export const seenPeople = (tx: Tx, ids: readonly string[]): Promise<Candidate[]> => tx.rows(SEEN, [ids]);

export interface AccountOf {
  hasAccount: boolean;
  hasPassword: boolean;
  isDemo: boolean;
  isTaken: boolean;
  roles: Role[];
}

export async function accountsOf(tx: Tx, people: readonly Candidate[]): Promise<Map<string, AccountOf>> {
  const asked = people.map(({ id, email }) => ({ id, email: email === null ? null : addressOf(email) }));
  const rows = await tx.rows(ACCOUNTS, [JSON.stringify(asked)]);
  return new Map(rows.map(({ id, ...account }) => [id, account]));
}
