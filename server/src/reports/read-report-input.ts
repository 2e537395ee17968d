import { canonicalJson, type PlanDefinition } from '@planwright/schema/definition';
import { type Instant, type PlainDate, plainDateIn } from '@planwright/schema/time';
import { type CommandTx, columns, type Sql, statement } from '../database/index.js';
import type { CohortRecord } from '../enrolments/index.js';
import type { ExperimentData } from '../experiments/analysis/index.js';
import type { LaterValues } from '../experiments/index.js';
import { listSurveyRounds, readMetrics, readPersonRows } from '../outcomes/index.js';
import type { PersonRow } from '../outcomes/person-rows/index.js';
import { DepartmentEntity, WorkspaceEntity } from '../people/entities.js';
import type { Viewer, ViewerWorkspace } from '../people/index.js';
import { type DefinitionCache, findVersions, type VersionRecord } from '../plans/index.js';
import { sha256 } from '../statistics/index.js';
import type { ReportInput } from './analysis/report-data.js';
import { readRatings } from './read-ratings.js';
import { experimentOf, type ReportExperiment, readReportExperiment } from './report-experiment.js';

const TARGETS = statement(
  columns(WorkspaceEntity, 'reportTargets'),
  'select report_targets as "reportTargets" from workspace where id = $1::uuid',
);

/** The person a report is made for: it covers what they may reach. */
export interface ReportReader extends Pick<Viewer, 'personId' | 'scope'> {
  workspace: Pick<ViewerWorkspace, 'id' | 'timeZone'>;
}

/** A read that went into the figures: what was asked, how much came, and the digest of what came. */
export interface QueryNote {
  name: string;
  parameters: Record<string, unknown>;
  rowCount: number;
  resultSha256: string;
}

export interface ReadReport {
  input: ReportInput;
  cohort: CohortRecord;
  /** The newest version that somebody of the cohort is on. */
  version: VersionRecord;
  versions: VersionRecord[];
  experiment: ReportExperiment | null;
  /** What its results were computed from; null until they are opened. */
  frozen: ExperimentData | null;
  laterValues: LaterValues | null;
  departments: string[] | null;
  dataCutoff: Instant;
  queries: QueryNote[];
}

const PEOPLE = statement(
  { id: 'uuid' },
  `
select e.id from enrolment e join person p on p.id = e.person_id
where e.cohort_id = $1::uuid and ($2::uuid[] is null or p.department_id = any($2::uuid[])) order by e.id`,
);

const EARLIER_FEEDBACK = statement(
  { mentorId: 'uuid!', count: 'int', of: 'int' },
  `
select e.mentor_id as "mentorId", sum(s.feedback_in_time)::int as count, sum(s.feedback_of)::int as of
from enrolment e join enrolment_state s on s.enrolment_id = e.id join cohort c on c.id = e.cohort_id
  join person p on p.id = e.person_id
where e.workspace_id = $1::uuid and e.mentor_id = any($2::uuid[]) and c.starts_on < $3::date
  and ($4::uuid[] is null or p.department_id = any($4::uuid[]))
group by e.mentor_id, c.id, c.starts_on having sum(s.feedback_of) > 0 order by c.starts_on desc, c.id`,
);

const FIND_DEPARTMENT = statement(
  columns(DepartmentEntity, 'id', 'name'),
  'select id, name from department order by id',
);

/**
 * Everything that a report of the cohort is made of, for what the viewer may know: HR of a department hears of its people.
 * Starts under the viewer's policies and ends as worker. Nobody there to report on = undefined.
 */
export async function readReportInput(
  tx: CommandTx,
  viewer: ReportReader,
  cohort: CohortRecord,
  definitions: DefinitionCache,
  now: Instant,
): Promise<ReadReport | undefined> {
  const departments = viewer.scope.reach === 'all' ? null : [...viewer.scope.departments].sort();
  const enrolmentIds = (await tx.rows(PEOPLE, [cohort.id, departments])).map(({ id }) => id);
  const seen = await experimentOf(tx, cohort.id);
  const names = await tx.rows(FIND_DEPARTMENT);
  const rounds = await listSurveyRounds(tx, cohort.id);
  if (enrolmentIds.length === 0) return undefined;

  await tx.becomeWorker();
  const workspaceId = viewer.workspace.id;
  const until = plainDateIn(now, viewer.workspace.timeZone);
  const found = seen && (await readReportExperiment(tx, definitions, seen, { workspaceId, today: until }));
  const experiment = found?.experiment ?? null;
  const rows = await readPersonRows(tx, definitions, { workspaceId, enrolmentIds, until });
  const ratings = await readRatings(tx, rounds, until);
  const versions = await findVersions(tx, [...new Set(rows.map(({ versionId }) => versionId))]);
  const targets = await tx.row(TARGETS, [workspaceId]);
  if (!targets) throw new Error('the workspace of a report is not there');
  const version = [...versions].sort((a, b) => b.number - a.number)[0];
  if (!version) return undefined;
  const definition = (await definitions.load(tx, [version.id]))[version.id];
  if (!definition) return undefined;
  const metrics = (await readMetrics(tx, workspaceId)).filter(
    ({ key, source }) => source !== 'PROCESS' && used(rows, key),
  );
  const earlier = await earlierMentors(tx, workspaceId, rows, cohort.startsOn, departments);
  const primary = primaryOf(definition, experiment);
  return {
    cohort,
    version,
    versions,
    experiment,
    frozen: found?.frozen ?? null,
    laterValues: found?.laterValues ?? null,
    departments,
    dataCutoff: now,
    input: {
      definition,
      rows,
      metrics: metrics.map(({ key, title, unit, direction, scale, family }) => ({
        key,
        title,
        unit,
        direction,
        scale,
        family,
      })),
      primaryMetric: primary?.metric ?? null,
      smallestEffect: primary?.smallestEffect ?? null,
      ratings,
      departments: Object.fromEntries(names.map(({ id, name }) => [id, name])),
      earlierMentors: earlier,
      experiment: experiment?.analysis
        ? { name: experiment.name, analysis: experiment.analysis, results: 'OPEN' }
        : null,
      targets: targets.reportTargets,
    },
    queries: [
      queryNote('people of the cohort', { cohortId: cohort.id, departments, until }, rows),
      queryNote('metrics', {}, metrics),
      queryNote('answers to surveys', { cohortId: cohort.id, until }, ratings),
      queryNote('earlier feedback by mentor', { before: cohort.startsOn }, Object.entries(earlier)),
    ],
  };
}

/** What an experiment was registered for comes before what the plan names first. */
function primaryOf(
  definition: PlanDefinition,
  experiment: ReportExperiment | null,
): { metric: string; smallestEffect?: number | undefined } | undefined {
  if (experiment) return { metric: experiment.metricKey, smallestEffect: experiment.smallestEffect };
  return definition.outcomes?.[0];
}

const used = (rows: readonly PersonRow[], key: string): boolean =>
  rows.some(({ baseline, outcome }) => key in baseline || key in outcome);

async function earlierMentors(
  sql: Sql,
  workspaceId: string,
  rows: readonly PersonRow[],
  before: PlainDate,
  departments: readonly string[] | null,
): Promise<ReportInput['earlierMentors']> {
  const mentors = [...new Set(rows.flatMap(({ mentorId }) => (mentorId === null ? [] : [mentorId])))].sort();
  const periods = await sql.rows(EARLIER_FEEDBACK, [workspaceId, mentors, before, departments]);
  const byMentor = Map.groupBy(periods, ({ mentorId }) => mentorId);
  return Object.fromEntries(
    [...byMentor].map(([mentorId, of]) => [mentorId, of.map(({ count, of: total }) => ({ count, of: total }))]),
  );
}

function queryNote(name: string, parameters: Record<string, unknown>, rows: readonly unknown[]): QueryNote {
  return { name, parameters, rowCount: rows.length, resultSha256: sha256(canonicalJson(rows)) };
}
