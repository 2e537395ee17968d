import { isWorkday, type WorkingDayCalendar } from '../calendar/index.js';
import { type Facts, findItem, type PlanDefinition } from '../definition/index.js';
import {
  decideProgress,
  type EnrolmentEvent,
  type Environment,
  type Evaluation,
  type ProgressAction,
  type Refusal,
} from '../engine/index.js';
import type { OccurrencesOf } from '../rules/index.js';
import { addDays, addMs, type Instant, instantAt, type PlainDate, plainDateIn, type Zone } from '../time/index.js';
import { onDueDate } from './diligent.js';
import { paced, roleFor, type SamplePeople, sampleArtefact, sampleFiles, stepInTurn } from './paced.js';
import { askRules, reminderEvents, ruleCalls } from './reminder-events.js';
import { type ReminderSnapshot, reminderSnapshots, type Sighting } from './reminder-snapshots.js';
import { eventsBetween, type SimulatedEvent } from './simulated-event.js';
import { type Behaviour, walk } from './walk.js';

export interface SimulatedAction {
  at: Instant;
  itemKey: string;
  stepKey?: string;
  action: ProgressAction;
  score?: number;
}

export interface SimulationSettings {
  startsOn: PlainDate;
  zone: Zone;
  /** What the sample person does, and nothing else; reviews still come in time. Absent = everything on its due date. */
  actions?: readonly SimulatedAction[];
  /** Last date to walk through; absent = until nothing changes any more. */
  until?: PlainDate;
  /** What conditions know of the sample person. */
  facts?: Facts;
}

/** What the engine may know except the time, which passes, and the rules that are asked for messages. */
export interface SimulationEnvironment extends Omit<Environment, 'now'> {
  /** Reminder rules by their name in plans (`core/weekly`); absent = no reminders. */
  rules?: Record<string, OccurrencesOf>;
}

export interface SimulatedDay {
  date: PlainDate;
  workday: boolean;
  /** In the order in which they happen. */
  events: SimulatedEvent[];
}

/** An action that could not be taken, with what the person would have been told. */
export interface RefusedAction {
  action: SimulatedAction;
  refusal: Refusal;
}

const PEOPLE: SamplePeople = { learner: 'sample', reviewer: 'sample-mentor' };
const VERSION = 'simulated';

/** What happened to a sample person, and their state in between: what reminder rules are asked about. */
export interface SampleWalk {
  events: SimulatedEvent[];
  refused: RefusedAction[];
  snapshots: ReminderSnapshot[];
}

/**
 * Walks a sample person through a plan. A server whose rules run elsewhere goes on by itself: `ruleCalls`, its own answers,
 * `reminderEvents`, and all events together to `simulatedDays`.
 * @throws RangeError for an unknown zone
 */
export function walkSample(
  definition: PlanDefinition,
  settings: SimulationSettings,
  environment: SimulationEnvironment,
): SampleWalk {
  const { startsOn, zone, until, actions } = settings;
  const start = instantAt(startsOn, '00:00', zone);
  const end = until === undefined ? undefined : instantAt(addDays(until, 1), '00:00', zone);
  const refused: RefusedAction[] = [];
  const events: SimulatedEvent[] = [];
  const sightings: Sighting[] = [];

  const onTheirDates = paced(definition, PEOPLE, onDueDate);
  walk(
    {
      definitions: { [VERSION]: definition },
      events: [enrolment(start, settings)],
      behaviour: actions ? onlyThese(definition, actions, refused) : onTheirDates,
      until: end === undefined ? undefined : addMs(end, -1),
      observe: (evaluation, now) => {
        events.push(...eventsBetween(sightings.at(-1), evaluation, now, definition.title));
        sightings.push({ evaluation, now });
      },
    },
    { ...environment, now: start },
  );
  const reminded = (definition.reminders ?? []).length > 0;
  return { events, refused, snapshots: reminded ? reminderSnapshots(definition, sightings, start, end) : [] };
}

/** A simulation with what it could not do. */
export function runSimulation(
  definition: PlanDefinition,
  settings: SimulationSettings,
  environment: SimulationEnvironment,
): { days: SimulatedDay[]; refused: RefusedAction[] } {
  const { events, refused, snapshots } = walkSample(definition, settings, environment);
  const calls = environment.rules ? ruleCalls(definition, snapshots, environment) : [];
  const reminders = reminderEvents(calls, askRules(calls, environment.rules ?? {}));
  return { days: simulatedDays(definition, [...events, ...reminders], settings, environment), refused };
}

/**
 * Walks a sample person through a plan, day by day, by really running the engine over the events they cause. Sends and
 * stores nothing. Actions that are refused (the item was locked, say) do not happen; `runSimulation` lists them. With
 * `environment.rules` the messages come along as REMINDER events.
 * @throws RangeError for an unknown zone
 */
export function simulate(
  definition: PlanDefinition,
  settings: SimulationSettings,
  environment: SimulationEnvironment,
): SimulatedDay[] {
  return runSimulation(definition, settings, environment).days;
}

function enrolment(start: Instant, { startsOn, zone, facts }: SimulationSettings): EnrolmentEvent {
  return {
    seq: 1,
    recordedAt: start,
    occurredAt: start,
    actor: 'system',
    type: 'enrolled',
    data: { versionId: VERSION, startsOn, zone, mentorId: PEOPLE.reviewer, facts: facts ?? {} },
  };
}

/** The actions in order of their times, each tried once; reviews as ever. */
function onlyThese(
  definition: PlanDefinition,
  actions: readonly SimulatedAction[],
  refused: RefusedAction[],
): Behaviour {
  const queue = actions.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const reviews = paced(definition, PEOPLE, { ...onDueDate, workAt: () => undefined });
  return (evaluation, now, events) => {
    for (let next = queue[0]; next && next.at <= now; next = queue[0]) {
      queue.shift();
      const decision = decideAction(definition, evaluation, next, now);
      if (!('refusal' in decision)) return { acts: decision.events };
      refused.push({ action: next, refusal: decision.refusal });
    }
    const conduct = reviews(evaluation, now, events);
    const wakes = [conduct.wakeAt, queue[0]?.at].filter((at) => at !== undefined).sort();
    return wakes[0] === undefined ? conduct : { ...conduct, wakeAt: wakes[0] };
  };
}

function decideAction(definition: PlanDefinition, evaluation: Evaluation, action: SimulatedAction, now: Instant) {
  const { at: _at, ...act } = action;
  const item = findItem(definition, act.itemKey)?.item;
  const current = evaluation.items.find(({ key }) => key === act.itemKey);
  const stepKey = act.stepKey ?? (act.action === 'SUBMIT' && current ? stepInTurn(current)?.key : undefined);
  const who = { by: item ? roleFor(item, act.action) : ('LEARNER' as const), actor: PEOPLE.learner };
  return decideProgress(
    definition,
    evaluation,
    { ...act, stepKey, artefact: item && sampleArtefact(item), files: item && sampleFiles(item), reason: 'simulation' },
    who,
    now,
  );
}

const UNPUBLISHED: WorkingDayCalendar = { key: '', years: {} };

/** Every day from the first to the last that was asked for, or on which something happens. */
export function simulatedDays(
  definition: PlanDefinition,
  events: readonly SimulatedEvent[],
  { startsOn, zone, until }: Pick<SimulationSettings, 'startsOn' | 'zone' | 'until'>,
  { calendars, workspace }: Pick<Environment, 'calendars' | 'workspace'>,
): SimulatedDay[] {
  const calendar = calendars[definition.calendar ?? workspace.calendar] ?? UNPUBLISHED;
  const byDate = new Map<PlainDate, SimulatedEvent[]>();
  let last = until ?? startsOn;
  for (const event of events) {
    const date = plainDateIn(event.at, zone);
    byDate.set(date, [...(byDate.get(date) ?? []), event]);
    if (until === undefined && date > last) last = date;
  }
  const days: SimulatedDay[] = [];
  for (let date = startsOn; date <= last; date = addDays(date, 1)) {
    const onDay = (byDate.get(date) ?? []).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    days.push({ date, workday: isWorkday(date, calendar).workday, events: onDay });
  }
  return days;
}
