import { type Sql, statement } from '../../database/index.js';
import type { Metric } from '../../outcomes/index.js';

/** An enrolment that the viewer may count, and whether an experiment keeps its results to itself. */
export interface VersionPerson {
  enrolmentId: string;
  cohortId: string;
  /** The one they are on now. */
  versionId: string;
  tenureDays: number | null;
  isLocked: boolean;
  lockedMetric: string | null;
}

const STATEMENT = statement(
  {
    enrolmentId: 'uuid',
    versionId: 'uuid',
    tenureDays: 'int?',
    isLocked: 'boolean',
    lockedMetric: 'text?',
    cohortId: 'uuid',
  },
  `
select e.id as "enrolmentId", e.cohort_id as "cohortId", e.plan_version_id as "versionId", e.starts_on - p.joined_on as "tenureDays",
  x.id is not null as "isLocked", x.metric_key as "lockedMetric"
from enrolment e join person p on p.id = e.person_id
left join experiment x on x.cohort_id = e.cohort_id and x.status = 'RUNNING'
where (e.plan_version_id = any($1::uuid[]) or e.id in (
    select moved.enrolment_id from plan_migration_enrolment moved join plan_migration m on m.id = moved.migration_id
    where m.from_version_id = any($1::uuid[]) or m.to_version_id = any($1::uuid[])))
  and ($2::uuid[] is null or p.department_id = any($2::uuid[])) order by e.id`,
);

/** Everybody who is on one of these versions or was moved from or to it, over all cohorts. Under the viewer's policies; `departments` = those that HR looks after, null = all. */
export const readVersionPeople = (
  sql: Sql,
  of: { versionIds: readonly string[]; departments: readonly string[] | null },
): Promise<VersionPerson[]> => sql.rows(STATEMENT, [of.versionIds, of.departments]);

/** Outcomes wait until the results are opened; process figures stay live unless they are what the experiment is about. */
export const isLocked = (
  { isLocked: waits, lockedMetric }: VersionPerson,
  { key, source }: Pick<Metric, 'key' | 'source'>,
): boolean => waits && (source !== 'PROCESS' || lockedMetric === key);
