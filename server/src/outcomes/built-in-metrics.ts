import { say } from './generated/messages.js';
import type { Metric, MetricFamily, MetricSource } from './metric.js';

type BuiltIn =
  | 'completion'
  | 'learning-minutes'
  | 'on-time'
  | 'quality'
  | 'mentor-response'
  | 'contacts'
  | 'shared-documents'
  | 'team-performance'
  | 'team-turnover'
  | 'satisfaction-superior'
  | 'satisfaction-team';

const metric = (source: MetricSource, family: MetricFamily, key: BuiltIn, more: Partial<Metric> = {}): Metric => ({
  key,
  title: say(`metric.${key}`),
  unit: null,
  direction: 'HIGHER_IS_BETTER',
  family,
  scale: 'CONTINUOUS',
  source,
  low: 0,
  high: null,
  ...more,
});
const percent = { unit: '%', high: 100 };

/** What every workspace can measure without setting anything up. Percentages run from 0 to 100, so do scores. */
export const BUILT_IN_METRICS: readonly Metric[] = [
  metric('PROCESS', 'LEARNING', 'completion', percent),
  metric('PROCESS', 'LEARNING', 'learning-minutes', { unit: 'min' }),
  metric('PROCESS', 'TASK', 'on-time', percent),
  metric('PROCESS', 'TASK', 'quality', { high: 100 }),
  metric('PROCESS', 'TASK', 'mentor-response', {
    unit: 'h',
    direction: 'LOWER_IS_BETTER',
  }),
  metric('PROCESS', 'COLLABORATION', 'contacts'),
  metric('PROCESS', 'COLLABORATION', 'shared-documents'),
  metric('RECORDED', 'PERFORMANCE', 'team-performance'),
  metric('RECORDED', 'PERFORMANCE', 'team-turnover', {
    ...percent,
    direction: 'LOWER_IS_BETTER',
  }),
  metric('SURVEY', 'SURVEY', 'satisfaction-superior', { high: 100 }),
  metric('SURVEY', 'SURVEY', 'satisfaction-team', { high: 100 }),
];
