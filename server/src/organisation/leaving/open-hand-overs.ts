import { columns, type RowOf, type Sql, statement } from '../../database/index.js';
import { HandOverEntity, PersonEntity } from '../../people/entities.js';

const HAND_OVER = {
  ...columns(HandOverEntity, 'id', 'kind', 'leaverId', 'personId', 'enrolmentId', 'toId', 'at'),
  ...columns(PersonEntity, 'departmentId'),
};
export type HandOverRow = RowOf<typeof HAND_OVER>;

/** Whoever was given another mentor or superior by hand since needs no confirming, nor whoever is through with the plan. */
const OPEN = statement(
  HAND_OVER,
  `
select h.id, h.kind, h.leaver_id as "leaverId", h.person_id as "personId", h.enrolment_id as "enrolmentId", h.to_id as "toId", h.at,
  p.department_id as "departmentId"
from hand_over h
join person p on p.id = h.person_id and p.active
left join enrolment e on e.id = h.enrolment_id
left join enrolment_state s on s.enrolment_id = h.enrolment_id
where h.confirmed_at is null and ($1::uuid[] is null or h.id = any($1::uuid[]))
  and case h.kind
    when 'MENTEE' then e.mentor_id is not distinct from h.to_id and s.status <> 'CANCELLED' and (s.status <> 'COMPLETED' or s.waiting > 0)
    else p.manager_id is not distinct from h.to_id
  end
order by h.at desc, h.leaver_id, p.name, h.id limit 500`,
);

/** Hand-overs that nobody has confirmed, of people the reader covers; the latest first. At most 500. */
export const openHandOvers = (sql: Sql, ids?: readonly string[]): Promise<HandOverRow[]> =>
  sql.rows(OPEN, [ids ?? null]);
