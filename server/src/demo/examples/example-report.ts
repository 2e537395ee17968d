import type { Instant } from '@planwright/schema/time';
import { FIRST_CYCLE_LEARNERS } from '@planwright/seeds';
import { done } from '../../access/index.js';
import { type Database, statement } from '../../database/index.js';
import { findCohorts } from '../../enrolments/index.js';
import { computeReport, keepComputed, type ReportDeps } from '../../reports/index.js';
import type { DoAt } from './acting.js';
import type { DemoCompany } from './demo-company.js';

const FIRST_CYCLE = statement(
  { id: 'uuid', reported: 'boolean' },
  `
select e.cohort_id as id, exists (select 1 from report r where r.cohort_id = e.cohort_id) as reported
from enrolment e join cohort c on c.id = e.cohort_id
where e.workspace_id = $1::uuid and e.person_id = $2::uuid order by c.starts_on desc limit 1`,
);

/** The report of the first cycle, as HR would make it today. */
export async function makeExampleReport(
  database: Database,
  { workspaceId, idOf }: DemoCompany,
  asHr: DoAt,
  deps: Pick<ReportDeps, 'definitions' | 'statistics' | 'analyses'>,
  now: Instant,
): Promise<void> {
  const learner = idOf(FIRST_CYCLE_LEARNERS[0] ?? '');
  const cycle = await database.look((tx) => tx.row(FIRST_CYCLE, [workspaceId, learner]));
  if (!cycle || cycle.reported) return;
  const { cohort, viewer } = await asHr(now, async (act) => {
    const [found] = await findCohorts(act.tx, [cycle.id]);
    if (!found) throw new Error('the first cycle is gone');
    return done({ cohort: found, viewer: act.viewer });
  });
  const computed = await computeReport({ database, viewer, now }, cohort, deps);
  if (!computed) return;
  await asHr(now, async ({ tx }) => {
    await tx.becomeWorker();
    return done(await keepComputed(tx, { viewer, now }, computed));
  });
}
