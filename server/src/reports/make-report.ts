import { canonicalJson, type Instant } from '@planwright/schema';
import type { CommandTx } from '../database/sql.js';
import type { CohortRecord } from '../enrolments/enrolment-records.js';
import { laterEstimates } from '../experiments/later-values.js';
import { done, type Outcome } from '../plans/outcome.js';
import { sha256 } from '../statistics/index.js';
import { pooledOfCohort } from './comparison/read-pooled-of-cohort.js';
import { type ReadReport, type ReportReader, readReportInput } from './read-report-input.js';
import type { ReportDeps } from './report-deps.js';
import { reportManifest } from './report-manifest.js';
import type { ReportText } from './report-record.js';
import { keepReport } from './report-records.js';

/** Who makes a report, and when: a viewer, or the system for somebody. */
export interface ReportAct {
  tx: CommandTx;
  viewer: ReportReader;
  now: Instant;
}

export interface MadeReport {
  reportId: string;
  read: ReadReport;
}

/** The report of a cohort that the viewer sees, from the figures of now; kept when it says something new. null = nobody enrolled. */
export async function makeReport(
  { tx, viewer, now }: ReportAct,
  cohort: CohortRecord,
  { definitions, statistics, analyses }: Pick<ReportDeps, 'definitions' | 'statistics' | 'analyses'>,
): Promise<Outcome<MadeReport | null>> {
  const found = await readReportInput(tx, viewer, cohort, definitions, now);
  if (!found) return done(null);
  const read = await withLater(found, analyses);
  const { text: own, findings } = await statistics.run('composeReport', read);
  const pooled = read.experiment && (await pooledOfCohort(tx, definitions, read, viewer.workspace));
  const text: ReportText = { ...own, pooled };
  const reportId = await keepReport(tx, {
    workspaceId: viewer.workspace.id,
    cohortId: cohort.id,
    versionId: read.version.id,
    departments: read.departments,
    now,
    by: viewer.personId,
    figuresHash: sha256(
      canonicalJson(JSON.parse(JSON.stringify({ text, findings, versions: read.versions.map(({ id }) => id) }))),
    ),
    text,
    manifest: reportManifest(read, text, viewer.workspace.timeZone),
    findings,
  });
  return done({ reportId, read });
}

/** What came after the results were opened is told beside them. */
async function withLater(read: ReadReport, analyses: ReportDeps['analyses']): Promise<ReadReport> {
  const { experiment, laterValues } = read;
  if (!experiment || !laterValues) return read;
  const estimates = laterEstimates(laterValues, await analyses.analyse(laterValues.data));
  return { ...read, experiment: { ...experiment, later: { count: laterValues.values.length, estimates } } };
}
