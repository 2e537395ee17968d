import { analyseExperiment, type ExperimentAnalysis, type ExperimentData } from '../../experiments/analysis/index.js';
import { compareObserved } from '../comparison/compare-observed.js';
import { composeReport } from '../compose-report.js';

/** Everything that takes long enough to hold up other people's requests. Pure: plain values in, plain values out. */
export const heavyStatistics = {
  analyseExperiment: (data: ExperimentData): ExperimentAnalysis => analyseExperiment(data),
  composeReport,
  compareObserved,
};

export type HeavyStatistics = typeof heavyStatistics;
