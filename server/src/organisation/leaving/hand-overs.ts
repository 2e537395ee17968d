import type { Instant } from '@planwright/schema/time';
import { type Sql, statement } from '../../database/index.js';
import type { Leaver } from '../listener.js';

/** Somebody whose mentor or superior left, and who takes them over; null = HR. */
export interface NewHandOver {
  leaver: Pick<Leaver, 'personId' | 'confirmedBy'>;
  kind: 'MENTEE' | 'REPORT';
  personId: string;
  enrolmentId: string | null;
  toId: string | null;
}

const NOTE = statement(
  {},
  `
insert into hand_over (workspace_id, leaver_id, kind, person_id, enrolment_id, to_id, at, confirmed_by, confirmed_at)
select $1::uuid, r."leaverId", r.kind, r."personId", r."enrolmentId", r."toId", $3::timestamptz, r."confirmedBy",
  case when r."confirmedBy" is not null then $3::timestamptz end
from jsonb_to_recordset($2::jsonb) as r("leaverId" uuid, kind text, "personId" uuid, "enrolmentId" uuid, "toId" uuid, "confirmedBy" uuid)`,
);

/** Keeps who took over each. What went to nobody waits to be confirmed, whoever did it: somebody still has to be found. */
export async function noteHandOvers(
  sql: Sql,
  workspaceId: string,
  list: readonly NewHandOver[],
  now: Instant,
): Promise<void> {
  if (list.length === 0) return;
  const rows = list.map(({ leaver, toId, ...rest }) => ({
    ...rest,
    toId,
    leaverId: leaver.personId,
    confirmedBy: toId === null ? null : leaver.confirmedBy,
  }));
  await sql.rows(NOTE, [workspaceId, JSON.stringify(rows), now]);
}
