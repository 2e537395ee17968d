export { compareVersions } from './comparison/compare-versions.js';
export { computeHere } from './heavy/compute-here.js';
export { computeReport, keepComputed } from './make-report.js';
export type { ReportDeps } from './report-deps.js';
export { findReports } from './report-records.js';
export { scheduleReport } from './schedule/schedule-report.js';
