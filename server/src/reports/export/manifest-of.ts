import type { ReportRecord } from '../report-record.js';

/** What somebody needs who checks the report later, with the report's own name and day. */
export const manifestOf = ({ id, generatedAt, manifest }: ReportRecord): Record<string, unknown> => ({
  reportId: id,
  generatedAt,
  ...manifest,
});
