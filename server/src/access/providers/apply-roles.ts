import type { Instant } from '@planwright/schema/time';
import { columns, statement, type Tx } from '../../database/index.js';
import { RoleGrantEntity } from '../../people/entities.js';
import type { Role } from '../../people/index.js';
import { sourceOf } from './find-person.js';
import type { ProviderRecord } from './provider-records.js';
import { type MappedRole, mappedRoles } from './role-mapping.js';

const HELD = statement(
  columns(RoleGrantEntity, 'id', 'role', 'departmentId'),
  `select g.id, g.role, g.department_id as "departmentId" from role_grant g
   where g.workspace_id = $1 and g.person_id = $2 and g.source = $3`,
);
const DEPARTMENTS = statement(
  { key: 'text', id: 'uuid' },
  `select d.key, d.id from department d where d.workspace_id = $1 and d.key = any($2::text[]) and d.closed_at is null
   union all
   select a.key, a.department_id from department_alias a where a.workspace_id = $1 and a.key = any($2::text[])`,
);
const GRANT = statement(
  {},
  `insert into role_grant (workspace_id, person_id, role, department_id, source, granted_at) values ($1, $2, $3, $4, $5, $6)
   on conflict do nothing`,
);
const TAKE_BACK = statement({}, 'delete from role_grant where id = any($1::uuid[])');
const LEADS = statement(
  { leads: 'boolean' },
  `select exists (select 1 from role_grant g where g.person_id = $1 and g.role = 'TEAM_LEAD') as leads`,
);
/** One after the other: two sign-ins at once must not each see the other’s administrator. */
const LOCK_ADMINS = statement(
  { personId: 'uuid' },
  `select g.person_id as "personId" from role_grant g join person p on p.id = g.person_id and p.active
   where g.workspace_id = $1 and g.role = 'ADMIN' for update of g`,
);

export interface AppliedRoles {
  given: string[];
  taken: string[];
  /** What the claim gives here and which could not be: a department that is not there, an administrator who is the last. */
  kept: string[];
  /** Whether they began or ceased to lead. */
  led: boolean | undefined;
}

const called = ({ role, departmentId }: { role: string; departmentId: string | null }): string =>
  departmentId === null ? role : `${role}:${departmentId}`;

/** Gives and takes the roles that this provider’s claim stands for; what somebody was given otherwise stays. Undefined where it says nothing. */
export async function applyRoles(
  tx: Tx,
  provider: ProviderRecord,
  personId: string,
  claims: Readonly<Record<string, unknown>>,
  now: Instant,
): Promise<AppliedRoles | undefined> {
  const { workspaceId, roleMapping } = provider;
  // Without a mapping nothing is given, and what an earlier one gave is taken back.
  const mapped = roleMapping ? mappedRoles(roleMapping, claims) : [];
  if (mapped === 'UNKNOWN') return { given: [], taken: [], kept: ['UNKNOWN'], led: undefined };
  const source = sourceOf(provider.id);
  const held = await tx.rows(HELD, [workspaceId, personId, source]);
  if (mapped.length === 0 && held.length === 0) return undefined;
  const before = (await tx.row(LEADS, [personId]))?.leads ?? false;
  const { wanted, unknown } = await inDepartments(tx, workspaceId, mapped);
  const given = wanted.filter((one) => !held.some((grant) => called(grant) === called(one)));
  const over = held.filter((grant) => !wanted.some((one) => called(one) === called(grant)));
  const lasting = over.some(({ role }) => role === 'ADMIN') && (await isLastAdmin(tx, workspaceId, personId));
  const taken = over.filter(({ role }) => !(lasting && role === 'ADMIN'));
  for (const one of given) await tx.rows(GRANT, [workspaceId, personId, one.role, one.departmentId, source, now]);
  if (taken.length > 0) await tx.rows(TAKE_BACK, [taken.map(({ id }) => id)]);
  const after = (await tx.row(LEADS, [personId]))?.leads ?? false;
  return {
    given: given.map(called),
    taken: taken.map(called),
    kept: [...unknown.map((key) => `HR:${key}`), ...(lasting ? ['ADMIN'] : [])],
    led: before === after ? undefined : after,
  };
}

interface WantedRole {
  role: Role;
  departmentId: string | null;
}

async function inDepartments(
  tx: Tx,
  workspaceId: string,
  mapped: readonly MappedRole[],
): Promise<{ wanted: WantedRole[]; unknown: string[] }> {
  const keys = mapped.flatMap(({ department }) => department ?? []);
  const found = keys.length > 0 ? await tx.rows(DEPARTMENTS, [workspaceId, keys]) : [];
  const ids = new Map(found.map(({ key, id }) => [key, id]));
  return {
    wanted: mapped.flatMap(({ role, department }): WantedRole[] => {
      if (department === null) return [{ role, departmentId: null }];
      const departmentId = ids.get(department);
      return departmentId === undefined ? [] : [{ role, departmentId }];
    }),
    unknown: keys.filter((key) => !ids.has(key)),
  };
}

/** Whether nobody else would be left who may do everything. A grant from elsewhere keeps them one, too. */
async function isLastAdmin(tx: Tx, workspaceId: string, personId: string): Promise<boolean> {
  const admins = await tx.rows(LOCK_ADMINS, [workspaceId]);
  const ofThem = admins.filter((admin) => admin.personId === personId);
  return ofThem.length === 1 && admins.length === 1;
}
