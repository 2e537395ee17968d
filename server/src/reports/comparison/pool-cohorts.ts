import type { LocalizedText } from '@planwright/schema/text';
import type { PrimaryMetric } from '../../experiments/analysis/experiment-data.js';
import { signed, withUnit } from '../../experiments/analysis/numbers-in-words.js';
import { pool, studentT } from '../../statistics/index.js';

/** What one randomised cohort found, second version minus first. */
export interface CohortFigure {
  title: string;
  estimate: number;
  standardError: number;
  /** Measured in both groups together. */
  people: number;
}

export interface PooledFigures {
  estimate: number;
  low: number | null;
  high: number | null;
  /** Where the difference of one more cohort would lie; null under three. */
  predictionLow: number | null;
  predictionHigh: number | null;
  /** I², 0–1. */
  heterogeneity: number;
  cohorts: { title: string; estimate: number; low: number; high: number; people: number }[];
  sentence: LocalizedText;
}

/** Evidence so far over all cohorts that compared the same change; null until there are two. */
export function poolCohorts(
  cohorts: readonly CohortFigure[],
  { title, unit }: Pick<PrimaryMetric, 'title' | 'unit'>,
): PooledFigures | null {
  if (cohorts.length < 2) return null;
  const pooled = pool(cohorts);
  const { estimate, interval, prediction, iSquared } = pooled;
  const lines = cohorts.map(({ title: name, estimate: own, standardError, people }) => {
    const reach = standardError * studentT.quantile(0.975, Math.max(1, people - 2));
    return { title: name, estimate: own, low: own - reach, high: own + reach, people };
  });
  const people = cohorts.reduce((sum, cohort) => sum + cohort.people, 0);
  const [k, zh, en] = [cohorts.length, title['zh-CN'] ?? title.en ?? '', title.en ?? title['zh-CN'] ?? ''];
  const range = interval && ([signed(interval.low), withUnit(signed(interval.high), unit)] as const);
  const next = prediction && ([signed(prediction.low), withUnit(signed(prediction.high), unit)] as const);
  const open = interval === null || (interval.low <= 0 && interval.high >= 0);
  const told = withUnit(signed(estimate), unit);
  const more = {
    zh: next ? `；再做一期，真实差异可能在 ${next[0]} 到 ${next[1]} 之间` : '',
    en: next ? `; in one more cohort it could be anything from ${next[0]} to ${next[1]}` : '',
  };
  return {
    estimate,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    predictionLow: prediction?.low ?? null,
    predictionHigh: prediction?.high ?? null,
    heterogeneity: iSquared,
    cohorts: lines,
    sentence: open
      ? {
          'zh-CN': `${k} 期合并（${people} 人）仍不能判断：「${zh}」的差异可能在 ${range?.[0]} 到 ${range?.[1]} 之间${more.zh}`,
          en: `${k} cohorts together (${people} people) cannot tell yet: the difference in ${en} could be anything from ${range?.[0]} to ${range?.[1]}${more.en}`,
        }
      : {
          'zh-CN': `${k} 期合并（${people} 人）：「${zh}」相差 ${told}（${range?.[0]}～${range?.[1]}）${more.zh}`,
          en: `${k} cohorts together (${people} people): ${en} differs by ${told} (${range?.[0]} to ${range?.[1]})${more.en}`,
        },
  };
}
