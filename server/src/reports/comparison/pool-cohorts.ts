import type { LocalizedText } from '@planwright/schema/text';
import { type PrimaryMetric, signed, withUnit } from '../../experiments/analysis/index.js';
import { pool, studentT } from '../../statistics/index.js';
import { say } from '../generated/messages.js';

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
  const open = interval === null || (interval.low <= 0 && interval.high >= 0);
  const told = withUnit(signed(estimate), unit);
  const words = {
    k: cohorts.length,
    people,
    title,
    told,
    low: signed(interval?.low ?? Number.NaN),
    high: withUnit(signed(interval?.high ?? Number.NaN), unit),
  };
  return {
    estimate,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    predictionLow: prediction?.low ?? null,
    predictionHigh: prediction?.high ?? null,
    heterogeneity: iSquared,
    cohorts: lines,
    sentence: prediction
      ? say(open ? 'poolCohorts.openNext' : 'poolCohorts.differsNext', {
          ...words,
          nextLow: signed(prediction.low),
          nextHigh: withUnit(signed(prediction.high), unit),
        })
      : say(open ? 'poolCohorts.open' : 'poolCohorts.differs', words),
  };
}
