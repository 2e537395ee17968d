import type { Instant } from '@planwright/schema/time';
import type { Sql } from '../../database/sql.js';

export interface ScheduleRecord {
  id: string;
  workspaceId: string;
  cohortId: string;
  everyWeeks: number;
  weekday: number;
  recipientIds: string[];
  nextAt: Instant;
  lastAt: Instant | null;
  createdAt: Instant;
}

export const SCHEDULE_COLUMNS = `s.id, s.workspace_id as "workspaceId", s.cohort_id as "cohortId", s.every_weeks as "everyWeeks",
  s.weekday, s.recipient_ids as "recipientIds", s.next_at as "nextAt", s.last_at as "lastAt", s.created_at as "createdAt"`;

export const findSchedule = (sql: Sql, id: string): Promise<ScheduleRecord | undefined> =>
  sql.row<ScheduleRecord>(
    `select ${SCHEDULE_COLUMNS} from report_schedule s where s.id = $1::uuid and s.cancelled_at is null`,
    [id],
  );

/** Those that go on, newest first; one more than asked. `after` is the last one of the page before. */
export const listSchedules = (
  sql: Sql,
  first: number,
  after: { createdAt: Instant; id: string } | undefined,
): Promise<ScheduleRecord[]> =>
  sql.rows<ScheduleRecord>(
    `select ${SCHEDULE_COLUMNS} from report_schedule s
     where s.cancelled_at is null
       and ($1::timestamptz is null or (date_trunc('milliseconds', s.created_at), s.id) < ($1::timestamptz, $2::uuid))
     order by date_trunc('milliseconds', s.created_at) desc, s.id desc limit $3`,
    [after?.createdAt ?? null, after?.id ?? null, first + 1],
  );
