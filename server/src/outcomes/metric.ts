import type { LocalizedText } from '@planwright/schema/text';

export type MetricFamily = 'LEARNING' | 'TASK' | 'COLLABORATION' | 'PERFORMANCE' | 'SURVEY';
export type MetricDirection = 'HIGHER_IS_BETTER' | 'LOWER_IS_BETTER';
export type MetricScale = 'CONTINUOUS' | 'RATING' | 'YES_NO';
/** Where values come from: people and systems, answers to surveys, or the plan's own course. */
export type MetricSource = 'RECORDED' | 'SURVEY' | 'PROCESS';

export interface Metric {
  key: string;
  title: LocalizedText;
  unit: string | null;
  direction: MetricDirection;
  family: MetricFamily;
  scale: MetricScale;
  source: MetricSource;
  /** Values beyond these are refused; null = no bound. */
  low: number | null;
  high: number | null;
}
