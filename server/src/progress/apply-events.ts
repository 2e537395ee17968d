import type { PlanDefinition } from '@planwright/schema/definition';
import {
  type EnrolmentEvent,
  type Environment,
  type Evaluation,
  evaluate,
  type NewEvent,
  type VersionId,
} from '@planwright/schema/engine';
import type { Tx } from '../database/index.js';
import { type DefinitionCache, workspaceEnvironment } from '../plans/index.js';
import { type EventToStore, type Idempotency, insertEvents } from './insert-events.js';
import { type LockedEnrolment, lockEnrolments } from './lock-enrolments.js';
import { type EnrolmentChange, isTold, onBoard, type ProgressListener, type ToldEvent } from './progress-listener.js';
import { figuresOf, projectEvaluation } from './project-evaluation.js';
import { addChanges, noChanges, sizeOf } from './projection-changes.js';
import type { Projection } from './projection-rows.js';
import { readRecords } from './read-records.js';
import { scoresWanted, type WantedScore, wantScores } from './scoring/scores-wanted.js';
import { versionsNamed } from './versions-named.js';
import { writeProjections } from './write-projections.js';

export interface ProgressDeps {
  definitions: DefinitionCache;
  listener: ProgressListener;
  /** Told within the transaction that scores are to be asked for after it; they are found later also without that. */
  scoresWanted?: () => void;
}

/** Enrolments as they are now, locked, with everything that an act on them needs to know. */
export interface LoadedEnrolments {
  workspaceId: string;
  environment: Environment;
  definitions: Record<VersionId, PlanDefinition>;
  enrolments: LoadedEnrolment[];
}

export interface LoadedEnrolment {
  row: LockedEnrolment;
  events: EnrolmentEvent[];
  /** Requests that were recorded here before, by their key. */
  requests: ReadonlyMap<string, { event: EnrolmentEvent; requestHash: string | null }>;
  stored: Projection | null;
}

/** Locks and loads enrolments, as worker: three statements for any number (four when a definition is not in memory). */
export async function loadEnrolments(
  tx: Tx,
  deps: ProgressDeps,
  workspaceId: string,
  enrolmentIds: readonly string[],
  now: string,
): Promise<LoadedEnrolments> {
  // Sent together, answered in this order: what is read is read under the locks.
  const [rows, environment, records] = await Promise.all([
    lockEnrolments(tx, workspaceId, enrolmentIds),
    workspaceEnvironment(tx, workspaceId, now),
    readRecords(tx, enrolmentIds),
  ]);
  const all = rows.flatMap(({ id }) => (records.get(id)?.events ?? []).map(({ event }) => event));
  const definitions = await deps.definitions.load(tx, versionsNamed(all));
  return {
    workspaceId,
    environment,
    definitions,
    enrolments: rows.map((row) => {
      const { events, stored } = records.get(row.id) ?? { events: [], stored: null };
      return {
        row,
        events: events.map(({ event }) => event),
        requests: new Map(
          events.flatMap(({ idempotencyKey, ...rest }) => (idempotencyKey ? [[idempotencyKey, rest]] : [])),
        ),
        stored,
      };
    }),
  };
}

export interface Act {
  events: readonly NewEvent[];
  idempotency?: Idempotency;
}

export interface Applied {
  enrolment: LoadedEnrolment;
  /** The events of the act itself as they were recorded, without the dates that they fixed. */
  recorded: EnrolmentEvent[];
  evaluation: Evaluation;
}

/**
 * Records what happened to each enrolment, lets the dates that follow be fixed, and brings projections and boards up
 * to date in the same transaction. Without acts it only catches up with time (the ticker). `send`: how all the writes go out.
 */
export async function applyEvents(
  tx: Tx,
  deps: ProgressDeps,
  loaded: LoadedEnrolments,
  acts: ReadonlyMap<string, Act>,
  send: <T>(writes: () => Promise<T>) => Promise<T> = (writes) => writes(),
): Promise<{ applied: Applied[]; changes: EnrolmentChange[] }> {
  const toStore: EventToStore[] = [];
  const rows = noChanges();
  const changes: EnrolmentChange[] = [];
  const applied: Applied[] = [];
  const wanted: WantedScore[] = [];
  const told: ToldEvent[] = [];
  for (const enrolment of loaded.enrolments) {
    const { row } = enrolment;
    const act = acts.get(row.id) ?? { events: [] };
    const result = settle(loaded, enrolment.events, act.events);
    result.added.forEach((event, index) => {
      const idempotency = index === 0 ? act.idempotency : undefined;
      toStore.push({ enrolmentId: row.id, event, ...(idempotency ? { idempotency } : {}) });
    });
    told.push(...result.added.flatMap((event) => (isTold(event) ? [{ enrolmentId: row.id, event }] : [])));
    const definition = loaded.definitions[result.evaluation.versionId];
    const subjects = definition ? scoresWanted(definition, result.added) : [];
    wanted.push(...subjects.map((subject) => ({ enrolmentId: row.id, subject })));
    const after = projectEvaluation(row, result.evaluation, result.events);
    if (addChanges(rows, enrolment.stored, after))
      changes.push(changeOf(loaded.workspaceId, row, enrolment.stored, after));
    applied.push({
      enrolment,
      recorded: result.added.slice(0, act.events.length),
      evaluation: result.evaluation,
    });
  }
  changes.sort((a, b) => compareText(a.cohortId, b.cohortId) || compareText(a.enrolmentId, b.enrolmentId));
  const writes = () => [
    insertEvents(tx, loaded.workspaceId, toStore),
    sizeOf(rows) > 0 ? writeProjections(tx, loaded.workspaceId, rows) : undefined,
    changes.length > 0 ? deps.listener.changed(tx, changes) : undefined,
    wantScores(tx, loaded.workspaceId, wanted),
    told.length > 0 ? deps.listener.told?.(tx, loaded.workspaceId, told) : undefined,
  ];
  // All of them go out before any is answered.
  await send(() => Promise.all(writes()));
  if (wanted.length > 0) deps.scoresWanted?.();
  return { applied, changes };
}

/** A date fixed may let another one be fixed (a stage opens, its items count from it); more rounds than this is a bug. */
const MOST_ROUNDS = 100;

/** Appends the new events and then, round by round, the dates that are known by now. */
export function settle(
  context: { definitions: Record<VersionId, PlanDefinition>; environment: Environment },
  recorded: readonly EnrolmentEvent[],
  newEvents: readonly NewEvent[],
): { events: EnrolmentEvent[]; added: EnrolmentEvent[]; evaluation: Evaluation } {
  const events = [...recorded];
  const append = (event: NewEvent): void => {
    const last = events.at(-1);
    // Clocks of replicas differ a little; the order of recording must not run backwards in time because of that.
    const recordedAt = last && last.recordedAt > context.environment.now ? last.recordedAt : context.environment.now;
    events.push({ ...event, seq: (last?.seq ?? 0) + 1, recordedAt });
  };
  newEvents.forEach(append);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const evaluation = evaluate(context.definitions, events, context.environment);
    if (evaluation.datesToFix.length === 0) return { events, added: events.slice(recorded.length), evaluation };
    for (const data of evaluation.datesToFix) {
      append({ type: 'dateFixed', actor: 'system', occurredAt: context.environment.now, data });
    }
  }
  throw new Error('dates of an enrolment never settle');
}

function changeOf(
  workspaceId: string,
  row: LockedEnrolment,
  before: Projection | null,
  after: Projection,
): EnrolmentChange {
  return {
    workspaceId,
    cohortId: row.cohortId,
    enrolmentId: row.id,
    before: onBoard(before ? figuresOf(before.state) : null),
    after: onBoard(figuresOf(after.state)),
    cellsChanged: !before || boardRowOf(before) !== boardRowOf(after),
  };
}

/** Everything that a row of the board shows. */
function boardRowOf({ state, versionId, mentorId }: Projection): string {
  const { cells, status, done, needed, overdue, score, lastEventAt } = state;
  return JSON.stringify([cells, status, done, needed, overdue, score, lastEventAt, versionId, mentorId]);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
