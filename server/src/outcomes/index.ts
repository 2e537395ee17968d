export { BUILT_IN_METRICS } from './built-in-metrics.js';
export { checkValue } from './check-value.js';
export { insertMeasurements } from './insert-measurements.js';
export type { Metric } from './metric.js';
export { metricFrom } from './outcomes.resolver.js';
export { DirectionEnum, MetricType } from './outcomes.type.js';
export { findMetric, metricKeys, readMetrics } from './read-metrics.js';
export { readPersonRows } from './read-person-rows.js';
export { dayOf, type GivenMeasurement, recordMeasurements } from './record-measurements.js';
export { RespondentsEnum, SurveyMeanType } from './surveys/survey.type.js';
export { questionsFor, type Respondents, scoreOf } from './surveys/survey-question.js';
export {
  listSurveyRounds,
  type QuestionFigures,
  type SurveyRoundRow,
  surveyFigures,
} from './surveys/survey-results.js';
