import type { PlainDate, Zone } from '@planwright/schema/time';
import { columns, statement, type Tx } from '../database/index.js';
import { EnrolmentEntity } from './entities.js';

/** An enrolment whose row is locked until the end of the transaction: nobody else appends to it meanwhile. */
export interface LockedEnrolment {
  id: string;
  workspaceId: string;
  cohortId: string;
  personId: string;
  versionId: string;
  mentorId: string | null;
  startsOn: PlainDate;
  zone: Zone;
}

const STATEMENT = statement(
  {
    ...columns(EnrolmentEntity, 'id', 'workspaceId', 'cohortId', 'personId', 'mentorId', 'zone'),
    versionId: 'uuid',
    startsOn: 'text',
  },
  `
select id, workspace_id as "workspaceId", cohort_id as "cohortId", person_id as "personId",
  plan_version_id as "versionId", mentor_id as "mentorId", to_char(starts_on, 'YYYY-MM-DD') as "startsOn", zone
from enrolment where workspace_id = $1::uuid and id = any($2::uuid[]) order by id for update`,
);

/** Locks in the order of ids, so that two batches never wait for each other in a circle. */
export async function lockEnrolments(
  tx: Tx,
  workspaceId: string,
  enrolmentIds: readonly string[],
): Promise<LockedEnrolment[]> {
  return tx.rows(STATEMENT, [workspaceId, enrolmentIds]);
}

/** Held by whoever enrols people, together with others; alone by whoever has to see every enrolment there is. */
const ENROLLING = `hashtextextended('enrolling:' || $1::text, 0)`;

const ANNOUNCE_ENROLLING = statement(
  { pg_advisory_xact_lock_shared: 'text' },
  `select pg_advisory_xact_lock_shared(${ENROLLING})`,
);

/** Enrolments that are not there yet cannot be locked: this announces them before anything of the workspace is read. */
export async function announceEnrolling(tx: Tx, workspaceId: string): Promise<void> {
  await tx.rows(ANNOUNCE_ENROLLING, [workspaceId]);
}

const WAIT_FOR_TURN = statement({ pg_advisory_xact_lock: 'text' }, `select pg_advisory_xact_lock(${ENROLLING})`);

/** Waits for everybody who is enrolling people here, and lets nobody begin until the end of the transaction. */
export async function awaitEnrolling(tx: Tx, workspaceId: string): Promise<void> {
  await tx.rows(WAIT_FOR_TURN, [workspaceId]);
}

const LOCK_ENROLMENT = statement(
  { count: 'bigint' },
  `select count(*) from (select id from enrolment where workspace_id = $1::uuid order by id for update) locked`,
);

/**
 * Waits for every act on any enrolment of the workspace that is under way, and lets none begin until the end of the
 * transaction. For rare acts that change what all are evaluated by.
 */
export async function lockAllEnrolments(tx: Tx, workspaceId: string): Promise<void> {
  await awaitEnrolling(tx, workspaceId);
  await tx.rows(LOCK_ENROLMENT, [workspaceId]);
}
