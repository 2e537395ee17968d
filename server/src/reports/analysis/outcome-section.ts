import { restsOnOneAnswer, tellsAnswers } from '../../outcomes/single-answers.js';
import { pairedTTest } from '../../statistics/index.js';
import { running } from './process-section.js';
import type { ReportBody, ReportInput } from './report-data.js';
import { SMALLEST_GROUP } from './share-lines.js';

const BEFORE_AFTER = { 'zh-CN': '前后对比，没有对照组', en: 'Before and after, without a comparison group' };
const TOO_FEW = { 'zh-CN': '不足 5 人同时有起点和结果', en: 'Fewer than 5 people have both a baseline and an outcome' };
const TOO_FEW_RATERS = {
  'zh-CN': '作答的上级不足 5 人，不显示结果',
  en: 'Fewer than 5 superiors have answered, so no result is shown',
};
const NO_SPREAD = {
  'zh-CN': '所有人的变化相同，无法给出区间',
  en: 'Everybody changed by the same, so no interval can be given',
};

/** The change of each metric among those measured before and after. A change is no effect: the method says so. */
export function outcomeSection({
  rows,
  metrics,
  primaryMetric,
  smallestEffect,
}: Pick<ReportInput, 'rows' | 'metrics' | 'primaryMetric' | 'smallestEffect'>): ReportBody['outcomes'] {
  const people = running(rows);
  return metrics.flatMap((metric) => {
    const pairs = people.flatMap(({ baseline, outcome }) => {
      const [before, after] = [baseline[metric.key], outcome[metric.key]?.value];
      if (before === undefined || after === undefined) return [];
      return [[before, after, outcome[metric.key]?.raterId ?? null] as const];
    });
    if (pairs.length === 0) return [];
    const common = {
      metric: metric.key,
      title: metric.title,
      unit: metric.unit,
      direction: metric.direction,
      n: pairs.length,
      smallestEffect: metric.key === primaryMetric ? smallestEffect : null,
      method: BEFORE_AFTER,
      changes: [],
    };
    const none = { ...common, estimate: null, low: null, high: null, pValue: null };
    if (pairs.length < SMALLEST_GROUP) return [{ ...none, note: TOO_FEW }];
    const raters = pairs.map(([, , rater]) => rater);
    if (tellsAnswers(metric.key, raters)) return [{ ...none, note: TOO_FEW_RATERS }];
    const { estimate, interval, pValue } = pairedTTest(
      pairs.map(([, after]) => after),
      pairs.map(([before]) => before),
    );
    const changes = restsOnOneAnswer(metric.key)
      ? []
      : pairs.map(([before, after]) => after - before).sort((a, b) => a - b);
    const ends = interval ? { low: interval.low, high: interval.high } : { low: null, high: null, note: NO_SPREAD };
    return [{ ...common, changes, estimate, pValue, ...ends }];
  });
}
