import { statement } from '../database/index.js';
import type { ExperimentMembers, RunningExperiments } from '../enrolments/index.js';
import type { ExperimentNeeding } from '../plans/index.js';

/** Whoever was moved by hand on purpose, with a reason in the log, may be moved. */
const STATEMENT = statement(
  { id: 'uuid' },
  `
select e.id from enrolment e
join experiment x on x.cohort_id = e.cohort_id and x.status = 'RUNNING'
join experiment_member m on m.experiment_id = x.id and m.person_id = e.person_id and m.deviation is null
where e.id = any($1::uuid[])`,
);

/** The port of the enrolments room: a version that was drawn stays until the results are opened. */
export const runningExperiments: RunningExperiments = async (sql, enrolmentIds) =>
  new Set((await sql.rows(STATEMENT, [enrolmentIds])).map(({ id }) => id));

const MEMBERS = statement(
  { personId: 'uuid' },
  `
select distinct m.person_id as "personId" from experiment x join experiment_member m on m.experiment_id = x.id
where x.plan_id = $1::uuid and x.status in ('DESIGNED', 'RUNNING')`,
);

/** The port of the enrolments room: rules leave people alone who were drawn, also before the experiment has begun. */
export const experimentMembers: ExperimentMembers = async (sql, planId) =>
  new Set((await sql.rows(MEMBERS, [planId])).map(({ personId }) => personId));

const NEEDING = statement(
  { name: 'text' },
  `
select x.name from experiment x join experiment_arm a on a.experiment_id = x.id
where a.plan_version_id = $1::uuid and x.status in ('DESIGNED', 'RUNNING') order by x.created_at limit 1`,
);

/** The port of the plans room: late joiners and the start need every version of an experiment. */
export const experimentNeeding: ExperimentNeeding = async (sql, versionId) =>
  (await sql.row(NEEDING, [versionId]))?.name;
