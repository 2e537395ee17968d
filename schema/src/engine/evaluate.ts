import type { PlanDefinition } from '../definition/index.js';
import type { Environment, Evaluation } from './evaluation.js';
import type { EnrolmentEvent, VersionId } from './event.js';
import { applyEvent } from './fold.js';
import { settle } from './settle.js';
import { type EnrolmentState, startState } from './state.js';

/**
 * What the events of one enrolment come to at `environment.now`. The same as folding them one by one and settling.
 * @param definitions every version that the events name
 * @param events of one enrolment, in order of `seq`, beginning with `enrolled`
 */
export function evaluate(
  definitions: Record<VersionId, PlanDefinition>,
  events: readonly EnrolmentEvent[],
  environment: Environment,
): Evaluation {
  return settle(foldEvents(definitions, events), environment);
}

/** The state that events lead to, from the start or from a state before. */
export function foldEvents(
  definitions: Record<VersionId, PlanDefinition>,
  events: readonly EnrolmentEvent[],
  from: EnrolmentState = startState(),
): EnrolmentState {
  return events.reduce((state, event) => applyEvent(state, event, definitions), from);
}
