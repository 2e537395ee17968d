import type { LocalizedText } from '@planwright/schema';
import type { Allocation, Roster, Verdict } from '../../statistics/index.js';

export type AllocationUnit = 'PERSON' | 'MENTOR' | 'DEPARTMENT';
export type MetricScale = 'CONTINUOUS' | 'RATING' | 'YES_NO';

/** The metric of an experiment, as far as its analysis has to know. */
export interface PrimaryMetric {
  key: string;
  title: LocalizedText;
  unit: string | null;
  direction: 'HIGHER_IS_BETTER' | 'LOWER_IS_BETTER';
  scale: MetricScale;
}

/** Somebody who was drawn, in the arm that he was drawn for, whatever became of him (intention to treat). */
export interface Member {
  personId: string;
  arm: string;
  /** The arm whose version he really ran; null = never enrolled. */
  delivered: string | null;
  /** Why he was moved by hand, if he was. */
  deviation: string | null;
  mentorId: string | null;
  departmentId: string | null;
  baseline: number | null;
  outcome: number | null;
  /** From the plan's start to the measurement. */
  ageDays: number | null;
}

export interface ExperimentData {
  metric: PrimaryMetric;
  /** In the metric's unit, positive; written down before the start. */
  smallestEffect: number;
  unit: AllocationUnit;
  seed: string;
  /** The first is the reference. */
  arms: { key: string; label: string; weight: number }[];
  members: Member[];
  roster: Roster[];
  allocation: Allocation;
}

export interface IntegrityFinding {
  key: 'ratio' | 'delivery' | 'attrition' | 'balance' | 'contamination' | 'age';
  passed: boolean;
  /** A failure makes the arms incomparable; the others are told beside the verdict. */
  blocking: boolean;
  value: number | null;
  text: LocalizedText;
}

export interface EstimateLine {
  method: LocalizedText;
  estimate: number | null;
  low: number | null;
  high: number | null;
  pValue: number | null;
  /** Absent where the method has none (ranks, shares) and in what was kept before it was. */
  standardError?: number | null;
  note?: LocalizedText;
}

export interface ArmComparison {
  arm: string;
  reference: string;
  primary: EstimateLine;
  sensitivity: EstimateLine[];
  verdict: Verdict;
  sentence: LocalizedText;
}

export interface ArmSummary {
  key: string;
  allocated: number;
  measured: number;
  mean: number | null;
  standardDeviation: number | null;
}

export interface ExperimentAnalysis {
  arms: ArmSummary[];
  integrity: IntegrityFinding[];
  comparisons: ArmComparison[];
}
