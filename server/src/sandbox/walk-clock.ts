import { addMs, earlierOf, type Instant } from '@planwright/schema/time';
import type { Logger } from 'pino';
import { type Clock, workspaceNow } from '../clock/index.js';
import { type Database, statement } from '../database/index.js';
import type { ProgressDeps } from '../progress/index.js';
import { actAt, type Cast } from './act-at.js';
import { type ClockMove, endMove, readClock, setClock } from './clock-state.js';

/** What a moved clock needs of reminders: all that is due goes out (in a sandbox: into the sink) on the way. */
export interface SandboxReminders {
  /** Plans and delivers everything that is due at this workspace time. */
  advance(workspaceId: string, now: Instant): Promise<unknown>;
  /** Workspace time, later than `now`, at which the next planned message falls due, if one is planned. */
  nextAt(workspaceId: string, now: Instant): Promise<Instant | undefined>;
}

export interface WalkDeps {
  database: Database;
  clock: Clock;
  log: Logger;
  progress: ProgressDeps;
  reminders: SandboxReminders;
}

/** How many people live through an instant in one transaction: no statement comes near the time allowed for one. */
const BATCH = 50;
/** Reminders are planned two days ahead, so a quiet time is walked in steps that never overtake the plan. */
const LONGEST_STEP_MS = 12 * 3_600_000;

const EVERYBODY = statement(
  { id: 'uuid' },
  `
select s.enrolment_id as id from enrolment_state s
where s.workspace_id = $1::uuid and s.status in ('ACTIVE', 'COMPLETED') order by s.enrolment_id`,
);
const DUE = statement(
  { id: 'uuid' },
  `
select s.enrolment_id as id from enrolment_state s
where s.workspace_id = $1::uuid and s.next_change_at <= $2::timestamptz order by s.enrolment_id`,
);
const NEXT_CHANGE = statement(
  { at: 'timestamptz?' },
  `
select min(s.next_change_at) as at from enrolment_state s
where s.workspace_id = $1::uuid and not (s.enrolment_id = any($2::uuid[]))`,
);
/** Whoever reviews for those who have neither mentor nor superior: somebody of HR, else anybody. */
const FALLBACK = statement(
  { id: 'uuid' },
  `
select p.id from person p
where p.workspace_id = $1::uuid and p.active
order by exists (select 1 from role_grant g where g.person_id = p.id and g.role = 'HR') desc, p.id limit 1`,
);

export interface WalkSummary {
  /** Instants that were looked at, and acts and changes by time that were recorded there. */
  instants: number;
  changes: number;
  arrived: boolean;
}

/**
 * Walks a sandbox from where its clock stands to the target, through every instant that matters, in order: what time
 * changes, what people do, what reminders are due. The clock is set on before anything of an instant is recorded, so
 * whatever a crash leaves behind has happened by the clock; who takes over goes on from there.
 */
export async function walkClock(deps: WalkDeps, move: ClockMove, signal: AbortSignal): Promise<WalkSummary> {
  const { database, clock, reminders } = deps;
  const { workspaceId, target } = move;
  const standing = await database.work((tx) => readClock(tx, workspaceId));
  const fallback = await database.work((tx) => tx.row(FALLBACK, [workspaceId]));
  if (!standing || !fallback) return { instants: 0, changes: 0, arrived: false };
  const walk = new Walk(deps, move, { behaviour: move.people, fallback: fallback.id });
  let now = workspaceNow(clock, standing.offsetMs);
  let instants = 0;
  if (now > target) now = target;
  const everybody = move.people === 'NOBODY' ? [] : await database.work((tx) => tx.rows(EVERYBODY, [workspaceId]));
  let ids = everybody.map(({ id }) => id);
  for (;;) {
    if (signal.aborted) return { instants, changes: walk.changes, arrived: false };
    const held = await database.work((tx) => setClock(tx, move, now, clock.real()));
    if (!held) return { instants, changes: walk.changes, arrived: false };
    const due = await database.work((tx) => tx.rows(DUE, [workspaceId, now]));
    await walk.live([...new Set([...ids, ...due.map(({ id }) => id)])].sort(), now);
    await reminders.advance(workspaceId, now);
    instants += 1;
    if (now >= target) break;
    const [change, reminder] = await Promise.all([walk.nextChange(), reminders.nextAt(workspaceId, now)]);
    const ahead = [change, walk.nextWake(), reminder].filter((at) => at !== undefined);
    // What is due already and could not be done must not hold up the clock.
    now = [...ahead.filter((at) => at > now), addMs(now, LONGEST_STEP_MS), target].reduce(earlierOf);
    ids = walk.takeWakes(now);
  }
  await database.work((tx) => endMove(tx, move));
  return { instants, changes: walk.changes, arrived: true };
}

/** What a walk keeps in mind: when people want to be asked again, and whose plan cannot go on. */
class Walk {
  changes = 0;
  readonly #wakes = new Map<string, Instant>();
  readonly #stuck = new Set<string>();

  constructor(
    private readonly deps: WalkDeps,
    private readonly move: ClockMove,
    private readonly cast: Cast,
  ) {}

  /** Lets these enrolments live through an instant, in batches; where one fails, the others go on. */
  async live(ids: readonly string[], now: Instant): Promise<void> {
    const able = ids.filter((id) => !this.#stuck.has(id));
    for (let from = 0; from < able.length; from += BATCH) {
      const batch = able.slice(from, from + BATCH);
      try {
        await this.#batch(batch, now);
      } catch {
        for (const id of batch) await this.#alone(id, now);
      }
    }
  }

  async nextChange(): Promise<Instant | undefined> {
    const row = await this.deps.database.work((tx) => tx.row(NEXT_CHANGE, [this.move.workspaceId, [...this.#stuck]]));
    return row?.at ?? undefined;
  }

  nextWake(): Instant | undefined {
    let earliest: Instant | undefined;
    for (const at of this.#wakes.values()) if (earliest === undefined || at < earliest) earliest = at;
    return earliest;
  }

  /** Who wants to be asked by now. */
  takeWakes(now: Instant): string[] {
    const ids = [...this.#wakes].filter(([, at]) => at <= now).map(([id]) => id);
    for (const id of ids) this.#wakes.delete(id);
    return ids;
  }

  async #alone(id: string, now: Instant): Promise<void> {
    try {
      await this.#batch([id], now);
    } catch (error) {
      this.#stuck.add(id);
      this.#wakes.delete(id);
      const { workspaceId } = this.move;
      this.deps.log.error(
        { err: error, enrolment: id, workspace: workspaceId },
        'a sandbox goes on without an enrolment that failed',
      );
    }
  }

  async #batch(ids: readonly string[], now: Instant): Promise<void> {
    const { database, progress } = this.deps;
    const { changes, wakes } = await database.work((tx) =>
      actAt(tx, progress, this.move.workspaceId, ids, now, this.cast),
    );
    for (const id of ids) {
      const at = wakes.get(id);
      if (at === undefined) this.#wakes.delete(id);
      else this.#wakes.set(id, at);
    }
    this.changes += changes.length;
    if (changes.length === 0) return;
    const cohorts = [...new Set(changes.map(({ cohortId }) => cohortId))];
    progress.listener.committed(
      cohorts,
      changes.map(({ enrolmentId }) => enrolmentId),
    );
  }
}
