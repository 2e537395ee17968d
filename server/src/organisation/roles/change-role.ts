import { notFound, userError } from '../../access/graphql/index.js';
import { type Act, audited, done, hasOtherAdmin, type Outcome, refused } from '../../access/index.js';
import { columns, statement } from '../../database/index.js';
import { DepartmentEntity, PersonEntity, RoleGrantEntity } from '../../people/entities.js';
import type { Role } from '../../people/index.js';
import { say } from '../generated/messages.js';
import type { OrganisationDeps } from '../organisation-act.js';
import { lockOrganisation } from '../people/lock-organisation.js';
import { sourceName } from '../people/source-name.js';

export interface RoleChange {
  personId: string;
  role: Role;
  departmentId: string | null;
}

const PERSON = statement(
  columns(PersonEntity, 'id', 'active', 'jobRole'),
  'select id, active, job_role as "jobRole" from person where workspace_id = $1::uuid and id = $2::uuid',
);
const DEPARTMENT = statement(
  columns(DepartmentEntity, 'closedAt'),
  'select closed_at as "closedAt" from department where workspace_id = $1::uuid and id = $2::uuid',
);
const GRANTS = statement(
  columns(RoleGrantEntity, 'id', 'role', 'departmentId', 'source'),
  `select id, role, department_id as "departmentId", source from role_grant
   where workspace_id = $1::uuid and person_id = $2::uuid and role = $3`,
);

type Changed = Outcome<{ personId: string; changed: boolean }>;

/** Gives a role by hand. Who has it by hand already keeps it; who has it from a directory has it from both. */
export async function grantRole(act: Act, deps: OrganisationDeps, change: RoleChange): Promise<Changed> {
  const { tx, viewer, language, now } = act;
  const { personId, role, departmentId } = change;
  const { person, grants } = await readRole(act, change);
  const wrong = (path: string, sentence: Parameters<typeof userError>[1]) =>
    refused(userError('INVALID', sentence, language, [path]));
  if (role === 'SERVICE') return wrong('role', say('role.service'));
  if (departmentId !== null) {
    if (role !== 'HR') return wrong('departmentId', say('role.onlyHrOfDepartment'));
    const department = await tx.row(DEPARTMENT, [viewer.workspace.id, departmentId]);
    if (!department) throw notFound(act);
    if (department.closedAt !== null) return wrong('departmentId', say('person.closedDepartment'));
  }
  if (!person.active) return wrong('personId', say('role.hasLeft'));
  if (grants.some((grant) => grant.departmentId === departmentId && grant.source === 'HAND'))
    return done({ personId, changed: false });
  await tx.em.insert(RoleGrantEntity, {
    workspaceId: viewer.workspace.id,
    personId,
    role,
    departmentId,
    source: 'HAND',
    grantedAt: now,
    grantedBy: viewer.personId,
  });
  await record(act, 'grantRole', change);
  if (role === 'TEAM_LEAD' && grants.length === 0) await tellLead(act, deps, { ...change, ...person }, true);
  return done({ personId, changed: true });
}

/** Takes a role that was given by hand. What a directory or a sign-in provider gives is taken there. */
export async function revokeRole(act: Act, deps: OrganisationDeps, change: RoleChange): Promise<Changed> {
  const { tx, viewer, language } = act;
  const { personId, role, departmentId } = change;
  const { person, grants } = await readRole(act, change);
  const same = grants.filter((grant) => grant.departmentId === departmentId);
  const byHand = same.find(({ source }) => source === 'HAND');
  if (!byHand) {
    const [elsewhere] = same;
    if (!elsewhere || elsewhere.source === 'HAND') return done({ personId, changed: false });
    const sentence = say('person.ownedElsewhere', { source: sourceName(elsewhere.source) });
    return refused(userError('OWNED_ELSEWHERE', sentence, language, ['role']));
  }
  if (role === 'ADMIN' && same.length === 1 && !(await hasOtherAdmin(tx, viewer.workspace.id, [personId])))
    return refused(userError('LAST_ADMIN', say('role.lastAdmin'), language, ['personId']));
  await tx.em.nativeDelete(RoleGrantEntity, { id: byHand.id });
  await record(act, 'revokeRole', change);
  if (role === 'TEAM_LEAD' && grants.length === 1) await tellLead(act, deps, { ...change, ...person }, false);
  return done({ personId, changed: true });
}

/** As the worker, and nobody else changes the organisation meanwhile: of two administrators who take each other's role one stays. */
async function readRole(act: Act, { personId, role }: RoleChange) {
  const { tx, viewer } = act;
  await tx.becomeWorker();
  await lockOrganisation(tx, viewer.workspace.id);
  const person = await tx.row(PERSON, [viewer.workspace.id, personId]);
  if (!person) throw notFound(act);
  return { person, grants: await tx.rows(GRANTS, [viewer.workspace.id, personId, role]) };
}

const record = (act: Act, action: string, { personId, role, departmentId }: RoleChange): Promise<void> =>
  audited(act, {
    action,
    subject: `Person:${personId}`,
    aboutId: personId,
    detail: { role, ...(departmentId === null ? {} : { departmentId }) },
  });

async function tellLead(
  { tx, viewer, now }: Act,
  { listeners }: OrganisationDeps,
  { personId, jobRole }: { personId: string; jobRole: string | null },
  begins: boolean,
): Promise<void> {
  const changes = [
    {
      workspaceId: viewer.workspace.id,
      personId,
      fromJobRole: jobRole,
      toJobRole: jobRole,
      becameLead: begins,
      endedLead: !begins,
    },
  ];
  for (const listener of listeners) await listener.changedJob?.(tx, changes, now);
}
