import type { EnrolmentStatus } from '@planwright/schema/engine';
import { addDays, addMonths, type Instant, mondayOf, type PlainDate } from '@planwright/schema/time';
import type { RuleStart, RuleTerms, Trigger } from './rule-terms.js';

/** An enrolment of somebody in the rule's plan. */
export interface PlanEnrolment {
  id: string;
  status: EnrolmentStatus;
  createdOn: PlainDate;
  completedOn: PlainDate | null;
  /** How the rule stands to it; null = somebody enrolled them by hand, and the rule never touches it. */
  byRule: { missedRuns: number; missedAt: Instant | null; acted: 'PAUSED' | 'CANCELLED' | null } | null;
}

/** Somebody as a rule looks at them. */
export interface RulePerson {
  id: string;
  active: boolean;
  /** The audience of the current version means them. */
  matches: boolean;
  joinedOn: PlainDate | null;
  /** Their latest promotion that counts for the plan. */
  promotedOn: PlainDate | null;
  /** They belong to an experiment about the plan that is not over. */
  inExperiment: boolean;
  /** In the plan, oldest first. */
  enrolments: readonly PlanEnrolment[];
}

/** Somebody to enrol, and why. */
export interface Match {
  personId: string;
  trigger: Trigger;
  /** The day of what happened: joined, promoted, or the day of the run. */
  eventOn: PlainDate;
  startsOn: PlainDate;
}

/** An enrolment of somebody who no longer matches, after how many weekly runs, and whether the rule leaves them alone. */
export interface NoLongerMatching {
  enrolmentId: string;
  missedRuns: number;
  inExperiment: boolean;
}

export interface RunDecision {
  enrol: Match[];
  /** Counted by this run. `missedRuns` 0 = they match again. */
  counted: { enrolmentId: string; missedRuns: number }[];
  acts: { enrolmentId: string; act: 'paused' | 'cancelled' | 'resumed' }[];
  noLongerMatching: NoLongerMatching[];
}

/** Somebody whose record was wrong for a day is not taken out of their plan: it takes this many weekly runs. */
export const RUNS_BEFORE_LEAVING = 2;

/** A run of a rule. `weekly`: when the weekly run was planned; absent where something happened to somebody between two of them. */
export interface Run {
  today: PlainDate;
  weekly: Instant | undefined;
}

/** What a rule does now: a pure function, so that the list shown before it is switched on is what happens. */
export function decideRun(terms: RuleTerms, run: Run, people: readonly RulePerson[]): RunDecision {
  const decision: RunDecision = { enrol: [], counted: [], acts: [], noLongerMatching: [] };
  if (run.today < terms.fromDay) return decision;
  for (const person of people) {
    const match = matchOf(terms, run, person);
    if (match) decision.enrol.push(match);
    if (terms.leaving !== 'KEEP') decideLeaving(terms.leaving, run, person, decision);
  }
  return decision;
}

function matchOf(terms: RuleTerms, { today, weekly }: Run, person: RulePerson): Match | undefined {
  if (!person.active || !person.matches || person.inExperiment) return undefined;
  const last = person.enrolments.at(-1);
  if (last && !mayGoAgain(terms, today, last)) return undefined;
  const cause = causeOf(terms, today, weekly !== undefined, person, last);
  return cause && { personId: person.id, ...cause, startsOn: startOf(terms.startsOn, cause.eventOn, today) };
}

function mayGoAgain({ againAfterMonths }: RuleTerms, today: PlainDate, last: PlanEnrolment): boolean {
  if (againAfterMonths === null || last.status !== 'COMPLETED' || last.completedOn === null) return false;
  return addMonths(last.completedOn, againAfterMonths) <= today;
}

/** The latest of what happened to them since the rule counts; else that it is time to look at everybody. */
function causeOf(
  { triggers, fromDay }: RuleTerms,
  today: PlainDate,
  weekly: boolean,
  { joinedOn, promotedOn }: RulePerson,
  last: PlanEnrolment | undefined,
): Pick<Match, 'trigger' | 'eventOn'> | undefined {
  const counts = (on: PlainDate | null): on is PlainDate =>
    on !== null && on >= fromDay && (last === undefined || on > last.createdOn);
  const joined = triggers.includes('JOINING') && counts(joinedOn) ? joinedOn : undefined;
  const promoted = triggers.includes('PROMOTION') && counts(promotedOn) ? promotedOn : undefined;
  if (promoted !== undefined && (joined === undefined || promoted >= joined))
    return { trigger: 'PROMOTION', eventOn: promoted };
  if (joined !== undefined) return { trigger: 'JOINING', eventOn: joined };
  return weekly && triggers.includes('WEEKLY') ? { trigger: 'WEEKLY', eventOn: today } : undefined;
}

/** Never in the past: with an earlier first day they would be late with everything that was due meanwhile. */
function startOf(rule: RuleStart, eventOn: PlainDate, today: PlainDate): PlainDate {
  const day = eventOn > today ? eventOn : today;
  switch (rule) {
    case 'EVENT_DAY':
      return day;
    case 'NEXT_MONDAY':
      return mondayOf(day) === day ? day : addDays(mondayOf(day), 7);
    default:
      return rule satisfies never;
  }
}

const runs = (status: EnrolmentStatus): boolean => status === 'SCHEDULED' || status === 'ACTIVE' || status === 'PAUSED';

function decideLeaving(
  leaving: 'PAUSE' | 'CANCEL',
  { weekly }: Run,
  { active, matches, inExperiment, enrolments }: RulePerson,
  decision: RunDecision,
): void {
  // Who has left the company is the leaver's path, which hands over what they leave behind.
  if (!active) return;
  for (const { id: enrolmentId, status, byRule } of enrolments) {
    if (!byRule || !runs(status)) continue;
    const { missedRuns, missedAt, acted } = byRule;
    const counts = weekly !== undefined && missedAt !== weekly && !inExperiment;
    if (matches) {
      if (counts && missedRuns > 0) decision.counted.push({ enrolmentId, missedRuns: 0 });
      if (weekly !== undefined && !inExperiment && acted === 'PAUSED' && status === 'PAUSED')
        decision.acts.push({ enrolmentId, act: 'resumed' });
      continue;
    }
    const missed = counts ? missedRuns + 1 : missedRuns;
    decision.noLongerMatching.push({ enrolmentId, missedRuns: missed, inExperiment });
    if (counts) decision.counted.push({ enrolmentId, missedRuns: missed });
    if (inExperiment || acted !== null || missed < RUNS_BEFORE_LEAVING || weekly === undefined) continue;
    // Paused already, by somebody: nothing is left to do.
    if (leaving === 'PAUSE' && status === 'PAUSED') continue;
    decision.acts.push({ enrolmentId, act: leaving === 'PAUSE' ? 'paused' : 'cancelled' });
  }
}
