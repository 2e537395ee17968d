import type { Sql } from '../../database/index.js';

const STATEMENT = `
with recursive granted as (
  select g.department_id, g.person_id from role_grant g join person p on p.id = g.person_id and p.active
  where g.workspace_id = $1::uuid and g.role = 'HR'
), above as (
  select d.id as department, d.id as ancestor, 0 as depth from department d where d.workspace_id = $1::uuid
  union all
  select a.department, d.parent_id, a.depth + 1 from above a join department d on d.id = a.ancestor where d.parent_id is not null
)
select distinct on (department) department as "departmentId", people from (
  select a.department, a.depth, array_agg(distinct g.person_id order by g.person_id) as people
  from above a join granted g on g.department_id = a.ancestor group by 1, 2
) found order by department, depth
`;
const OF_ALL = `
select array_agg(distinct g.person_id order by g.person_id) as people from role_grant g join person p on p.id = g.person_id and p.active
where g.workspace_id = $1::uuid and g.role = 'HR' and g.department_id is null`;

export interface HrOfDepartments {
  of(departmentId: string | null): readonly string[];
}

/** HR of each department: its own, else that of the nearest department above, else HR of the whole workspace. */
export async function readHr(sql: Sql, workspaceId: string): Promise<HrOfDepartments> {
  const [departments, all] = await Promise.all([
    sql.rows<{ departmentId: string; people: string[] }>(STATEMENT, [workspaceId]),
    sql.row<{ people: string[] | null }>(OF_ALL, [workspaceId]),
  ]);
  const byDepartment = new Map(departments.map(({ departmentId, people }) => [departmentId, people]));
  const everywhere = all?.people ?? [];
  return { of: (id) => (id === null ? everywhere : (byDepartment.get(id) ?? everywhere)) };
}
