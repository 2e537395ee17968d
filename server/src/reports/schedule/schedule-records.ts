import type { Instant } from '@planwright/schema/time';
import { columns, listOf, type Sql, statement } from '../../database/index.js';
import { ReportScheduleEntity } from '../entities.js';

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

const SCHEDULE = columns(
  ReportScheduleEntity,
  'id',
  'workspaceId',
  'cohortId',
  'everyWeeks',
  'weekday',
  'recipientIds',
  'nextAt',
  'lastAt',
  'createdAt',
);
export const SCHEDULE_COLUMNS = listOf(SCHEDULE, 's');

const FIND_SCHEDULE = statement(
  SCHEDULE,
  `select ${SCHEDULE_COLUMNS} from report_schedule s where s.id = $1::uuid and s.cancelled_at is null`,
);

export const findSchedule = (sql: Sql, id: string): Promise<ScheduleRecord | undefined> => sql.row(FIND_SCHEDULE, [id]);

const LIST_SCHEDULES = statement(
  SCHEDULE,
  `select ${SCHEDULE_COLUMNS} from report_schedule s
     where s.cancelled_at is null
       and ($1::timestamptz is null or (date_trunc('milliseconds', s.created_at), s.id) < ($1::timestamptz, $2::uuid))
     order by date_trunc('milliseconds', s.created_at) desc, s.id desc limit $3`,
);

/** Those that go on, newest first; one more than asked. `after` is the last one of the page before. */
export const listSchedules = (
  sql: Sql,
  first: number,
  after: { createdAt: Instant; id: string } | undefined,
): Promise<ScheduleRecord[]> => sql.rows(LIST_SCHEDULES, [after?.createdAt ?? null, after?.id ?? null, first + 1]);
