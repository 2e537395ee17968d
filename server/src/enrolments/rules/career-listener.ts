import type { Instant } from '@planwright/schema/time';
import { statement, type WritingTx } from '../../database/index.js';
import type { OrganisationListener } from '../../organisation/index.js';

const KEEP = statement(
  {},
  `
insert into career_event (workspace_id, person_id, type, at, job_role, became_lead)
select k.workspace, k.person, k.type, $1::timestamptz, k.job_role, coalesce(k.lead, false)
from jsonb_to_recordset($2::jsonb) as k(workspace uuid, person uuid, type text, job_role text, lead boolean)`,
);

interface Happened {
  workspace: string;
  person: string;
  type: 'JOINED' | 'PROMOTED' | 'FIRST_SIGN_IN';
  job_role?: string | null;
  lead?: boolean;
}

async function keep(tx: WritingTx, events: readonly Happened[], now: Instant): Promise<void> {
  if (events.length > 0) await tx.rows(KEEP, [now, JSON.stringify(events)]);
}

/**
 * Keeps what happened to people for the plans and rules that wait for it: one statement in the transaction of the act, also for an import of
 * thousands. They are told right after it (`settle-career-events.ts`). Nothing is happening yet to somebody who gets the first job role
 * of their record: that is a record completed.
 */
export const careerListener: OrganisationListener = {
  joined: (tx, people, now) =>
    keep(
      tx,
      people.map(({ workspaceId, personId }) => ({ workspace: workspaceId, person: personId, type: 'JOINED' })),
      now,
    ),
  changedJob: (tx, changes, now) =>
    keep(
      tx,
      changes.flatMap(({ workspaceId, personId, fromJobRole, toJobRole, becameLead }): Happened[] => {
        const jobRole = fromJobRole !== null && toJobRole !== null && fromJobRole !== toJobRole ? toJobRole : null;
        if (jobRole === null && !becameLead) return [];
        return [{ workspace: workspaceId, person: personId, type: 'PROMOTED', job_role: jobRole, lead: becameLead }];
      }),
      now,
    ),
  signedInFirst: (tx, { workspaceId, personId }, now) =>
    keep(tx, [{ workspace: workspaceId, person: personId, type: 'FIRST_SIGN_IN' }], now),
};
