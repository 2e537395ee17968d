import type { Language } from '@planwright/schema/text';
import { notFound } from '../../access/graphql/index.js';
import { mayActOn, requireEach } from '../../access/index.js';
import { columns, type Sql, statement } from '../../database/index.js';
import type { Viewer } from '../../people/index.js';
import type { MigrationRequest } from '../../plans/index.js';
import { EnrolmentEntity } from '../../progress/entities.js';

const STATEMENT = statement(
  { ...columns(EnrolmentEntity, 'personId', 'mentorId'), enrolmentId: 'uuid', departmentId: 'uuid?' },
  `
select e.id as "enrolmentId", e.person_id as "personId", e.mentor_id as "mentorId", p.department_id as "departmentId"
from enrolment e
join person p on p.id = e.person_id
left join enrolment_state s on s.enrolment_id = e.id
where e.workspace_id = $1::uuid and case when $3::uuid[] is null
  then e.plan_version_id = $2::uuid and s.status in ('SCHEDULED', 'ACTIVE', 'PAUSED') else e.id = any($3::uuid[]) end
order by e.id`,
);

export interface Candidates {
  ids: string[];
  /** The viewer runs the version, too: nobody moves themselves. */
  ownLeftOut: boolean;
}

/**
 * The people a migration is about: those asked for, else everybody running on the version. Only people whose HR (or ADMIN)
 * the viewer is, never the viewer: the same set for the preview, which reads under policies, and for the run, which does not.
 */
export async function migrationCandidates(
  sql: Sql,
  who: { viewer: Viewer; language: Language },
  request: Pick<MigrationRequest, 'fromVersionId' | 'enrolmentIds'>,
): Promise<Candidates> {
  const { viewer } = who;
  const asked = request.enrolmentIds;
  const rows = await sql.rows(STATEMENT, [viewer.workspace.id, request.fromVersionId, asked ?? null]);
  if (asked && rows.length < asked.length) throw notFound(who);
  if (asked) requireEach(viewer, 'moveEnrolments', rows, ({ enrolmentId }) => `Enrolment:${enrolmentId}`);
  return {
    ids: rows.filter((row) => mayActOn(viewer, 'moveEnrolments', row)).map((row) => row.enrolmentId),
    ownLeftOut: rows.some(({ personId }) => personId === viewer.personId),
  };
}
