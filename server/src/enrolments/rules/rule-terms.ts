import type { PlainDate } from '@planwright/schema/time';

/** What lets a rule enrol somebody. */
export const TRIGGERS = ['JOINING', 'PROMOTION', 'WEEKLY'] as const;
export type Trigger = (typeof TRIGGERS)[number];

/** What becomes of people the rule enrolled who no longer match. */
export const WHEN_LEAVING = ['KEEP', 'PAUSE', 'CANCEL'] as const;
export type WhenLeaving = (typeof WHEN_LEAVING)[number];

/** Which of the people that a rule enrols go through the plan together. */
export const COHORT_PERIODS = ['ONE', 'MONTHLY', 'QUARTERLY'] as const;
export type CohortPeriod = (typeof COHORT_PERIODS)[number];

/** The first day of whoever is enrolled. */
export const RULE_STARTS = ['EVENT_DAY', 'NEXT_MONDAY'] as const;
export type RuleStart = (typeof RULE_STARTS)[number];

/** Who becomes the mentor of whoever is enrolled. */
export const MENTOR_RULES = ['NONE', 'LEAST_LOADED', 'SAME_DEPARTMENT'] as const;
export type MentorRule = (typeof MENTOR_RULES)[number];

/** What HR sets of a rule. Who it is for, the plan says: the audience of its current published version. */
export interface RuleTerms {
  triggers: readonly Trigger[];
  /** What happened before this day does not count, and nothing is done before it. */
  fromDay: PlainDate;
  cohorts: CohortPeriod;
  startsOn: RuleStart;
  mentorRule: MentorRule;
  leaving: WhenLeaving;
  /** Whoever has finished the plan is enrolled again after this many months; null = never. */
  againAfterMonths: number | null;
}
