import type { ApiRoom } from '../access/graphql/index.js';
import { ComparisonResolver } from './comparison/comparison.resolver.js';
import { ExportResolver } from './export/export.resolver.js';
import { FindingResolver, reportNodes } from './finding.resolver.js';
import { RematchResolver } from './rematching/rematch.resolver.js';
import { ReportResolver } from './report.resolver.js';
import type { ReportDeps } from './report-deps.js';
import { ReportScheduleResolver, scheduleNodes } from './schedule/schedule.resolver.js';

/** What a cohort achieved and what to change: reports, findings, files. */
export function reportsRoom(deps: ReportDeps): ApiRoom {
  return {
    resolvers: [
      new ReportResolver(deps),
      new FindingResolver(),
      new ExportResolver(deps),
      new ComparisonResolver(deps),
      new RematchResolver(deps.enrolments),
      new ReportScheduleResolver(),
    ],
    nodes: [...reportNodes, ...scheduleNodes],
  };
}
export { expiredReportFiles } from './export/expired-report-files.js';
export { findChromium, pdfPrinter } from './export/print-pdf.js';
export { REPORT_FILES_PATH } from './export/report-files.js';
export { serveReportFile } from './export/serve-report-file.js';
export { type StatisticsThread, startStatisticsThread } from './heavy/statistics-thread.js';
export { REPORT_NOTICES, ReportNotices } from './schedule/report-notices.js';
export { dueReports } from './schedule/send-reports.js';
