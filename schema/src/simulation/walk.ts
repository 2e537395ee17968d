import type { PlanDefinition } from '../definition/index.js';
import {
  type EnrolmentEvent,
  type Environment,
  type Evaluation,
  evaluate,
  type NewEvent,
  type VersionId,
} from '../engine/index.js';
import type { Instant } from '../time/index.js';

/** What a person, and the people around them, do at an instant. */
export interface Conduct {
  /** Recorded now, in this order, before the person is looked at again. They have to fit the state: nothing is checked here. */
  acts: NewEvent[];
  /** When to ask again, if nothing changes by itself before. */
  wakeAt?: Instant;
}

/**
 * Asked again after each act until it acts no more, and whenever time changes something. Must not depend on anything but
 * its arguments and what it was created with (a seeded random, say), so that a walk is the same every time.
 */
export type Behaviour = (evaluation: Evaluation, now: Instant, events: readonly EnrolmentEvent[]) => Conduct;

/** Sees every state that the walk comes through: once on arriving at an instant, and once after each act there. */
export type Observer = (evaluation: Evaluation, now: Instant) => void;

export interface Walk {
  definitions: Record<VersionId, PlanDefinition>;
  /** `enrolled`, with anything recorded before the walk begins. */
  events: readonly EnrolmentEvent[];
  behaviour: Behaviour;
  /** Last instant to look at; absent = until nothing changes any more. */
  until?: Instant;
  observe?: Observer;
}

export interface Walked {
  events: EnrolmentEvent[];
  /** Where the walk ended. */
  evaluation: Evaluation;
  now: Instant;
}

/** More acts than this at one instant is a behaviour that never rests. */
const MOST_ACTS_AT_ONCE = 1000;

/**
 * Walks one enrolment through time: everything that happens is an event as the server would record it (with its number,
 * the time of recording, and the dates fixed by the system), and every state is that of the engine.
 * @throws Error when the behaviour never rests at an instant, or wants to wake in the past
 */
export function walk(
  { definitions, events: given, behaviour, until, observe }: Walk,
  environment: Environment,
): Walked {
  const events = [...given];
  let now = environment.now;
  const record = (event: NewEvent): void => {
    events.push({ ...event, seq: (events.at(-1)?.seq ?? 0) + 1, recordedAt: now } as EnrolmentEvent);
  };
  const look = (): Evaluation => {
    let evaluation = evaluate(definitions, events, { ...environment, now });
    while (evaluation.datesToFix.length > 0) {
      for (const data of evaluation.datesToFix) record({ type: 'dateFixed', actor: 'system', occurredAt: now, data });
      evaluation = evaluate(definitions, events, { ...environment, now });
    }
    observe?.(evaluation, now);
    return evaluation;
  };

  for (;;) {
    let evaluation = look();
    let conduct = behaviour(evaluation, now, events);
    for (let acts = 0; conduct.acts.length > 0; acts += conduct.acts.length) {
      if (acts > MOST_ACTS_AT_ONCE) throw new Error(`The behaviour does not come to rest at ${now}`);
      conduct.acts.forEach(record);
      evaluation = look();
      conduct = behaviour(evaluation, now, events);
    }
    const next = earliest(evaluation.nextChangeAt, conduct.wakeAt);
    if (next === undefined || (until !== undefined && next > until)) return { events, evaluation, now };
    if (next <= now) throw new Error(`A walk goes forwards: asked for ${next} at ${now}`);
    now = next;
  }
}

function earliest(a: Instant | undefined, b: Instant | undefined): Instant | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
