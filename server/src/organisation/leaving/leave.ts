import { notFound, type UserErrorData, userError } from '../../access/graphql/index.js';
import {
  done,
  hasOtherAdmin,
  mayActOn,
  mayManageAccount,
  type Outcome,
  personParties,
  recordAudits,
  refused,
} from '../../access/index.js';
import { columns, json, statement } from '../../database/index.js';
import { PersonEntity, WorkspaceEntity } from '../../people/entities.js';
import type { LeaverEnrolments, PersonSource, Role } from '../../people/index.js';
import { say, sayIn } from '../generated/messages.js';
import type { AfterCommit, Leaver } from '../listener.js';
import { becomeWriter, isProgram, type OrganisationAct } from '../organisation-act.js';
import { lockOrganisation } from '../people/lock-organisation.js';
import { endAccess } from './end-access.js';
import { endDeputies } from './end-deputies.js';
import { handOverReports } from './hand-over-reports.js';
import { readTakers } from './read-takers.js';

export interface Leave {
  personIds: readonly string[];
  /** Absent = as the workspace has set it. */
  enrolments?: LeaverEnrolments;
  /** Takes over waiting reviews, mentees and direct reports; absent = the manager, else HR. */
  successorId?: string;
  /** A file that somebody brought; absent = by hand, or the program that acts. */
  source?: PersonSource;
}

export interface Left {
  personIds: string[];
  /** They stay: the actor may not manage their account, or they are the last administrator. */
  skipped: { personId: string; why: 'FORBIDDEN' | 'LAST_ADMIN' }[];
  /** Told to whoever keeps streams open, after the commit. */
  sessionIds: string[];
  afterCommit: AfterCommit[];
}

const PEOPLE = statement(
  { ...columns(PersonEntity, 'id', 'name', 'active', 'departmentId'), roles: json<Role[]>() },
  `
select p.id, p.name, p.active, p.department_id as "departmentId",
  coalesce((select json_agg(distinct g.role) from role_grant g where g.person_id = p.id), '[]') as roles
from person p where p.workspace_id = $1::uuid and p.id = any($2::uuid[]) order by p.id`,
);

const SETTING = statement(
  columns(WorkspaceEntity, 'leaverEnrolments', 'locale'),
  'select leaver_enrolments as "leaverEnrolments", locale from workspace where id = $1::uuid',
);

const DEACTIVATE = statement(
  {},
  'update person set active = false, left_at = $2::timestamptz where id = any($1::uuid[])',
);

const NOTE = statement(
  { leavingId: 'uuid', personId: 'uuid' },
  `
insert into leaving (workspace_id, person_id, at, source, by_id, enrolments)
select $1::uuid, id, $3::timestamptz, $4, $5::uuid, $6 from unnest($2::uuid[]) as id
returning id as "leavingId", person_id as "personId"`,
);

/**
 * People leave: they come in by no way any more, nothing is sent to them, and what they leave behind is handed over. One path for a person
 * by hand, a file and SCIM; its statements do not grow with the number of people. Whoever has left already is passed over.
 */
export async function leave(act: OrganisationAct, input: Leave): Promise<Outcome<Left>> {
  const { tx, workspaceId, now, actor } = act;
  const successor = await successorOf(act, input);
  if (successor && 'code' in successor) return refused(successor);

  await becomeWriter(act);
  await lockOrganisation(tx, workspaceId);
  const setting = await tx.row(SETTING, [workspaceId]);
  if (!setting) throw new Error('the workspace is gone');
  const people = await tx.rows(PEOPLE, [workspaceId, [...new Set(input.personIds)]]);
  const { leaving, skipped } = await whoMayLeave(
    act,
    people.filter(({ active }) => active),
  );
  if (leaving.length === 0) return done({ personIds: [], skipped, sessionIds: [], afterCommit: [] });
  const personIds = leaving.map(({ id }) => id);
  const byId = isProgram(actor) ? null : actor.personId;
  const source = input.source ?? (isProgram(actor) ? actor.source : 'HAND');
  const enrolments = input.enrolments ?? setting.leaverEnrolments;

  const noted = await tx.rows(NOTE, [workspaceId, personIds, now, source, byId, enrolments]);
  await tx.rows(DEACTIVATE, [personIds, now]);
  const sessionIds = await endAccess(tx, personIds, now);
  await endDeputies(act, personIds);
  const takers = await readTakers(tx, workspaceId, personIds);
  const leavers = noted.map(
    ({ leavingId, personId }): Leaver => ({
      workspaceId,
      personId,
      leavingId,
      takers: [...(successor ? [successor.id] : []), ...(takers.get(personId) ?? [])],
      // Who did it by hand was told who takes over. What a file or another system brought about, somebody has yet to look at.
      confirmedBy: source === 'HAND' ? byId : null,
      actor: byId ?? 'system',
      reason: sayIn(setting.locale === 'en' ? 'en' : 'zh-CN', 'left'),
      enrolments,
    }),
  );
  await handOverReports(tx, leavers, now);
  const afterCommit: AfterCommit[] = [];
  for (const listener of act.listeners) afterCommit.push(...((await listener.left?.(tx, leavers, now)) ?? []));
  await recordAudits(
    tx,
    leaving.map(({ id }) => ({
      workspaceId,
      at: now,
      ...(byId === null ? {} : { actorId: byId }),
      action: 'deactivatePerson',
      subject: `Person:${id}`,
      aboutId: id,
      outcome: 'OK',
      detail: {
        ...(source === 'HAND' ? {} : { source }),
        enrolments,
        ...(successor ? { successorId: successor.id } : {}),
      },
    })),
  );
  return done({ personIds, skipped, sessionIds, afterCommit });
}

/** Somebody that the actor sees, who works here and does not leave with the others. */
async function successorOf(
  { tx, workspaceId, language }: OrganisationAct,
  { successorId, personIds }: Leave,
): Promise<{ id: string } | UserErrorData | undefined> {
  if (successorId === undefined) return undefined;
  const successor = await tx.row(PEOPLE, [workspaceId, [successorId]]);
  if (!successor) throw notFound({ language });
  const wrong = (sentence: Parameters<typeof userError>[1]) =>
    userError('INVALID', sentence, language, ['successorId']);
  if (personIds.includes(successorId)) return wrong(say('successorLeavesToo', { name: successor.name }));
  if (!successor.active || successor.roles.includes('SERVICE'))
    return wrong(say('noSuccessor', { name: successor.name }));
  return successor;
}

type Somebody = { id: string; departmentId: string | null; roles: Role[] };

async function whoMayLeave(
  act: OrganisationAct,
  people: readonly Somebody[],
): Promise<{ leaving: Somebody[]; skipped: Left['skipped'] }> {
  const { actor } = act;
  const allowed = ({ id, departmentId, roles }: Somebody): boolean =>
    isProgram(actor)
      ? !roles.includes('ADMIN')
      : mayActOn(actor, 'deactivatePerson', personParties(id, departmentId)) && mayManageAccount(actor, roles);
  const forbidden = people.filter((person) => !allowed(person));
  const leaving = people.filter(allowed);
  const admins = leaving.filter(({ roles }) => roles.includes('ADMIN')).map(({ id }) => id);
  const noneLeft = admins.length > 0 && !(await hasOtherAdmin(act.tx, act.workspaceId, admins));
  const kept = new Set(noneLeft ? admins : []);
  return {
    leaving: leaving.filter(({ id }) => !kept.has(id)),
    skipped: [
      ...forbidden.map(({ id }) => ({ personId: id, why: 'FORBIDDEN' as const })),
      ...[...kept].map((personId) => ({ personId, why: 'LAST_ADMIN' as const })),
    ],
  };
}
