import type { Command } from '@planwright/schema/commands';
import type { Language, LocalizedText } from '@planwright/schema/text';
import type { Instant } from '@planwright/schema/time';
import type { EstimateLine, ExperimentAnalysis, IntegrityFinding } from '../experiments/analysis/index.js';
import type { Grade, ReportBody } from './analysis/report-data.js';
import type { PooledFigures } from './comparison/pool-cohorts.js';

export type ReportDesign = 'RANDOMISED' | 'BEFORE_AFTER' | 'PROCESS_ONLY';

export interface MethodNote {
  key: string;
  title: LocalizedText;
  text: LocalizedText;
}

/** What a report says, in both languages: kept as it was, whatever becomes of the figures afterwards. */
export interface ReportText extends Omit<ReportBody, 'findings'> {
  headline: LocalizedText;
  design: ReportDesign;
  nextStep: LocalizedText;
  integrity: IntegrityFinding[];
  sensitivity: EstimateLine[];
  /** Of all cohorts that compared the same change; absent in reports from before it was told. */
  pooled?: PooledFigures | null;
  methods: MethodNote[];
  /** Once its results are opened; absent in reports from before it was kept here. */
  experiment?: ReportedExperiment | null;
}

/** The experiment's figures as its results were opened. */
export interface ReportedExperiment {
  name: string;
  hypothesis: string;
  unit: string | null;
  analysis: ExperimentAnalysis;
}

export interface FindingWords {
  title: LocalizedText;
  evidence: LocalizedText;
  suggestion: LocalizedText;
  /** What its commands do, a sentence each. */
  /** A report that was made before a language came does not have it. */
  edits: Partial<Record<Language, string[]>>;
}

export interface FindingRecord {
  id: string;
  reportId: string;
  rule: string;
  itemKey: string | null;
  mentorId: string | null;
  grade: Grade;
  words: FindingWords;
  commands: Command[];
  appliedAt: Instant | null;
}

export interface ReportRecord {
  id: string;
  cohortId: string;
  versionId: string;
  /** null = everybody of the cohort. */
  departments: string[] | null;
  generatedAt: Instant;
  body: ReportText;
  manifest: Record<string, unknown>;
}
