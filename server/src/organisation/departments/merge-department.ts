import { notFound, userError } from '../../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused, requireAll } from '../../access/index.js';
import { statement } from '../../database/index.js';
import { say } from '../generated/messages.js';
import type { OrganisationDeps } from '../organisation-act.js';
import { lockOrganisation } from '../people/lock-organisation.js';
import { isWithin, readTree } from './read-tree.js';

const MOVE_PEOPLE = statement(
  { id: 'uuid' },
  'update person set department_id = $3::uuid where workspace_id = $1::uuid and department_id = $2::uuid returning id',
);

const MOVE_DEPARTMENTS = statement(
  {},
  'update department set parent_id = $3::uuid where workspace_id = $1::uuid and parent_id = $2::uuid',
);

/** Who has the role for both has it once. */
const DROP_GRANTS = statement(
  {},
  `
delete from role_grant g where g.workspace_id = $1::uuid and g.department_id = $2::uuid
  and exists (select 1 from role_grant o where o.person_id = g.person_id and o.role = g.role and o.source = g.source
    and o.department_id = $3::uuid)`,
);
const MOVE_GRANTS = statement(
  {},
  'update role_grant set department_id = $3::uuid where workspace_id = $1::uuid and department_id = $2::uuid',
);

/** Keys that led here before go along. */
const MOVE_ALIASES = statement(
  {},
  'update department_alias set department_id = $3::uuid where workspace_id = $1::uuid and department_id = $2::uuid',
);
const ADD_ALIAS = statement(
  {},
  'insert into department_alias (workspace_id, key, department_id) values ($1::uuid, $2, $3::uuid)',
);

/** What was written about it, reports say, stays below the other one, whose HR goes on reading it. */
const CLOSE = statement(
  {},
  'update department set closed_at = $3::timestamptz, parent_id = $4::uuid where workspace_id = $1::uuid and id = $2::uuid',
);

/** The people of one department belong to another one from now on; its key goes on meaning them where plans name it. */
export async function mergeDepartment(
  act: Act,
  { listeners }: OrganisationDeps,
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<Outcome<{ departmentId: string }>> {
  const { tx, viewer, language, now } = act;
  const workspaceId = viewer.workspace.id;
  requireAll(viewer, 'mergeDepartment', `Department:${fromId}`);
  await tx.becomeWorker();
  await lockOrganisation(tx, workspaceId);
  const tree = await readTree(tx, workspaceId);
  const [from, into] = [tree.get(fromId), tree.get(intoId)];
  if (!from || !into || from.merged || into.merged) throw notFound(act);
  if (isWithin(tree, intoId, fromId))
    return refused(userError('CYCLE', say('department.mergeCycle'), language, ['intoId']));
  if (into.closedAt !== null)
    return refused(userError('INVALID', say('person.closedDepartment'), language, ['intoId']));
  const both = [workspaceId, fromId, intoId];
  const moved = await tx.rows(MOVE_PEOPLE, both);
  await tx.rows(MOVE_DEPARTMENTS, both);
  await tx.rows(DROP_GRANTS, both);
  await tx.rows(MOVE_GRANTS, both);
  await tx.rows(MOVE_ALIASES, both);
  await tx.rows(CLOSE, [workspaceId, fromId, now, intoId]);
  await tx.rows(ADD_ALIAS, [workspaceId, from.key, intoId]);
  const people = moved.map(({ id: personId }) => ({ workspaceId, personId, fields: ['departmentId'] as const }));
  if (people.length > 0) for (const listener of listeners) await listener.changed?.(tx, people, now);
  await audited(act, {
    action: 'mergeDepartment',
    subject: `Department:${fromId}`,
    detail: { key: from.key, into: intoId, people: moved.length },
  });
  return done({ departmentId: intoId });
}
