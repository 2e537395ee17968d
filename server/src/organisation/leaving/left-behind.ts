import { column, type Sql, statement } from '../../database/index.js';
import { WorkspaceEntity } from '../../people/entities.js';
import type { LeaverEnrolments } from '../../people/index.js';

export interface LeftBehindCounts {
  waitingReviews: number;
  mentees: number;
  runningEnrolments: number;
  reports: number;
  /** Who takes over where nobody is named; null = HR. */
  takerId: string | null;
  enrolments: LeaverEnrolments;
}

/** What waits for them counts as the review queue counts it: as mentor of now, as superior, as the only partner left to review. */
const COUNT = statement(
  {
    waitingReviews: 'int',
    mentees: 'int',
    runningEnrolments: 'int',
    reports: 'int',
    takerId: 'uuid?',
    enrolments: column(WorkspaceEntity, 'leaverEnrolments'),
  },
  `
with recursive above as (
  select p.manager_id as id, 1 as steps from person p where p.id = $1::uuid
  union
  select m.manager_id, a.steps + 1 from above a join person m on m.id = a.id where a.steps < 50
)
select
  (select count(*)::int from submission s join enrolment e on e.id = s.enrolment_id join person l on l.id = e.person_id
   where s.waiting and ((s.review_by = 'MENTOR' and e.mentor_id = p.id) or (s.review_by = 'SUPERIOR' and l.manager_id = p.id)))
    as "waitingReviews",
  (select count(distinct e.person_id)::int from enrolment e join enrolment_state s on s.enrolment_id = e.id
   where e.mentor_id = p.id and s.status in ('SCHEDULED', 'ACTIVE', 'PAUSED')) as mentees,
  (select count(*)::int from enrolment e join enrolment_state s on s.enrolment_id = e.id
   where e.person_id = p.id and s.status in ('SCHEDULED', 'ACTIVE', 'PAUSED')) as "runningEnrolments",
  (select count(*)::int from person r where r.manager_id = p.id and r.active) as reports,
  (select m.id from above a join person m on m.id = a.id and m.active order by a.steps limit 1) as "takerId",
  w.leaver_enrolments as enrolments
from person p join workspace w on w.id = p.workspace_id
where p.id = $1::uuid`,
);

/** What somebody who leaves now would leave behind, all of it, whoever looks after the people it is about. As worker. */
export const countLeftBehind = (sql: Sql, personId: string): Promise<LeftBehindCounts | undefined> =>
  sql.row(COUNT, [personId]);
