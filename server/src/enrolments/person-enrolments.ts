import type { PageOfKey } from '../access/graphql/index.js';
import { type Sql, statement } from '../database/index.js';
import { ENROLMENT, ENROLMENT_ROW, type EnrolmentRecord } from './enrolment-records.js';

const LIST_OF_PEOPLE = statement(
  ENROLMENT_ROW,
  `select page.* from unnest($1::uuid[]) asked(id) cross join lateral (
       ${ENROLMENT} where e.person_id = asked.id and ($2::uuid is null or e.id > $2::uuid) order by e.id limit $3) page`,
);

/** A page of what each of these people follows, in the order of ids. */
export function listEnrolmentsOf(
  sql: Sql,
  personIds: readonly string[],
  { limit, after }: PageOfKey,
): Promise<EnrolmentRecord[]> {
  return sql.rows(LIST_OF_PEOPLE, [personIds, after, limit]);
}

const LIST_MENTORED = statement(
  ENROLMENT_ROW,
  `select page.* from unnest($1::uuid[]) asked(id) cross join lateral (
       ${ENROLMENT} join enrolment_state open on open.enrolment_id = e.id and open.status in ('SCHEDULED', 'ACTIVE', 'PAUSED')
       where e.mentor_id = asked.id and ($2::uuid is null or e.id > $2::uuid) order by e.id limit $3) page`,
);

/** A page of what each of these people accompanies and is not over, in the order of ids. */
export function listMentoredBy(
  sql: Sql,
  mentorIds: readonly string[],
  { limit, after }: PageOfKey,
): Promise<EnrolmentRecord[]> {
  return sql.rows(LIST_MENTORED, [mentorIds, after, limit]);
}
