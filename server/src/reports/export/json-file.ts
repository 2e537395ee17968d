import { manifestOf } from './manifest-of.js';
import type { ReportFileContent } from './report-sections.js';

/** The report as it is kept, in both languages, with its findings and its manifest. */
export function jsonFile({ record, findings, cohortName, mentors }: ReportFileContent): Buffer {
  const { generatedAt, body } = record;
  const file = {
    format: 'planwright-report/1',
    cohort: cohortName,
    generatedAt,
    report: { ...body, mentors: mentors ? body.mentors : [] },
    findings: findings.map(({ rule, itemKey, grade, words, commands }) => ({
      rule,
      itemKey,
      grade,
      ...words,
      commands,
    })),
    manifest: manifestOf(record),
  };
  return Buffer.from(`${JSON.stringify(file, null, 2)}\n`);
}
