import type { EnrolmentDeps } from '../enrolments/index.js';
import type { KnownAnalyses } from '../experiments/index.js';
import type { DefinitionCache } from '../plans/index.js';
import type { ComputesStatistics } from './heavy/statistics-thread.js';

/** What this room needs from outside; wired in `start.ts`. */
export interface ReportDeps {
  definitions: DefinitionCache;
  analyses: KnownAnalyses;
  /** Where reports and comparisons are computed: not in the thread that answers requests. */
  statistics: ComputesStatistics;
  /** What a change of mentors goes through. */
  enrolments: EnrolmentDeps;
  /** Whether there is a browser to print with. */
  printsPdf: boolean;
}
