import { say } from './generated/messages.js';
import type { NotTaken } from './not-taken.js';
import type { History } from './read-history.js';
import type { CohortRows } from './resolve-cohort.js';

/** The rows of each cohort together, cohorts in the order of the file; rows of none are told of. */
export function cohortsOf({ cohorts, enrolments, events, files }: History): {
  cohorts: CohortRows[];
  notTaken: NotTaken[];
} {
  const notTaken: NotTaken[] = [];
  const byKey = new Map<
    string,
    { cohort: History['cohorts'][number]; enrolments: typeof enrolments; events: typeof events }
  >();
  for (const cohort of cohorts) {
    const before = byKey.get(cohort.key);
    if (before) {
      const text = say('duplicate', { line: before.cohort.line });
      notTaken.push({ file: files.cohorts, line: cohort.line, code: 'DUPLICATE', text });
    } else byKey.set(cohort.key, { cohort, enrolments: [], events: [] });
  }
  const leave = (file: string, line: number, key: string) =>
    notTaken.push({ file, line, code: 'UNKNOWN_COHORT', text: say('unknownCohort', { key }) });
  for (const row of enrolments) {
    const cohort = byKey.get(row.cohortKey);
    if (cohort) cohort.enrolments.push(row);
    else leave(files.enrolments, row.line, row.cohortKey);
  }
  for (const row of events) {
    const cohort = byKey.get(row.cohortKey);
    if (cohort) cohort.events.push(row);
    else leave(files.events, row.line, row.cohortKey);
  }
  return { cohorts: [...byKey.values()], notTaken };
}
