import { columns, json, type Sql, statement } from '../../database/index.js';
import { PersonEntity } from '../../people/entities.js';
import type { MenteeToMatch, MentorCandidate } from './propose-mentors.js';

interface Mentee extends MenteeToMatch {
  departmentId: string | null;
}

const MENTEES = statement(
  { ...columns(PersonEntity, 'managerId', 'departmentId'), enrolmentId: 'uuid', personId: 'uuid' },
  `
select e.id as "enrolmentId", e.person_id as "personId", p.manager_id as "managerId", p.department_id as "departmentId"
from enrolment e join person p on p.id = e.person_id join enrolment_state s on s.enrolment_id = e.id
where e.cohort_id = $1::uuid and e.mentor_id = $2::uuid and s.status in ('SCHEDULED', 'ACTIVE', 'PAUSED')
  and ($3::uuid[] is null or p.department_id = any($3::uuid[])) order by e.id`,
);

/** People that the mentor leads in the cohort and who have not ended their plan. Under the viewer's policies. */
export const readMentees = (
  sql: Sql,
  of: { cohortId: string; mentorId: string; departments: readonly string[] | null },
): Promise<Mentee[]> => sql.rows(MENTEES, [of.cohortId, of.mentorId, of.departments]);

// Whoever the same report finds late is no help to the people of another one who is.
const CANDIDATES = statement(
  { mentorId: 'uuid', led: 'int', load: 'int', feedback: json<MentorCandidate['feedback']>() },
  `
select p.id as "mentorId", coalesce(l.led, 0) as led, coalesce(l.load, 0) as load,
  json_build_object('count', coalesce(l.count, 0), 'of', coalesce(l.of, 0)) as feedback
from person p
left join (
  select e.mentor_id as id, count(distinct e.person_id)::int as led,
    (count(*) filter (where s.status in ('SCHEDULED', 'ACTIVE', 'PAUSED')))::int as load,
    sum(s.feedback_in_time)::int as count, sum(s.feedback_of)::int as of
  from enrolment e join enrolment_state s on s.enrolment_id = e.id
  where e.workspace_id = $1::uuid and e.mentor_id is not null group by e.mentor_id
) l on l.id = p.id
where p.workspace_id = $1::uuid and p.active and ($3::uuid[] is null or p.department_id = any($3::uuid[]))
  and (l.id is not null or exists (select 1 from role_grant g where g.person_id = p.id and g.role = 'MENTOR'))
  and p.id not in (select f.mentor_id from finding f
    where f.report_id = $2::uuid and f.mentor_id is not null and f.rule in ('R42', 'R43'))
order by p.id`,
);

/** People who lead or have led others, or are named a mentor, among those that the viewer looks after. As worker. */
export const readCandidates = (
  sql: Sql,
  of: { workspaceId: string; reportId: string; departments: readonly string[] | null },
): Promise<MentorCandidate[]> => sql.rows(CANDIDATES, [of.workspaceId, of.reportId, of.departments]);

const DRAWN_BY_MENTOR = statement(
  { id: 'uuid' },
  `
select x.id from experiment x where x.cohort_id = $1::uuid and x.status = 'RUNNING' and x.unit = 'MENTOR'`,
);

/** Where whole mentors were drawn another one would carry a person into the other arm. As worker. */
export const isDrawnByMentor = async (sql: Sql, cohortId: string): Promise<boolean> =>
  (await sql.row(DRAWN_BY_MENTOR, [cohortId])) !== undefined;
