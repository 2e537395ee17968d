import { notFound, userError } from '../../access/graphql/index.js';
import {
  type Act,
  audited,
  done,
  mayManageAccount,
  NotAllowed,
  type Outcome,
  personParties,
  refused,
  requireEach,
} from '../../access/index.js';
import { columns, json, statement } from '../../database/index.js';
import { LeavingEntity, PersonEntity, WorkspaceEntity } from '../../people/entities.js';
import type { Role } from '../../people/index.js';
import { say, sayIn } from '../generated/messages.js';
import type { AfterCommit } from '../listener.js';
import type { OrganisationDeps } from '../organisation-act.js';
import { lockOrganisation } from '../people/lock-organisation.js';

export interface BroughtBack {
  personId: string;
  afterCommit: AfterCommit[];
}

const PERSON = statement(
  { ...columns(PersonEntity, 'id', 'name', 'active', 'departmentId', 'email'), roles: json<Role[]>() },
  `
select p.id, p.name, p.active, p.department_id as "departmentId", p.email,
  coalesce((select json_agg(distinct g.role) from role_grant g where g.person_id = p.id), '[]') as roles
from person p where p.id = $1::uuid`,
);

const NAMESAKE = statement(
  columns(PersonEntity, 'name'),
  `select name from person where workspace_id = $1::uuid and active and lower(email) = lower($2)`,
);

/** Whoever led them may have left since. */
const RETURN = statement(
  {},
  `
update person p set active = true, left_at = null,
  manager_id = (select m.id from person m where m.id = p.manager_id and m.active)
where p.id = $1::uuid`,
);

const END_LEAVING = statement(
  { leavingId: 'uuid', ...columns(LeavingEntity, 'at'), ...columns(WorkspaceEntity, 'locale') },
  `
update leaving l set returned_at = $2::timestamptz from workspace w
where l.person_id = $1::uuid and l.returned_at is null and w.id = l.workspace_id
returning l.id as "leavingId", l.at, w.locale`,
);

/**
 * Somebody who has left works here again: their roles count, and the enrolments that were paused when they left go on. Sessions, tokens and
 * links stay ended, and who took over keeps what was handed over.
 */
export async function bringBack(
  act: Act,
  { listeners }: OrganisationDeps,
  personId: string,
): Promise<Outcome<BroughtBack>> {
  const { tx, viewer, language, now } = act;
  const seen = await tx.row(PERSON, [personId]);
  if (!seen) throw notFound(act);
  const workspaceId = viewer.workspace.id;
  requireEach(viewer, 'reactivatePerson', [personParties(personId, seen.departmentId)]);
  // Under the viewer's policies they see the roles of the people they cover.
  if (!mayManageAccount(viewer, seen.roles)) throw new NotAllowed('reactivatePerson', `Person:${personId}`);

  await tx.becomeWorker();
  await lockOrganisation(tx, workspaceId);
  const person = await tx.row(PERSON, [personId]);
  if (!person || person.active)
    return refused(userError('NOT_NOW', say('hasNotLeft', { name: seen.name }), language, ['personId']));
  const namesake = person.email === null ? undefined : await tx.row(NAMESAKE, [workspaceId, person.email]);
  if (namesake)
    return refused(userError('TAKEN', say('addressGivenAway', { name: namesake.name }), language, ['personId']));
  await tx.rows(RETURN, [personId]);
  const left = await tx.row(END_LEAVING, [personId, now]);
  const afterCommit: AfterCommit[] = [];
  if (left) {
    const returned = {
      workspaceId,
      personId,
      leavingId: left.leavingId,
      leftAt: left.at,
      actor: viewer.personId,
      reason: sayIn(left.locale === 'en' ? 'en' : 'zh-CN', 'returned'),
    };
    for (const listener of listeners) afterCommit.push(...((await listener.returned?.(tx, [returned], now)) ?? []));
  }
  await audited(act, { action: 'reactivatePerson', subject: `Person:${personId}`, aboutId: personId });
  return done({ personId, afterCommit });
}
