import type { Instant } from '@planwright/schema/time';
import { type Sql, statement } from '../../database/index.js';
import type { Leaver } from '../listener.js';
import { noteHandOvers } from './hand-overs.js';

const REPORTS = statement(
  { id: 'uuid', managerId: 'uuid!' },
  `
select p.id, p.manager_id as "managerId" from person p
where p.workspace_id = $1::uuid and p.manager_id = any($2::uuid[]) and p.active order by p.id`,
);

const ABOVE = statement(
  { id: 'uuid', above: 'uuid[]' },
  `
with recursive up as (
  select p.id as start, p.id, 0 as steps from person p where p.workspace_id = $1::uuid and p.id = any($2::uuid[])
  union
  select u.start, m.manager_id, u.steps + 1 from up u join person m on m.id = u.id where m.manager_id is not null and u.steps < 50
)
select start as id, array_agg(id) as above from up group by start`,
);

/** Each of these people with everybody above them, themselves among them: none of those may report to them. */
export async function readAbove(
  sql: Sql,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, Set<string>>> {
  return new Map((await sql.rows(ABOVE, [workspaceId, ids])).map(({ id, above }) => [id, new Set(above)]));
}

const MOVE = statement(
  {},
  `update person p set manager_id = r."toId" from jsonb_to_recordset($1::jsonb) as r("personId" uuid, "toId" uuid) where p.id = r."personId"`,
);

/** The people who reported to somebody who has left report to whoever takes over; what waits for a superior's review goes with them. */
export async function handOverReports(sql: Sql, leavers: readonly Leaver[], now: Instant): Promise<void> {
  const [first] = leavers;
  if (!first) return;
  const { workspaceId } = first;
  const byId = new Map(leavers.map((leaver) => [leaver.personId, leaver]));
  const reports = await sql.rows(REPORTS, [workspaceId, [...byId.keys()]]);
  if (reports.length === 0) return;
  const candidates = [...new Set(leavers.flatMap(({ takers }) => takers))];
  const above = await readAbove(sql, workspaceId, candidates);
  const moved = reports.flatMap(({ id, managerId }) => {
    const leaver = byId.get(managerId);
    if (!leaver) return [];
    const toId = leaver.takers.find((taker) => !above.get(taker)?.has(id)) ?? null;
    return [{ leaver, kind: 'REPORT' as const, personId: id, enrolmentId: null, toId }];
  });
  await sql.rows(MOVE, [JSON.stringify(moved.map(({ personId, toId }) => ({ personId, toId })))]);
  await noteHandOvers(sql, workspaceId, moved, now);
}
