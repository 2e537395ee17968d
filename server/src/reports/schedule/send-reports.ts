import { addMs, type Instant, type PlainDate, plainDateIn, type Zone } from '@planwright/schema';
import type { Clock } from '../../clock/clock.js';
import type { DueWork } from '../../clock/ticker.js';
import type { Database } from '../../database/database.js';
import type { CommandTx, Tx } from '../../database/sql.js';
import { findCohorts } from '../../enrolments/enrolment-records.js';
import type { ViewerWorkspace } from '../../people/viewer.js';
import { queueNotices } from '../../reminders/notices/notice-rows.js';
import { makeReport } from '../make-report.js';
import type { ReportDeps } from '../report-deps.js';
import { sendingAfter } from './next-sending.js';
import { readReaders } from './readers.js';
import { REPORT_NOTICES } from './report-notices.js';
import { SCHEDULE_COLUMNS, type ScheduleRecord } from './schedule-records.js';

/** A report that nobody could be told of within a week is old news. */
const WORTH_MS = 7 * 24 * 3_600_000;

type DueSchedule = ScheduleRecord & { now: Instant; workspace: Pick<ViewerWorkspace, 'id' | 'timeZone'> };

const OFFSET = `w.clock_offset_ms * interval '1 millisecond'`;

const CLAIM = `
select ${SCHEDULE_COLUMNS}, $1::timestamptz + ${OFFSET} as now,
  json_build_object('id', w.id, 'timeZone', w.time_zone) as workspace
from report_schedule s join workspace w on w.id = s.workspace_id
where s.cancelled_at is null and s.next_at <= $1::timestamptz + ${OFFSET}
order by s.next_at, s.id limit 1 for update of s skip locked`;

/**
 * Sends the reports that are due, one schedule in a transaction: the report is made for what each recipient may know, and a
 * message to him is queued with it. Of several servers one does it.
 */
export function dueReports(
  { database, clock }: { database: Database; clock: Clock },
  deps: Pick<ReportDeps, 'definitions' | 'statistics' | 'analyses'>,
): DueWork {
  return {
    nextDueAt: async () => {
      const [row] = await database.lookUp<{ at: Instant | null }>(
        `select min(s.next_at - ${OFFSET}) as at from report_schedule s join workspace w on w.id = s.workspace_id
         where s.cancelled_at is null`,
        [],
      );
      return row?.at ?? undefined;
    },
    doDue: () =>
      database.work(async (tx) => {
        const due = await tx.row<DueSchedule>(CLAIM, [clock.real()]);
        if (!due) return 0;
        await send(tx, due, deps);
        return 1;
      }),
  };
}

async function send(
  tx: Tx,
  { id, cohortId, recipientIds, nextAt, now, workspace, ...rhythm }: DueSchedule,
  deps: Pick<ReportDeps, 'definitions' | 'statistics' | 'analyses'>,
): Promise<void> {
  const [cohort] = await findCohorts(tx, [cohortId]);
  if (!cohort) throw new Error('a schedule without its cohort');
  // It is the worker already, so there is nothing to become; it goes on, so nothing is its last.
  const worker: CommandTx = {
    rows: tx.rows.bind(tx),
    row: tx.row.bind(tx),
    becomeWorker: async () => undefined,
    lastly: (writes) => writes(),
  };
  const told: { recipientId: string; reportId: string }[] = [];
  for (const [personId, scope] of await readReaders(tx, recipientIds)) {
    const made = await makeReport({ tx: worker, viewer: { personId, scope, workspace }, now }, cohort, deps);
    if (made.ok && made.value) told.push({ recipientId: personId, reportId: made.value.reportId });
  }
  const day: PlainDate = dayOf(nextAt, workspace.timeZone);
  await queueNotices(
    tx,
    workspace.id,
    told.map(({ recipientId, reportId }) => ({
      source: REPORT_NOTICES,
      subjectId: reportId,
      step: `${id} ${day}`,
      recipientId,
      at: now,
      deliverAt: now,
      expiresAt: addMs(now, WORTH_MS),
    })),
  );
  await tx.rows('update report_schedule set last_at = $2::timestamptz, next_at = $3::timestamptz where id = $1::uuid', [
    id,
    now,
    sendingAfter(rhythm, nextAt, now, workspace.timeZone),
  ]);
}

const dayOf = (at: Instant, zone: Zone): PlainDate => plainDateIn(at, zone);
