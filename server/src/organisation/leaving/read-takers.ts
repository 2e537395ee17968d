import { type Sql, statement } from '../../database/index.js';

/** `union` ends where somebody would come twice; nobody is that far down. */
const MANAGERS = statement(
  { personId: 'uuid', takers: 'uuid[]' },
  `
with recursive above as (
  select p.id as leaver, p.manager_id as id, 1 as steps from person p where p.workspace_id = $1::uuid and p.id = any($2::uuid[])
  union
  select a.leaver, m.manager_id, a.steps + 1 from above a join person m on m.id = a.id where a.steps < 50
)
select a.leaver as "personId", array_agg(m.id order by a.steps) as takers
from above a join person m on m.id = a.id and m.active group by a.leaver`,
);

/** Who takes over from each of these people who have left: their manager, else the manager's, and so on up. Without anybody it is HR. */
export async function readTakers(
  sql: Sql,
  workspaceId: string,
  leaverIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await sql.rows(MANAGERS, [workspaceId, leaverIds]);
  return new Map(rows.map(({ personId, takers }) => [personId, takers]));
}
