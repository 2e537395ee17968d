import { restsOnOneAnswer, tellsAnswers } from '../../outcomes/person-rows/index.js';
import { pairedTTest } from '../../statistics/index.js';
import { say } from '../generated/messages.js';
import { running } from './process-section.js';
import type { ReportBody, ReportInput } from './report-data.js';
import { SMALLEST_GROUP } from './share-lines.js';

const BEFORE_AFTER = say('outcomeSection.beforeAfter');
const TOO_FEW = say('outcomeSection.tooFew');
const TOO_FEW_RATERS = say('outcomeSection.tooFewRaters');
const NO_SPREAD = say('outcomeSection.noSpread');

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
