import { type Sql, statement } from '../database/index.js';
import type { Viewer } from '../people/index.js';
import { SUBMISSION_COLUMNS, type SubmissionRow } from '../progress/index.js';
import { SUBMISSION } from './enrolment-records.js';

/**
 * What waits for this person: as the mentor of now or who stands in for them, as the superior of the person, as the partner who is
 * to review, and as HR what was asked of HR or has lost its mentor, superior or partners. Who stands in never judges a task that they share. Policies have left out what this person may not see.
 */
const WAITS_FOR_ME = `
from submission s
join enrolment e on e.id = s.enrolment_id
left join person p on p.id = e.person_id
where s.waiting and e.person_id <> $1::uuid and (
  (s.review_by = 'MENTOR' and (e.mentor_id = $1::uuid or (e.mentor_id = any($3::uuid[]) and not exists (
      select 1 from enrolment_partner x where x.enrolment_id = s.enrolment_id and x.item_key = s.item_key and x.person_id = $1::uuid))))
  or (s.review_by = 'SUPERIOR' and p.manager_id = $1::uuid)
  or (s.review_by = 'PEER' and exists (select 1 from enrolment_partner x
      where x.enrolment_id = s.enrolment_id and x.item_key = s.item_key and x.person_id = $1::uuid))
  or ($2::boolean and (s.review_by = 'HR' or (s.review_by = 'MENTOR' and e.mentor_id is null)
    or (s.review_by = 'SUPERIOR' and p.id is not null and p.manager_id is null)
    or (s.review_by = 'PEER' and not exists (select 1 from enrolment_partner x
        where x.enrolment_id = s.enrolment_id and x.item_key = s.item_key))))
)`;

const LIST_REVIEW_QUEUE = statement(
  SUBMISSION,
  `select ${SUBMISSION_COLUMNS} ${WAITS_FOR_ME}
       and ($4::timestamptz is null or (coalesce(s.feedback_due_at, 'infinity'), s.id) > ($4::timestamptz, $5::uuid))
     order by coalesce(s.feedback_due_at, 'infinity'), s.id limit $6`,
);

/** Oldest deadline first, those without one last; one more than asked. `after.dueAt` may be `infinity`. */
export function listReviewQueue(
  sql: Sql,
  viewer: Viewer,
  first: number,
  after: { dueAt: string; id: string } | undefined,
): Promise<SubmissionRow[]> {
  return sql.rows(LIST_REVIEW_QUEUE, [
    viewer.personId,
    viewer.roles.has('HR'),
    viewer.scope.standsInFor,
    after?.dueAt ?? null,
    after?.id ?? null,
    first + 1,
  ]);
}

const COUNT_REVIEW_QUEUE = statement({ count: 'int' }, `select count(*)::int as count ${WAITS_FOR_ME}`);

/** How many submissions wait for this person. */
export async function countReviewQueue(
  sql: Sql,
  viewer: Pick<Viewer, 'personId' | 'roles' | 'scope'>,
): Promise<number> {
  const row = await sql.row(COUNT_REVIEW_QUEUE, [viewer.personId, viewer.roles.has('HR'), viewer.scope.standsInFor]);
  return row?.count ?? 0;
}
