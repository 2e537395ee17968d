import type { EnrolmentDeps } from '../enrolments/index.js';
import type { KnownAnalyses } from './known-analyses.js';

/** What this room needs from outside; wired in `start.ts`. */
export interface ExperimentDeps extends EnrolmentDeps {
  analyses: KnownAnalyses;
}
