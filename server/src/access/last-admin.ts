import { type Sql, statement } from '../database/index.js';

const OTHER = statement(
  { personId: 'uuid' },
  `
select g.person_id as "personId" from role_grant g join person p on p.id = g.person_id and p.active
where g.workspace_id = $1::uuid and g.role = 'ADMIN' and not (g.person_id = any($2::uuid[])) limit 1`,
);

/**
 * Whether somebody besides these people administers the workspace. As worker, and where one change of the organisation goes at a time:
 * two who each found the other would both go.
 */
export const hasOtherAdmin = async (sql: Sql, workspaceId: string, without: readonly string[]): Promise<boolean> =>
  (await sql.row(OTHER, [workspaceId, without])) !== undefined;
