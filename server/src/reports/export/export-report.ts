import type { Instant } from '@planwright/schema/time';
import { type SignedInContext, userError } from '../../access/graphql/index.js';
import { audited, command, done, type Outcome, refused } from '../../access/index.js';
import type { CohortRecord } from '../../enrolments/index.js';
import { say, sayIn } from '../generated/messages.js';
import { computeReport, keepComputed } from '../make-report.js';
import type { ReadReport } from '../read-report-input.js';
import type { ReportDeps } from '../report-deps.js';
import { findFindingsOf, findReports } from '../report-records.js';
import { type BundleOptions, bundleFile } from './bundle-file.js';
import { csvFile } from './csv-file.js';
import { jsonFile } from './json-file.js';
import { type ExportFormat, keepReportFile } from './report-files.js';
import { reportPage } from './report-page.js';
import { type ReportFileContent, reportSections } from './report-sections.js';
import { xlsxFile } from './xlsx-file.js';

const EXTENSIONS: Record<ExportFormat, string> = { PDF: 'pdf', XLSX: 'xlsx', CSV: 'csv', JSON: 'json', BUNDLE: 'zip' };

/**
 * Makes the report of now and a file of it; answers the path of a link that works for ten minutes.
 * @param now of the server's own clock: links grow old in a sandbox as everywhere
 */
export async function exportReport(
  viewing: SignedInContext,
  cohort: CohortRecord,
  { format, mentors, now }: { format: ExportFormat; mentors: boolean; now: Instant },
  deps: ReportDeps,
): Promise<Outcome<string>> {
  const { language, viewer } = viewing;
  if (format === 'PDF' && !deps.printsPdf) return refused(userError('NOT_NOW', say('noBrowser'), language, ['format']));
  const computed = await computeReport(viewing, cohort, deps);
  if (!computed) return refused(userError('INVALID', say('nobodyEnrolled'), language, ['cohortId']));
  return command(viewing, async (act) => {
    const { tx } = act;
    await tx.becomeWorker();
    const reportId = await keepComputed(tx, viewing, computed);
    const [record] = await findReports(tx, [reportId]);
    if (!record) throw new Error('a report was made and is not there');
    const findings = await findFindingsOf(tx, [reportId], mentors);
    const content: ReportFileContent = {
      record,
      findings,
      cohortName: cohort.name,
      language,
      mentors,
      timeZone: viewer.workspace.timeZone,
    };
    const name = `${sayIn(language, 'exportReport.title')} ${cohort.name} ${record.generatedAt.slice(0, 10)}.${EXTENSIONS[format]}`;
    const file = {
      name: name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-'),
      format,
      content: await contentOf(content, format, computed.read),
    };
    const path = await keepReportFile(tx, file, {
      workspaceId: viewer.workspace.id,
      reportId,
      personId: viewer.personId,
      sessionId: viewer.sessionId,
      now,
    });
    await audited(act, { action: 'exportReport', subject: `EvaluationReport:${reportId}`, detail: { format } });
    return done(path);
  });
}

async function contentOf(content: ReportFileContent, format: ExportFormat, read: ReadReport): Promise<Buffer> {
  switch (format) {
    case 'JSON':
      return jsonFile(content);
    case 'BUNDLE':
      return bundleFile(content, read.input.rows, experimentIn(read));
    case 'CSV':
      return csvFile(reportSections(content, 'iso'));
    case 'XLSX':
      return xlsxFile(reportSections(content, 'iso'));
    case 'PDF': {
      const title = `${content.cohortName} · ${sayIn(content.language, 'exportReport.title')}`;
      return Buffer.from(reportPage(reportSections(content, 'words'), title, content.language));
    }
    default:
      return format satisfies never;
  }
}

/** A cancelled experiment has no results to keep, and none that anybody may still see. */
function experimentIn({ experiment, frozen }: ReadReport): BundleOptions {
  if (!experiment) return {};
  const { analysis } = experiment;
  return analysis && frozen ? { opened: { data: frozen, analysis } } : { isLocked: true };
}
