import type { EnrolmentDeps } from '../enrolments/enrolment-deps.js';
import type { KnownAnalyses } from './known-analyses.js';

/** What this room needs from outside; wired in `start.ts`. */
export interface ExperimentDeps extends EnrolmentDeps {
  analyses: KnownAnalyses;
}
