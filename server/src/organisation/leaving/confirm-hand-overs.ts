import { notFound, type UserErrorData, userError } from '../../access/graphql/index.js';
import { type Act, done, type Outcome, personParties, recordAudits, refused, requireEach } from '../../access/index.js';
import { columns, type Sql, statement } from '../../database/index.js';
import { PersonEntity } from '../../people/entities.js';
import { say } from '../generated/messages.js';
import type { AfterCommit } from '../listener.js';
import type { OrganisationDeps } from '../organisation-act.js';
import { lockOrganisation } from '../people/lock-organisation.js';
import { readAbove } from './hand-over-reports.js';
import { type HandOverRow, openHandOvers } from './open-hand-overs.js';

export interface ConfirmHandOvers {
  ids: readonly string[];
  /** Takes them all over; absent = whoever has taken over each is right. */
  successorId?: string;
}

export interface Confirmed {
  confirmed: number;
  afterCommit: AfterCommit[];
}

const MOST = 500;

/** What the viewer does not see is not there. */
const KNOWN = statement({ id: 'uuid' }, 'select id from hand_over where id = any($1::uuid[])');

const SUCCESSOR = statement(
  columns(PersonEntity, 'id', 'name', 'active'),
  'select id, name, active from person where id = $1::uuid',
);

const LEAD = statement({}, 'update person set manager_id = $2::uuid where id = any($1::uuid[])');

const CONFIRM = statement(
  {},
  `
update hand_over set confirmed_at = $2::timestamptz, confirmed_by = $3::uuid, to_id = coalesce($4::uuid, to_id)
where id = any($1::uuid[]) and confirmed_at is null`,
);

/** HR agrees to who took somebody over, or names another. All of it or nothing. */
export async function confirmHandOvers(
  act: Act,
  { listeners }: OrganisationDeps,
  { ids, successorId }: ConfirmHandOvers,
): Promise<Outcome<Confirmed>> {
  const { tx, viewer, language, now } = act;
  if (ids.length === 0 || ids.length > MOST)
    return refused(userError('INVALID', say('noHandOvers'), language, ['ids']));
  const known = await tx.rows(KNOWN, [ids]);
  if (known.length < new Set(ids).size) throw notFound(act);
  const open = await openHandOvers(tx, ids);
  requireEach(
    viewer,
    'handOver',
    open.map(({ personId, departmentId }) => personParties(personId, departmentId)),
  );
  if (open.length === 0) return refused(userError('NOT_NOW', say('handedOverAlready'), language, ['ids']));
  const successor = successorId === undefined ? undefined : await tx.row(SUCCESSOR, [successorId]);
  if (successorId !== undefined && !successor) throw notFound(act);

  await tx.becomeWorker();
  const workspaceId = viewer.workspace.id;
  await lockOrganisation(tx, workspaceId);
  const afterCommit: AfterCommit[] = [];
  if (successor) {
    const wrong = await successorProblem(act, tx, workspaceId, successor, open);
    if (wrong) return refused(wrong);
    const reports = open.filter(({ kind }) => kind === 'REPORT').map(({ personId }) => personId);
    await tx.rows(LEAD, [reports, successor.id]);
    const handed = open.flatMap(({ enrolmentId }) =>
      enrolmentId === null ? [] : [{ workspaceId, enrolmentId, toId: successor.id, actor: viewer.personId }],
    );
    for (const listener of listeners) afterCommit.push(...((await listener.handedOver?.(tx, handed, now)) ?? []));
  }
  await tx.rows(CONFIRM, [open.map(({ id }) => id), now, viewer.personId, successor?.id ?? null]);
  await recordAudits(
    tx,
    open.map(({ id, personId, toId, kind }) => ({
      workspaceId,
      at: now,
      actorId: viewer.personId,
      action: 'handOver',
      subject: `HandOver:${id}`,
      aboutId: personId,
      outcome: 'OK',
      detail: { kind, toId: successor?.id ?? toId },
    })),
  );
  return done({ confirmed: open.length, afterCommit });
}

async function successorProblem(
  { language }: Act,
  sql: Sql,
  workspaceId: string,
  { id, name, active }: { id: string; name: string; active: boolean },
  open: readonly HandOverRow[],
): Promise<UserErrorData | undefined> {
  const path = ['successorId'];
  if (!active) return userError('INVALID', say('noSuccessor', { name }), language, path);
  if (open.some(({ personId }) => personId === id))
    return userError('INVALID', say('successorOfOneself'), language, path);
  const above = (await readAbove(sql, workspaceId, [id])).get(id);
  const below = open.some(({ kind, personId }) => kind === 'REPORT' && above?.has(personId));
  return below ? userError('CYCLE', say('successorBelow', { name }), language, path) : undefined;
}
