import type { Facts, PlanDefinition } from '../definition/index.js';
import { addMs, instantAt, laterOf } from '../time/index.js';
import type { EnrolmentEvent, EventOf, VersionId } from './event.js';
import { changeDue, fixDate, publishCalendar } from './fold-dates.js';
import { definitionOf, migrate, undoMigration } from './fold-migration.js';
import { type ProgressEvent, progressItem } from './fold-progress.js';
import { indexPlan } from './plan-index.js';
import { ALWAYS } from './span.js';
import { type EnrolmentState, planOf, withAt } from './state.js';

type Definitions = Record<VersionId, PlanDefinition>;

/**
 * Folds one event into the state. Pure; the state before stays as it was.
 * @param definitions every version that the events name
 * @throws for an event before `enrolled` or a version that is not given: bugs of the caller, not of a person
 */
export function applyEvent(state: EnrolmentState, event: EnrolmentEvent, definitions: Definitions): EnrolmentState {
  const next = change(state, event, definitions);
  const eras =
    event.type === 'migrated' || next.eras.length === 0
      ? next.eras
      : next.eras.map((era) => ({ ...era, since: [...era.since, event] }));
  return { ...next, seq: event.seq, eras };
}

function change(state: EnrolmentState, event: EnrolmentEvent, definitions: Definitions): EnrolmentState {
  switch (event.type) {
    case 'enrolled':
      return enrol(state, event, definitions);
    case 'factsChanged':
      return learnFacts(state, event);
    case 'personEvent': {
      const known = state.personEvents[event.data.event];
      // A promotion happens once; connectors may report it again.
      if (known !== undefined) return state;
      return { ...state, personEvents: { ...state.personEvents, [event.data.event]: event.occurredAt } };
    }
    case 'mentorAssigned':
      return { ...state, mentors: [...state.mentors, { from: event.occurredAt, personId: event.data.personId }] };
    case 'mentorLeft':
      return { ...state, mentors: [...state.mentors, { from: event.occurredAt, personId: undefined }] };
    case 'partnersChosen':
      return { ...state, partners: { ...state.partners, [event.data.itemKey]: event.data.personIds } };
    case 'dateFixed':
      return fixDate(state, event);
    case 'dueChanged':
      return changeDue(state, event);
    case 'calendarPublished':
      return publishCalendar(state, event);
    case 'started':
    case 'completed':
    case 'submitted':
    case 'reviewed':
    case 'scored':
    case 'excused':
    case 'reopened':
      return progress(state, event);
    case 'migrated':
      return migrate(state, event, definitionOf(definitions, event.data.toVersionId));
    case 'migrationUndone':
      return undoMigration(state, event, (current, earlier) => applyEvent(current, earlier, definitions));
    case 'cancelled':
      return { ...state, cancelledAt: state.cancelledAt ?? event.recordedAt };
    case 'cancellationUndone':
      return undoCancellation(state, event);
    case 'paused':
      // What opens at that very instant has opened.
      return isPaused(state) ? state : { ...state, pauses: [...state.pauses, { from: addMs(event.recordedAt, 1) }] };
    case 'resumed': {
      const open = state.pauses.at(-1);
      if (!open || open.to !== undefined) return state;
      const to = laterOf(open.from, event.recordedAt);
      return { ...state, pauses: state.pauses.with(-1, { from: open.from, to }) };
    }
    default:
      return event satisfies never;
  }
}

/** The time in between was a pause: nothing opened in it, and nothing that was recorded before is lost. */
function undoCancellation(state: EnrolmentState, { recordedAt }: EventOf<'cancellationUndone'>): EnrolmentState {
  const { cancelledAt, ...rest } = state;
  if (cancelledAt === undefined) return state;
  // Who was paused when they were cancelled still is.
  if (isPaused(state)) return rest;
  const from = addMs(cancelledAt, 1);
  return { ...rest, pauses: [...state.pauses, { from, to: laterOf(from, recordedAt) }] };
}

/** Whether the enrolment is paused after what was recorded. */
export function isPaused(state: EnrolmentState): boolean {
  const last = state.pauses.at(-1);
  return last !== undefined && last.to === undefined;
}

function enrol(
  state: EnrolmentState,
  { data, occurredAt }: EventOf<'enrolled'>,
  definitions: Definitions,
): EnrolmentState {
  const plan = indexPlan(definitionOf(definitions, data.versionId));
  return {
    ...state,
    versionId: data.versionId,
    plan,
    startsOn: data.startsOn,
    zone: data.zone,
    startAt: instantAt(data.startsOn, '00:00', data.zone),
    mentors: data.mentorId === undefined ? [] : [{ from: occurredAt, personId: data.mentorId }],
    facts: [{ from: ALWAYS, facts: data.facts }],
    items: new Array(plan.items.length).fill(undefined),
    dates: new Array(plan.targets.length).fill(undefined),
  };
}

/**
 * Facts hold from when they were recorded, even if they are said to be older: an item that had opened by what was
 * known then stays open.
 */
function learnFacts(state: EnrolmentState, { data, recordedAt }: EventOf<'factsChanged'>): EnrolmentState {
  const known: Facts = { ...state.facts.at(-1)?.facts, ...data.facts };
  return { ...state, facts: [...state.facts, { from: recordedAt, facts: known }] };
}

function progress(state: EnrolmentState, event: ProgressEvent): EnrolmentState {
  const plan = planOf(state);
  const key = event.data.itemKey;
  const position = plan.itemAt.get(key);
  const indexed = position === undefined ? undefined : plan.items[position];
  if (!indexed) {
    return event.type === 'scored' && key === plan.definition.key ? { ...state, planScore: event.data.score } : state;
  }
  const before = state.items[indexed.index];
  const after = progressItem(before, event, indexed.item, state.partners[key] ?? []);
  return after === before ? state : { ...state, items: withAt(state.items, indexed.index, after) };
}
