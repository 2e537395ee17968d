import { addDays, type Instant, instantAt, mondayOf, plainDateIn, type Zone } from '@planwright/schema/time';
import { columns, type Sql, statement } from '../database/index.js';
import { EnrolmentEntity, ItemStateEntity } from '../progress/entities.js';
import { ITEM_COLUMNS, type ItemRow } from '../progress/index.js';

export interface WorkRow extends ItemRow {
  versionId: string;
  mentorId: string | null;
  personId: string;
  startsOn: string;
  zone: Zone;
  /** What the reviewer wrote when the latest submission came back. */
  reviewComment: string | null;
}

const STATEMENT = statement(
  {
    ...columns(
      ItemStateEntity,
      'enrolmentId',
      'itemKey',
      'stageKey',
      'position',
      'state',
      'outcome',
      'provisional',
      'awaiting',
      'onTime',
      'overdue',
      'score',
      'attempt',
      'steps',
      'lockedBecause',
    ),
    ...columns(EnrolmentEntity, 'mentorId', 'personId', 'startsOn', 'zone'),
    opensAt: 'text?',
    dueAt: 'text?',
    startedAt: 'text?',
    deliveredAt: 'text?',
    completedAt: 'text?',
    versionId: 'uuid',
    reviewComment: 'text?',
  },
  `
select ${ITEM_COLUMNS}, e.plan_version_id as "versionId", e.mentor_id as "mentorId", e.person_id as "personId", e.starts_on as "startsOn", e.zone,
  case when i.state = 'RETURNED' then (select s.review_comment from submission s
    where s.enrolment_id = i.enrolment_id and s.item_key = i.item_key and s.decision = 'RETURN'
    order by s.attempt desc, s.reviewed_at desc limit 1) end as "reviewComment"
from item_state i
join enrolment e on e.id = i.enrolment_id
left join enrolment_state st on st.enrolment_id = e.id
where i.state in ('LOCKED', 'AVAILABLE', 'STARTED', 'RETURNED')
  and coalesce(st.status, 'ACTIVE') in ('SCHEDULED', 'ACTIVE')
  and (e.person_id = $1::uuid and i.due_at < $3::timestamptz
    or (i.enrolment_id::text || ':' || i.item_key) = any($2::text[]))
order by i.due_at, i.enrolment_id, i.position`,
);

/** What the person has to do themselves by `until`, and what they share with others whenever it is due; the earliest first. */
export function readWork(
  sql: Sql,
  personId: string,
  partnerItems: readonly string[],
  until: Instant,
): Promise<WorkRow[]> {
  return sql.rows(STATEMENT, [personId, partnerItems, until]);
}

export interface WorkWindows {
  /** The end of Sunday where the person lives. */
  weekEnds: Instant;
  /** The end of the 31st day from today. */
  monthEnds: Instant;
}

export function workWindows(now: Instant, zone: Zone): WorkWindows {
  const today = plainDateIn(now, zone);
  return {
    weekEnds: instantAt(addDays(mondayOf(today), 7), '00:00', zone),
    monthEnds: instantAt(addDays(today, 32), '00:00', zone),
  };
}

/** What is locked is nobody's to do yet, so it is never overdue; it is shown from the day its date is ahead. */
export function sortWork(
  rows: readonly WorkRow[],
  now: Instant,
  { weekEnds, monthEnds }: WorkWindows,
): { overdue: WorkRow[]; thisWeek: WorkRow[]; nextMonth: WorkRow[]; later: WorkRow[] } {
  const ahead = rows.filter((row) => row.dueAt !== null && row.dueAt >= now);
  return {
    overdue: rows.filter((row) => row.dueAt !== null && row.dueAt < now && row.state !== 'LOCKED'),
    thisWeek: ahead.filter((row) => row.dueAt !== null && row.dueAt < weekEnds),
    nextMonth: ahead.filter((row) => row.dueAt !== null && row.dueAt >= weekEnds && row.dueAt < monthEnds),
    later: rows.filter((row) => row.dueAt === null || row.dueAt >= monthEnds),
  };
}
