import { type Sql, statement } from '../../database/index.js';

const LOCK = statement({}, `select from pg_advisory_xact_lock(hashtextextended('organisation ' || $1, 0))`);

/**
 * One change of a workspace's people and departments at a time: two who look at the same moment would both find an address free, or
 * together make a circle that none of them saw. Held until the transaction ends.
 */
export async function lockOrganisation(sql: Sql, workspaceId: string): Promise<void> {
  await sql.rows(LOCK, [workspaceId]);
}
