export { analyseExperiment } from './analyse-experiment.js';
export { attainableP } from './attainable-p.js';
export { checkIntegrity } from './check-integrity.js';
export { clusterKeyOf } from './clusters.js';
export { estimateDifference } from './estimate-difference.js';
export { line, ranks, SAME_VALUE, shares } from './estimate-lines.js';
export type {
  EstimateLine,
  ExperimentAnalysis,
  ExperimentData,
  IntegrityFinding,
  MetricScale,
  PrimaryMetric,
} from './experiment-data.js';
export { missingOutcomes } from './missing-outcomes.js';
export { figure, percent, pWords, signed, withUnit } from './numbers-in-words.js';
export { verdictSentence } from './verdict-sentence.js';
