export { createExperiment } from './create-experiment.js';
export type { ExperimentDeps } from './experiment-deps.js';
export { VerdictEnum } from './experiment-enums.js';
export {
  type DecisionKind,
  type ExperimentRecord,
  type ExperimentStatus,
  findExperimentOfCohort,
  findExperiments,
  findMembers,
  type RegisteredMeasure,
} from './experiment-records.js';
export { EstimateType, IntegrityCheckType } from './experiment-result.type.js';
export { frozenData } from './frozen-results.js';
export { KnownAnalyses } from './known-analyses.js';
export { type LaterValues, laterEstimates, readLaterValues } from './later-values.js';
export { openResults } from './open-results.js';
export { readExperimentData } from './read-experiment-data.js';
export { startExperiment } from './start-experiment.js';
