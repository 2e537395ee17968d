import { addMs, DAY_MS, type Instant } from '@planwright/schema/time';
import { DEMO_ACCOUNTS } from '@planwright/seeds';
import { type Database, statement } from '../../database/index.js';
import type { Reminders } from '../../reminders/index.js';
import { scheduleReport } from '../../reports/index.js';
import type { DoAt } from './acting.js';
import type { DemoCompany } from './demo-company.js';

const MONDAY = 1;

const RUNNING = statement(
  { id: 'uuid', scheduled: 'boolean' },
  `
select e.cohort_id as id, exists (select 1 from report_schedule s where s.workspace_id = e.workspace_id) as scheduled
from enrolment e join cohort c on c.id = e.cohort_id
where e.workspace_id = $1::uuid and e.person_id = $2::uuid order by c.starts_on desc limit 1`,
);

/**
 * HR wanted the running cohort's report every Monday, a week ago: whatever day it is, one Monday has come since, and its report
 * waits in their inbox. In the night it waits until the company opens, as every message does.
 */
export async function scheduleExampleReports(
  database: Database,
  { workspaceId, idOf }: DemoCompany,
  asHr: DoAt,
  { sendings, reminders }: { sendings: { wake(): Promise<void> }; reminders: Pick<Reminders, 'advance'> },
  now: Instant,
): Promise<void> {
  const cohort = await database.look((tx) => tx.row(RUNNING, [workspaceId, idOf(DEMO_ACCOUNTS.learner)]));
  if (!cohort || cohort.scheduled) return;
  await asHr(addMs(now, -7 * DAY_MS), (act) =>
    scheduleReport(act, {
      cohortId: cohort.id,
      everyWeeks: 1,
      weekday: MONDAY,
      recipientIds: [idOf(DEMO_ACCOUNTS.hr)],
    }),
  );
  await sendings.wake();
  await reminders.advance(workspaceId, now);
}
