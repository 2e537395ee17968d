import type { LocalizedText } from '@planwright/schema/text';
import type { EstimateLine, PrimaryMetric } from '../../experiments/analysis/index.js';
import type { Verdict } from '../../statistics/index.js';

/** Somebody who ran one of two versions, with what was known of them before they began. */
export interface ComparedPerson {
  personId: string;
  /** 0 = ran the version compared with, 1 = ran the other one. */
  group: 0 | 1;
  outcome: number | null;
  baseline: number | null;
  /** Baselines of other metrics, by key: earlier attempts, education. */
  otherBaselines: Readonly<Record<string, number>>;
  departmentId: string | null;
  jobRole: string | null;
  /** In the company when the plan began. */
  tenureMonths: number | null;
}

export interface ObservedComparison {
  metric: PrimaryMetric;
  /** What the plan names as the smallest difference that matters; null = it names none. */
  smallestEffect: number | null;
  /** Names of the version compared with and of the other one. */
  labels: readonly [string, string];
  departments: Readonly<Record<string, string>>;
  /** Whose baselines may be held equal besides, in this order. */
  otherMetrics: readonly { key: string; title: LocalizedText }[];
  people: readonly ComparedPerson[];
}

/** Standardised mean difference of one covariate (second group minus first). */
export interface BalanceFigure {
  key: string;
  title: LocalizedText;
  before: number | null;
  after: number | null;
  passed: boolean;
}

/** What may be said about the difference of two versions, second minus first. */
export interface ComparedVersions {
  verdict: Verdict;
  sentence: LocalizedText;
  estimate: EstimateLine;
  sensitivity: EstimateLine[];
  balance: BalanceFigure[];
  eValue: number | null;
  eValueText: LocalizedText | null;
  /** Measured in each group. */
  people: [number, number];
}
