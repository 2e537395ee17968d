import type { Command } from '@planwright/schema/commands';
import type { PlanDefinition } from '@planwright/schema/definition';
import type { LocalizedText } from '@planwright/schema/text';
import type { PlainDate } from '@planwright/schema/time';
import type { EstimateLine, ExperimentAnalysis, PrimaryMetric } from '../../experiments/analysis/index.js';
import type { QuestionFigures, Respondents } from '../../outcomes/index.js';
import type { PersonRow } from '../../outcomes/person-rows/index.js';

export interface ReportMetric extends PrimaryMetric {
  family: 'LEARNING' | 'TASK' | 'COLLABORATION' | 'PERFORMANCE' | 'SURVEY';
}

export interface ReportInput {
  definition: PlanDefinition;
  /** One row a person, everybody who was enrolled. */
  rows: PersonRow[];
  metrics: ReportMetric[];
  /** The outcome that the plan names first; null = none. */
  primaryMetric: string | null;
  smallestEffect: number | null;
  /** Of surveys that are over and have enough answers. */
  ratings: RatingLine[];
  departments: Record<string, string>;
  /** Feedback counts of earlier periods, newest first, by mentor. */
  earlierMentors: Record<string, { count: number; of: number }[]>;
  /** Of the cohort's experiment, once its date has come. */
  experiment: { name: string; analysis: ExperimentAnalysis; results: 'LOCKED' | 'OPEN' } | null;
  /** Shares that the organisation asks for, 0–1. */
  targets: { completion: number; onTime: number; feedback: number; quality: number };
}

/** A share with its interval; null where nothing counts, or where the group is too small to be shown. */
export interface ShareLine {
  key: string;
  title: LocalizedText;
  share: number | null;
  low: number | null;
  high: number | null;
  count: number;
  of: number;
  suppressed: boolean;
}

/** How long people took, as they said it, in minutes; null where fewer than five said so. */
export interface TimeLine {
  /** Of the item; empty for everything together. */
  key: string;
  title: LocalizedText;
  planned: number | null;
  median: number | null;
  /** The middle half of the people lies between these. */
  low: number | null;
  high: number | null;
  n: number;
  suppressed: boolean;
}

/** What respondents of a survey that is over said to one of its statements. */
export interface RatingLine extends QuestionFigures {
  roundId: string;
  respondents: Respondents;
  closesOn: PlainDate;
  /** Answers to the survey as a whole. */
  answered: number;
  /** People who gave them. */
  people: number;
  text: LocalizedText;
  scale: number;
}

export interface CorrelationLine {
  x: string;
  y: string;
  xTitle: LocalizedText;
  yTitle: LocalizedText;
  n: number;
  pearson: number | null;
  spearman: number | null;
  low: number | null;
  high: number | null;
  pValue: number | null;
  adjustedP: number | null;
  badge: 'SOLID' | 'EXPLORATORY' | 'TOO_FEW' | 'NONE';
  reason: LocalizedText | null;
}

export interface ItemLine {
  itemKey: string;
  title: LocalizedText;
  completion: ShareLine;
  onTime: ShareLine;
  /** Mean score 0–100 with its interval. */
  quality: { mean: number; low: number | null; high: number | null; n: number } | null;
  association: CorrelationLine | null;
  /** What of the item was set beside the outcome; absent in reports from before it was told. */
  associationBy?: 'SCORE' | 'DONE';
}

export interface MentorLine {
  mentorId: string;
  name: string;
  timely: ShareLine;
  /** 95 % and 99.8 % binomial limits around the overall rate for this many reviews. */
  limits: { warn: { low: number; high: number }; alarm: { low: number; high: number } } | null;
  outsideLimits: boolean;
}

/** The change of a metric among those measured before and after. */
export interface OutcomeLine extends EstimateLine {
  metric: string;
  title: LocalizedText;
  unit: string | null;
  direction: PrimaryMetric['direction'];
  n: number;
  /** Written down beforehand; null = for this metric nobody did. */
  smallestEffect: number | null;
  /** Each person's change, sorted so that its place tells nobody; empty below five people. */
  changes: number[];
}

export type Grade = 'STRONG' | 'MODERATE' | 'NOT_ENOUGH_DATA';
export type FindingRule = 'R37' | 'R38' | 'R39' | 'R40' | 'R42' | 'R43';

export interface FindingDraft {
  rule: FindingRule;
  itemKey: string | null;
  mentorId: string | null;
  title: LocalizedText;
  evidence: LocalizedText;
  grade: Grade;
  suggestion: LocalizedText;
  /** Edits of the plan that the suggestion stands for; empty where people and not the plan are to change. */
  commands: Command[];
}

export interface ReportBody {
  people: number;
  process: ShareLine[];
  stages: ShareLine[];
  departments: ShareLine[];
  suppressed: number;
  /** Absent in reports from before it was asked. */
  learningTime?: TimeLine[];
  outcomes: OutcomeLine[];
  /** Absent in reports from before they were kept in them. */
  ratings?: RatingLine[];
  correlations: CorrelationLine[];
  scanned: number;
  courses: ItemLine[];
  tasks: ItemLine[];
  mentors: MentorLine[];
  findings: FindingDraft[];
  flow: { key: string; title: LocalizedText; count: number }[];
}
