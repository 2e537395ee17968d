import { addMs, type Instant, type PlainDate, plainDateIn, type Zone } from '@planwright/schema/time';
import type { Clock, DueWork } from '../../clock/index.js';
import { columns, type Database, json, statement, type Tx } from '../../database/index.js';
import { findCohorts } from '../../enrolments/index.js';
import type { ViewerWorkspace } from '../../people/index.js';
import { queueNotices } from '../../reminders/index.js';
import { ReportScheduleEntity } from '../entities.js';
import { type ComputedReport, computeReport, keepComputed } from '../make-report.js';
import type { ReportReader } from '../read-report-input.js';
import type { ReportDeps } from '../report-deps.js';
import { sendingAfter } from './next-sending.js';
import { readReaders } from './readers.js';
import { REPORT_NOTICES } from './report-notices.js';
import { SCHEDULE_COLUMNS, type ScheduleRecord } from './schedule-records.js';

/** A report that nobody could be told of within a week is old news. */
const WORTH_MS = 7 * 24 * 3_600_000;

type DueSchedule = ScheduleRecord & { now: Instant; workspace: Pick<ViewerWorkspace, 'id' | 'timeZone'> };

const OFFSET = `w.clock_offset_ms * interval '1 millisecond'`;

const DUE = statement(
  {
    ...columns(
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
    ),
    now: 'timestamptz',
    workspace: json<Pick<ViewerWorkspace, 'id' | 'timeZone'>>(),
  },
  `
select ${SCHEDULE_COLUMNS}, $1::timestamptz + ${OFFSET} as now,
  json_build_object('id', w.id, 'timeZone', w.time_zone) as workspace
from report_schedule s join workspace w on w.id = s.workspace_id
where s.cancelled_at is null and s.next_at <= $1::timestamptz + ${OFFSET}
order by s.next_at, s.id limit 1`,
);

/** Whoever comes second (another server, somebody who changed the schedule meanwhile) finds nothing. */
const CLAIM = statement(
  { id: 'uuid' },
  `
select s.id from report_schedule s
where s.id = $1::uuid and s.next_at = $2::timestamptz and s.cancelled_at is null for update of s skip locked`,
);

type Deps = Pick<ReportDeps, 'definitions' | 'statistics' | 'analyses'>;

const FIND_REPORT_SCHEDULE = statement(
  { at: 'timestamptz?' },
  `select min(s.next_at - ${OFFSET}) as at from report_schedule s join workspace w on w.id = s.workspace_id
         where s.cancelled_at is null`,
);

/**
 * Sends the reports that are due, one schedule after the other: the report is computed for what each recipient may know, while
 * no connection is held; then it is kept and a message to each is queued, in one transaction. Of several servers one does it.
 */
export function dueReports({ database, clock }: { database: Database; clock: Clock }, deps: Deps): DueWork {
  return {
    nextDueAt: async () => {
      const [row] = await database.lookUp(FIND_REPORT_SCHEDULE, []);
      return row?.at ?? undefined;
    },
    doDue: async () => {
      const [due] = await database.lookUp(DUE, [clock.real()]);
      if (!due) return 0;
      const computed = await compute(database, due, deps);
      await database.work(async (tx) => {
        if (await tx.row(CLAIM, [due.id, due.nextAt])) await send(tx, due, computed);
      });
      return 1;
    },
  };
}

interface Computed {
  by: { viewer: ReportReader; now: Instant };
  report: ComputedReport;
}

async function compute(database: Database, due: DueSchedule, deps: Deps): Promise<Computed[]> {
  const { cohortId, recipientIds, now, workspace } = due;
  const { cohort, readers } = await database.look(async (tx) => {
    const [found] = await findCohorts(tx, [cohortId]);
    return { cohort: found, readers: await readReaders(tx, recipientIds) };
  });
  if (!cohort) throw new Error('a schedule without its cohort');
  const computed: Computed[] = [];
  for (const [personId, scope] of readers) {
    const by = { viewer: { personId, scope, workspace }, now };
    const report = await computeReport({ database, ...by }, cohort, deps);
    if (report) computed.push({ by, report });
  }
  return computed;
}

const SEND = statement(
  {},
  'update report_schedule set last_at = $2::timestamptz, next_at = $3::timestamptz where id = $1::uuid',
);

async function send(tx: Tx, due: DueSchedule, computed: readonly Computed[]): Promise<void> {
  const { id, nextAt, now, workspace, ...rhythm } = due;
  const told: { recipientId: string; reportId: string }[] = [];
  for (const { by, report } of computed)
    told.push({ recipientId: by.viewer.personId, reportId: await keepComputed(tx, by, report) });
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
  await tx.rows(SEND, [id, now, sendingAfter(rhythm, nextAt, now, workspace.timeZone)]);
}

const dayOf = (at: Instant, zone: Zone): PlainDate => plainDateIn(at, zone);
