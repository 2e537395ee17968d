import { analyseExperiment } from '../../experiments/analysis/analyse-experiment.js';
import type { ExperimentAnalysis, ExperimentData } from '../../experiments/analysis/experiment-data.js';
import { compareObserved } from '../comparison/compare-observed.js';
import { composeReport } from '../compose-report.js';

/** Everything that takes long enough to hold up other people's requests. Pure: plain values in, plain values out. */
export const heavyStatistics = {
  analyseExperiment: (data: ExperimentData): ExperimentAnalysis => analyseExperiment(data),
  composeReport,
  compareObserved,
};

export type HeavyStatistics = typeof heavyStatistics;
