import type { LocalizedText } from '@planwright/schema/text';
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

/** Somebody who was assigned, in the arm that was drawn for them, whatever became of them (intention to treat). */
export interface Member {
  personId: string;
  arm: string;
  /** The arm whose version they really ran; null = never enrolled. */
  delivered: string | null;
  /** Why they were moved by hand, if they were. */
  deviation: string | null;
  mentorId: string | null;
  departmentId: string | null;
  baseline: number | null;
  outcome: number | null;
  /** Whose single answer to a survey the outcome is; never shown. Absent of what nobody rated, and in what was kept before it was. */
  raterId?: string;
  /** From the plan's start to the measurement. */
  ageDays: number | null;
}

/** UNREGISTERED = by a metric that nobody declared beforehand, STOPPED = looked at before its day. */
export type ExploratoryCause = 'UNREGISTERED' | 'STOPPED';

/** Another metric that was declared beforehand, with what was measured of the same people. */
export interface MeasureData {
  metric: PrimaryMetric;
  role: 'GUARDRAIL' | 'SECONDARY';
  /** How much worse a guardrail may get, in the metric's unit; null for secondary ones. */
  margin: number | null;
  values: { personId: string; baseline: number | null; outcome: number | null }[];
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
  /** Absent where none was declared. */
  measures?: MeasureData[];
  /** Why there is an estimate at most and never a verdict; absent where everything was done as registered. */
  exploratory?: ExploratoryCause;
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
  /** Stable code of why there is no interval. */
  reason?: string;
}

export interface ArmComparison {
  arm: string;
  reference: string;
  primary: EstimateLine;
  sensitivity: EstimateLine[];
  verdict: Verdict;
  sentence: LocalizedText;
}

/** HELD = surely not worse than the margin, WORSE = surely worse, OPEN = the data allow both. */
export type GuardrailState = 'HELD' | 'WORSE' | 'OPEN';

/** A declared metric in one comparison, corrected for how many were declared. */
export interface MeasureLine {
  metric: string;
  title: LocalizedText;
  unit: string | null;
  role: MeasureData['role'];
  margin: number | null;
  arm: string;
  reference: string;
  line: EstimateLine;
  /** Holm over all declared metrics of the role and all comparisons; null where the method gives none. */
  adjustedP: number | null;
  /** Of guardrails alone. */
  state: GuardrailState | null;
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
  /** Absent in what was kept before metrics could be declared. */
  measures?: MeasureLine[];
}
