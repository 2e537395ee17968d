import { columns, type Sql, statement } from '../../database/index.js';
import { PersonEntity } from '../../people/entities.js';

const CANDIDATES = statement(
  columns(PersonEntity, 'id', 'name', 'active'),
  `
select p.id, p.name, p.active from person m
join person p on p.workspace_id = m.workspace_id and p.active and p.id <> m.id
where m.id = $1::uuid and ($2::uuid is null or p.id = $2::uuid)
  and not exists (select 1 from role_grant g where g.person_id = p.id and g.role = 'SERVICE')
  and (p.id = m.manager_id
    or exists (select 1 from role_grant g where g.person_id = p.id and g.role in ('MENTOR', 'TEAM_LEAD', 'HR'))
    or exists (select 1 from enrolment e where e.mentor_id = p.id))
order by (p.department_id is not distinct from m.department_id) desc, p.name, p.id limit 200`,
);

/** Colleagues that mentors may name themselves: they accompany or lead people, or are the mentor's superior. As worker. */
export const readCandidates = (
  sql: Sql,
  mentorId: string,
  deputyId: string | null,
): Promise<{ id: string; name: string; active: boolean }[]> => sql.rows(CANDIDATES, [mentorId, deputyId]);
