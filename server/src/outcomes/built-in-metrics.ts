import type { Metric, MetricFamily, MetricSource } from './metric.js';

const metric = (
  source: MetricSource,
  family: MetricFamily,
  key: string,
  [zh, en]: [string, string],
  more: Partial<Metric> = {},
): Metric => ({
  key,
  title: { 'zh-CN': zh, en },
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
  metric('PROCESS', 'LEARNING', 'completion', ['完成率', 'completion'], percent),
  metric('PROCESS', 'LEARNING', 'learning-minutes', ['学习时长', 'time spent learning'], { unit: 'min' }),
  metric('PROCESS', 'TASK', 'on-time', ['按时率', 'on-time share'], percent),
  metric('PROCESS', 'TASK', 'quality', ['任务质量', 'quality of work'], { high: 100 }),
  metric('PROCESS', 'TASK', 'mentor-response', ['导师反馈用时', 'mentor response time'], {
    unit: 'h',
    direction: 'LOWER_IS_BETTER',
  }),
  metric('PROCESS', 'COLLABORATION', 'contacts', ['跨部门协作人数', 'people of other departments worked with']),
  metric('PROCESS', 'COLLABORATION', 'shared-documents', ['提交的文档数', 'documents handed in']),
  metric('RECORDED', 'PERFORMANCE', 'team-performance', ['团队绩效', 'team performance']),
  metric('RECORDED', 'PERFORMANCE', 'team-turnover', ['团队离职率', 'team turnover'], {
    ...percent,
    direction: 'LOWER_IS_BETTER',
  }),
  metric('SURVEY', 'SURVEY', 'satisfaction-superior', ['上级评价', 'rating by the superior'], { high: 100 }),
  metric('SURVEY', 'SURVEY', 'satisfaction-team', ['团队评价', 'rating by the team'], { high: 100 }),
];
