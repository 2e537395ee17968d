import { type DateContext, UNPUBLISHED } from '../calendar/index.js';
import { addMs, type Instant } from '../time/index.js';
import type { Dated } from './dates.js';
import type { Environment, LockReason } from './evaluation.js';
import type { Need } from './need.js';
import type { Opening } from './opening.js';
import type { PlanIndex } from './plan-index.js';
import type { Span } from './span.js';
import { type EnrolmentState, planOf } from './state.js';

/**
 * One look at a state at one instant. Dates and openings lean on each other (an item opens when another is done, is due
 * after it opened …), so each is worked out when first asked for and kept here. `BUSY` marks what is being worked out:
 * a circle, which `checkPlan` refuses, then ends in "not yet" instead of never ending.
 */
export interface Settling {
  state: EnrolmentState;
  plan: PlanIndex;
  environment: Environment;
  /** Seen from here: now, or when the enrolment was cancelled. */
  at: Instant;
  dateContext: DateContext;
  dates: (Dated | typeof BUSY | undefined)[];
  stageGates: (Opening | typeof BUSY | undefined)[];
  openings: (Opening | typeof BUSY | undefined)[];
  needs: (Need | typeof BUSY | undefined)[];
  notApplicable: (readonly Span[] | typeof BUSY | undefined)[];
  satisfiedGroups: (readonly Span[] | undefined)[];
  /** The versions before, seen from when the person left them. */
  past: (Settling | undefined)[];
  /** Reasons that whole stages share, by stage. */
  stageReasons: (LockReason | undefined)[];
  /** The earliest later instant found so far at which something changes, deadlines apart. */
  nextChangeAt?: Instant;
  /** The earliest deadline found so far that has not passed. */
  nextDeadline?: Instant;
}

export const BUSY = Symbol('busy');

export function startSettling(state: EnrolmentState, environment: Environment): Settling {
  const plan = planOf(state);
  const { calendars, workspace, now } = environment;
  const calendar = calendars[plan.definition.calendar ?? workspace.calendar] ?? UNPUBLISHED;
  return {
    state,
    plan,
    environment,
    at: state.cancelledAt !== undefined && state.cancelledAt < now ? state.cancelledAt : now,
    dateContext: { calendar, zone: state.zone },
    dates: [],
    stageGates: [],
    openings: [],
    needs: [],
    notApplicable: [],
    satisfiedGroups: [],
    past: [],
    stageReasons: [],
  };
}

/** Notes an instant at which something changes, if it lies ahead. */
export function noteChange(settling: Settling, at: Instant): void {
  if (at <= settling.at) return;
  if (settling.nextChangeAt === undefined || at < settling.nextChangeAt) settling.nextChangeAt = at;
}

/** The version before the given era, as it stood when the person left it. */
export function pastOf(settling: Settling, position: number): Settling | undefined {
  const era = settling.state.eras[position];
  if (!era) return undefined;
  const known = settling.past[position];
  if (known) return known;
  const past = startSettling(era.before, { ...settling.environment, now: era.at });
  settling.past[position] = past;
  return past;
}

/** Notes a deadline, if it has not passed. Most items of a plan have one, so nothing is worked out here. */
export function noteDeadline(settling: Settling, deadline: Instant): void {
  if (deadline < settling.at) return;
  if (settling.nextDeadline === undefined || deadline < settling.nextDeadline) settling.nextDeadline = deadline;
}

/** When something changes next. A deadline changes something at the first instant after it: on the dot is still in time. */
export function nextChangeOf({ nextChangeAt, nextDeadline }: Settling): Instant | undefined {
  if (nextDeadline === undefined || (nextChangeAt !== undefined && nextChangeAt <= nextDeadline)) return nextChangeAt;
  return addMs(nextDeadline, 1);
}
