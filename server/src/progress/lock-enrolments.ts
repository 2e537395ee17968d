import type { PlainDate, Zone } from '@planwright/schema';
import type { Tx } from '../database/sql.js';

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

const STATEMENT = `
select id, workspace_id as "workspaceId", cohort_id as "cohortId", person_id as "personId",
  plan_version_id as "versionId", mentor_id as "mentorId", to_char(starts_on, 'YYYY-MM-DD') as "startsOn", zone
from enrolment where workspace_id = $1::uuid and id = any($2::uuid[]) order by id for update`;

/** Locks in the order of ids, so that two batches never wait for each other in a circle. */
export async function lockEnrolments(
  tx: Tx,
  workspaceId: string,
  enrolmentIds: readonly string[],
): Promise<LockedEnrolment[]> {
  return tx.rows<LockedEnrolment>(STATEMENT, [workspaceId, enrolmentIds]);
}
