import type { Instant } from '@planwright/schema/time';
import { statement, type Tx } from '../database/index.js';
import type { ProgressDeps } from './apply-events.js';
import { applyInParts } from './apply-in-parts.js';
import { lockAllEnrolments, lockEnrolments } from './lock-enrolments.js';

const WAITING = statement(
  { id: 'uuid' },
  `select distinct enrolment_id as id from submission where workspace_id = $1::uuid and waiting order by id`,
);

/** Deadlines of reviews that wait are counted in working hours: where those change, the deadlines do, in the same transaction. As worker. */
export const followHours = (deps: ProgressDeps) => ({
  changedHours: async (tx: Tx, workspaceId: string, now: Instant): Promise<void> => {
    await lockAllEnrolments(tx, workspaceId);
    const ids = (await tx.rows(WAITING, [workspaceId])).map(({ id }) => id);
    await applyInParts(tx, deps, {
      workspaceId,
      now,
      enrolments: await lockEnrolments(tx, workspaceId, ids),
      definitions: {},
      actsOn: ({ enrolments }) => new Map(enrolments.map(({ row }) => [row.id, { events: [] }])),
    });
  },
});
