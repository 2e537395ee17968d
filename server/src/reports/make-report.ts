import { canonicalJson } from '@planwright/schema/definition';
import type { Instant } from '@planwright/schema/time';
import type { Database, Tx } from '../database/index.js';
import type { CohortRecord } from '../enrolments/index.js';
import { laterEstimates } from '../experiments/index.js';
import { sha256 } from '../statistics/index.js';
import { pooledOfCohort } from './comparison/read-pooled-of-cohort.js';
import type { NewFinding } from './compose-report.js';
import { type ReadReport, type ReportReader, readReportInput } from './read-report-input.js';
import type { ReportDeps } from './report-deps.js';
import { reportManifest } from './report-manifest.js';
import type { ReportText } from './report-record.js';
import { keepReport } from './report-records.js';

/** Who makes a report, and when: a viewer, or the system for somebody. */
export interface ReportMaker {
  database: Database;
  viewer: ReportReader;
  now: Instant;
}

export interface ComputedReport {
  read: ReadReport;
  text: ReportText;
  findings: NewFinding[];
}

/**
 * The report of a cohort that the viewer sees, from the figures of now. All of it is read in one transaction, and computed
 * when no connection is held any more. null = nobody enrolled.
 */
export async function computeReport(
  { database, viewer, now }: ReportMaker,
  cohort: CohortRecord,
  { definitions, statistics, analyses }: Pick<ReportDeps, 'definitions' | 'statistics' | 'analyses'>,
): Promise<ComputedReport | null> {
  const found = await database.command(viewer.scope, async (tx) => {
    const input = await readReportInput(tx, viewer, cohort, definitions, now);
    return (
      input && { input, pooled: input.experiment && (await pooledOfCohort(tx, definitions, input, viewer.workspace)) }
    );
  });
  if (!found) return null;
  const read = await withLater(found.input, analyses);
  const { text, findings } = await statistics.run('composeReport', read);
  return { read, text: { ...text, pooled: found.pooled }, findings };
}

/** As worker: keeps it when it says something new. Answers the id of the report that says it. */
export function keepComputed(
  tx: Tx,
  { viewer, now }: Pick<ReportMaker, 'viewer' | 'now'>,
  { read, text, findings }: ComputedReport,
): Promise<string> {
  return keepReport(tx, {
    workspaceId: viewer.workspace.id,
    cohortId: read.cohort.id,
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
}

/** What came after the results were opened is told beside them. */
async function withLater(read: ReadReport, analyses: ReportDeps['analyses']): Promise<ReadReport> {
  const { experiment, laterValues } = read;
  if (!experiment || !laterValues) return read;
  const estimates = laterEstimates(laterValues, await analyses.analyse(laterValues.data));
  return { ...read, experiment: { ...experiment, later: { count: laterValues.values.length, estimates } } };
}
