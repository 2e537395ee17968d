import { columns, statement } from '../../database/index.js';
import { PersonEntity } from '../../people/entities.js';
import { endSessionsOf } from '../accounts/set-password.js';
import { mayActOn, personParties, refuse } from '../actions.js';
import { recordAudit } from '../audit.js';
import { SessionEntity } from '../entities.js';
import type { SignedInContext } from '../graphql/context.js';
import { notFound } from '../graphql/request-error.js';
import type { MutationName } from '../mutation-rules.js';
import { revokeSession, SESSION_REVOKED } from '../session.js';

/** Refuses unless the account is one's own, or the viewer administers its workspace. In a sandbox one is still oneself. */
async function mustBeTheirs(
  context: SignedInContext,
  action: MutationName,
  owner: { personId: string; departmentId: string | null },
): Promise<void> {
  const { viewer } = context;
  const personId = owner.personId === viewer.home.personId ? viewer.personId : owner.personId;
  if (!mayActOn(viewer, action, personParties(personId, owner.departmentId)))
    await refuse(context, action, `Person:${owner.personId}`);
}

const SESSION = statement(
  { ...columns(SessionEntity, 'id', 'personId'), ...columns(PersonEntity, 'departmentId') },
  `select s.id, s.person_id as "personId", p.department_id as "departmentId" from session s join person p on p.id = s.person_id
   where s.id = $1::uuid and s.workspace_id = $2::uuid`,
);

/** Signs one session out, wherever it is open. */
export async function endSession(context: SignedInContext, sessionId: string | undefined): Promise<void> {
  const { viewer, database, clock } = context;
  const [session] = sessionId === undefined ? [] : await database.lookUp(SESSION, [sessionId, viewer.home.workspaceId]);
  if (!session) throw notFound(context);
  await mustBeTheirs(context, 'endSession', session);
  await audit(context, 'endSession', session.personId);
  await revokeSession(database, session.id, clock.real());
}

const ACCOUNT = statement(
  { id: 'uuid', ...columns(PersonEntity, 'departmentId') },
  `select a.id, p.department_id as "departmentId" from account a join person p on p.id = a.person_id
   where a.person_id = $1::uuid and a.workspace_id = $2::uuid`,
);

/** Signs somebody out everywhere; oneself everywhere but here. */
export async function endSessions(context: SignedInContext, personId: string): Promise<void> {
  const { viewer, database, clock } = context;
  const [account] = await database.lookUp(ACCOUNT, [personId, viewer.home.workspaceId]);
  if (!account) throw notFound(context);
  await mustBeTheirs(context, 'endSessions', { personId, departmentId: account.departmentId });
  await audit(context, 'endSessions', personId);
  const but = personId === viewer.home.personId ? viewer.sessionId : null;
  const ended = await database.work((tx) => endSessionsOf(tx, account.id, clock.real(), but));
  for (const id of ended) await database.notify(SESSION_REVOKED, id);
}

const audit = ({ database, viewer, clock }: SignedInContext, action: MutationName, personId: string): Promise<void> =>
  database.work((tx) =>
    recordAudit(tx, {
      workspaceId: viewer.home.workspaceId,
      at: clock.real(),
      actorId: viewer.home.personId,
      action,
      subject: `Person:${personId}`,
      aboutId: personId,
      outcome: 'OK',
    }),
  );
