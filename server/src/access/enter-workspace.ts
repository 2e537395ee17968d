import type { Instant } from '@planwright/schema/time';
import { columns, statement, type Tx } from '../database/index.js';
import { WorkspaceEntity } from '../people/entities.js';
import type { Viewer } from '../people/index.js';
import { recordAudit } from './audit.js';
import type { SignedInContext } from './graphql/context.js';
import { notFound } from './graphql/request-error.js';
import { reloadViewer, SESSION_REVOKED } from './session.js';

export interface OpenWorkspace {
  id: string;
  name: string;
  kind: 'LIVE' | 'SANDBOX';
  clockOffsetMs: string;
  timeZone: string;
  /** Who the viewer is there. */
  personId: string;
}

/** The person's own workspace; and those of its sandboxes that hold their copy, if they may try out plans at all. */
const STATEMENT = statement(
  { ...columns(WorkspaceEntity, 'id', 'name', 'kind', 'clockOffsetMs', 'timeZone'), personId: 'uuid' },
  `
select w.id, w.name, w.kind, w.clock_offset_ms as "clockOffsetMs", w.time_zone as "timeZone", p.id as "personId"
from workspace w
join person p on p.workspace_id = w.id and p.active
where (w.id = $1::uuid and p.id = $2::uuid)
  or (w.kind = 'SANDBOX' and w.origin_id = $1::uuid and p.copied_from = $2::uuid
    and exists (select 1 from role_grant g where g.person_id = $2::uuid and g.role in ('ADMIN', 'HR', 'DESIGNER')))
order by w.kind, w.created_at desc, w.id`,
);

/** Where this person may work: the live workspace first, then its sandboxes, the newest first. As worker. */
export function openWorkspaces(tx: Tx, { home }: Viewer): Promise<OpenWorkspace[]> {
  return tx.rows(STATEMENT, [home.workspaceId, home.personId]);
}

const ENTER_WORKSPACE = statement(
  {},
  'update session set entered_workspace_id = $2::uuid, entered_person_id = $3::uuid where id = $1::uuid',
);

/**
 * Lets the session work in another workspace as the copy of the same person, or back in its own. Streams of before end:
 * their readers come back as the person that the session now works as.
 */
export async function enterWorkspace(context: SignedInContext, workspaceId: string | undefined): Promise<Viewer> {
  const { viewer, database, clock } = context;
  const at: Instant = clock.real();
  await database.work(async (tx) => {
    const target = (await openWorkspaces(tx, viewer)).find(({ id }) => id === workspaceId);
    if (!target) throw notFound(context);
    const entered = target.id === viewer.home.workspaceId ? [null, null] : [target.id, target.personId];
    await tx.rows(ENTER_WORKSPACE, [viewer.sessionId, ...entered]);
    await recordAudit(tx, {
      workspaceId: viewer.home.workspaceId,
      at,
      actorId: viewer.home.personId,
      action: 'enterWorkspace',
      subject: `Workspace:${target.id}`,
      outcome: 'OK',
    });
  });
  if (workspaceId !== viewer.workspace.id) await database.notify(SESSION_REVOKED, viewer.sessionId);
  const entered = await reloadViewer(database, viewer.sessionId, at);
  if (!entered) throw notFound(context);
  return entered;
}
