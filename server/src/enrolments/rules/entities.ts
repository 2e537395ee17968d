import { defineEntity, p } from '@mikro-orm/core';
import { arrayOf, id, instant, plainDate } from '../../database/index.js';
import { COHORT_PERIODS, MENTOR_RULES, RULE_STARTS, TRIGGERS, type Trigger, WHEN_LEAVING } from './rule-terms.js';

/** How people come into a plan by themselves: one rule a plan. */
export const EnrolmentRuleEntity = defineEntity({
  name: 'EnrolmentRule',
  tableName: 'enrolment_rule',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    planId: p.uuid(),
    enabled: p.boolean(),
    triggers: arrayOf<Trigger>('text'),
    fromDay: plainDate(),
    cohorts: p.enum(COHORT_PERIODS),
    startsOn: p.enum(RULE_STARTS),
    mentorRule: p.enum(MENTOR_RULES),
    leaving: p.enum(WHEN_LEAVING),
    againAfterMonths: p.integer().nullable(),
    /** When everybody is looked at next. In the time of the workspace. */
    nextWeeklyAt: instant(),
    /** Something happened that the rule waits for, at that time; null = nothing. */
    wantedAt: instant().nullable(),
    lastRunAt: instant().nullable(),
    createdAt: instant(),
    changedAt: instant(),
    changedBy: p.uuid().nullable(),
  },
});

/** A cohort that a rule made. `round` is 2 for those who go through the plan again within the period. */
export const RuleCohortEntity = defineEntity({
  name: 'RuleCohort',
  tableName: 'rule_cohort',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    ruleId: p.uuid(),
    period: p.text(),
    round: p.integer(),
    cohortId: p.uuid(),
  },
});

/** Who was enrolled by a rule, why, and in how many weekly runs they have not matched any more. */
export const RuleEnrolmentEntity = defineEntity({
  name: 'RuleEnrolment',
  tableName: 'rule_enrolment',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    ruleId: p.uuid(),
    enrolmentId: p.uuid(),
    causedBy: p.enum(TRIGGERS),
    eventOn: plainDate(),
    missedRuns: p.integer().default(0),
    /** The weekly run that was counted last, so that a run in several parts counts once. */
    missedAt: instant().nullable(),
    /** What the rule did when they no longer matched. It does so once. */
    acted: p.enum(['PAUSED', 'CANCELLED']).nullable(),
  },
});

/** What happened to somebody that rules and dates of plans wait for. */
export const CareerEventEntity = defineEntity({
  name: 'CareerEvent',
  tableName: 'career_event',
  properties: {
    id: id(),
    workspaceId: p.uuid(),
    personId: p.uuid(),
    type: p.enum(['JOINED', 'PROMOTED', 'FIRST_SIGN_IN']),
    at: instant(),
    /** Of a promotion: the job role they came into; null where they only became a lead. */
    jobRole: p.text().nullable(),
    becameLead: p.boolean().default(false),
    /** When plans and rules were told; null = not yet. */
    settledAt: instant().nullable(),
  },
});

export const ruleEntities = [EnrolmentRuleEntity, RuleCohortEntity, RuleEnrolmentEntity, CareerEventEntity] as const;
