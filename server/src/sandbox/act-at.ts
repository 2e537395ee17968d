import { setImmediate as nextTurn } from 'node:timers/promises';
import type { NewEvent } from '@planwright/schema/engine';
import type { Instant } from '@planwright/schema/time';
import { statement, type Tx } from '../database/index.js';
import {
  applyEvents,
  type EnrolmentChange,
  type LoadedEnrolment,
  loadEnrolments,
  type ProgressDeps,
  settle,
} from '../progress/index.js';
import { type SandboxBehaviour, sampleConduct } from './sample-conduct.js';

/** What people do is decided with. */
export interface Cast {
  behaviour: SandboxBehaviour;
  /** Reviews where neither mentor nor superior is there. */
  fallback: string;
}

export interface ActedAt {
  changes: EnrolmentChange[];
  /** When each person wants to be asked again; absent = not before something changes. */
  wakes: Map<string, Instant>;
}

interface PersonRow {
  enrolmentId: string;
  origin: string;
  managerId: string | null;
}

/** Who somebody is a copy of is the same in every sandbox: with it the same group does the same there. */
const PEOPLE = statement(
  { enrolmentId: 'uuid', origin: 'text', managerId: 'uuid?' },
  `
select e.id as "enrolmentId", coalesce(p.copied_from, p.id)::text as origin, p.manager_id as "managerId"
from enrolment e join person p on p.id = e.person_id where e.id = any($1::uuid[])`,
);

/** More acts of one person at one instant is a behaviour that never rests. */
const MOST_ACTS = 200;

/**
 * Lets some enrolments live through one instant, in this transaction, as worker: what time changes, and what people do
 * by the decisions that commands are decided by. Statements do not grow with people or acts.
 */
export async function actAt(
  tx: Tx,
  deps: ProgressDeps,
  workspaceId: string,
  ids: readonly string[],
  now: Instant,
  cast: Cast,
): Promise<ActedAt> {
  const [loaded, rows] = await Promise.all([loadEnrolments(tx, deps, workspaceId, ids, now), tx.rows(PEOPLE, [ids])]);
  const people = new Map(rows.map((row) => [row.enrolmentId, row]));
  const acts = new Map<string, { events: NewEvent[] }>();
  const wakes = new Map<string, Instant>();
  for (const enrolment of loaded.enrolments) {
    // Requests are served between two people.
    await nextTurn();
    const person = people.get(enrolment.row.id);
    if (!person || cast.behaviour === 'NOBODY') continue;
    const conduct = conductOf(loaded, enrolment, person, cast);
    if (conduct.events.length > 0) acts.set(enrolment.row.id, { events: conduct.events });
    if (conduct.wakeAt !== undefined) wakes.set(enrolment.row.id, conduct.wakeAt);
  }
  const { changes } = await applyEvents(tx, deps, loaded, acts);
  return { changes, wakes };
}

/** Everything one person does at this instant, and the dates that each act lets be fixed, in the order of happening. */
function conductOf(
  loaded: Parameters<typeof settle>[0],
  { row, events: recorded }: LoadedEnrolment,
  person: PersonRow,
  { behaviour, fallback }: Cast,
): { events: NewEvent[]; wakeAt?: Instant } {
  let { events, evaluation } = settle(loaded, recorded, []);
  const definition = loaded.definitions[evaluation.versionId];
  if (!definition) throw new Error(`definition of version ${evaluation.versionId} is missing`);
  const reviewer = row.mentorId ?? person.managerId ?? fallback;
  const seed = `${person.origin}/${definition.key}/${row.startsOn}`;
  const conduct = sampleConduct(behaviour, definition, { learner: row.personId, reviewer }, { seed, zone: row.zone });
  if (!conduct) return { events: [] };
  for (let round = 0; round < MOST_ACTS; round += 1) {
    const { acts, wakeAt } = conduct(evaluation, loaded.environment.now, events);
    if (acts.length === 0) {
      const done = round === 0 ? [] : events.slice(recorded.length).map(withoutNumber);
      return { events: done, ...(wakeAt === undefined ? {} : { wakeAt }) };
    }
    ({ events, evaluation } = settle(loaded, events, acts));
  }
  throw new Error(`somebody in enrolment ${row.id} does not come to rest`);
}

function withoutNumber({
  seq: _seq,
  recordedAt: _recordedAt,
  ...event
}: ReturnType<typeof settle>['events'][number]): NewEvent {
  return event as NewEvent;
}
