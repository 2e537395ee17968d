import { columns, type Sql, statement } from '../../database/index.js';
import { DepartmentEntity } from '../../people/entities.js';

export interface TreeDepartment {
  id: string;
  key: string;
  name: string;
  parentId: string | null;
  closedAt: string | null;
  /** It is part of another one now, and only its key is left. */
  merged: boolean;
}

const TREE = statement(
  { ...columns(DepartmentEntity, 'id', 'key', 'name', 'parentId', 'closedAt'), merged: 'boolean' },
  `
select d.id, d.key, d.name, d.parent_id as "parentId", d.closed_at as "closedAt",
  exists (select 1 from department_alias a where a.workspace_id = d.workspace_id and a.key = d.key) as merged
from department d where d.workspace_id = $1::uuid`,
);

/** All departments by id, as worker. */
export async function readTree(sql: Sql, workspaceId: string): Promise<Map<string, TreeDepartment>> {
  return new Map((await sql.rows(TREE, [workspaceId])).map((department) => [department.id, department]));
}

/** Whether `id` is `above` or anywhere below it. */
export function isWithin(tree: ReadonlyMap<string, TreeDepartment>, id: string, above: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null | undefined = id; at && !seen.has(at); at = tree.get(at)?.parentId) {
    if (at === above) return true;
    seen.add(at);
  }
  return false;
}
