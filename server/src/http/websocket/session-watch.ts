import { IDLE_MS, REACH_CHANGED, SESSION_REVOKED } from '../../access/index.js';
import { Heartbeat, type Scheduler } from '../../boards/index.js';
import { type Clock, plusMs } from '../../clock/index.js';
import { type Database, permissionClass, statement } from '../../database/index.js';
import { loadReach, type Reach } from '../../people/index.js';
import type { LiveSocket } from './live-socket.js';
import type { SocketRegistry } from './socket-registry.js';

/** graphql-ws clients take 4403 as "come back with a session"; 4401 would be final for them. */
const SESSION_ENDED = 4403;

const STATEMENT = statement(
  { workspaceId: 'uuid', id: 'uuid' },
  `
select s.id, coalesce(s.entered_workspace_id, s.workspace_id) as "workspaceId"
from session s join person p on p.id = s.person_id and p.active
where s.id = any($1::uuid[]) and s.revoked_at is null and s.expires_at > $2 and s.last_seen_at > $3`,
);

export interface SessionWatchOptions {
  database: Database;
  clock: Clock;
  scheduler: Scheduler;
  registry: SocketRegistry;
  onError(error: unknown): void;
  /** How soon a session that ended unheard (expired, idle, revoked while the bell was cut) loses its streams. */
  sweepMilliseconds?: number;
  /** How soon a change of somebody's reach shows in their streams. */
  reachMilliseconds?: number;
  jitter(): number;
}

const SANDBOX_CLOCKS = statement(
  { ms: 'bigint', id: 'uuid' },
  'select id, clock_offset_ms as ms from workspace where id = any($1::uuid[])',
);

/**
 * Ends the streams of sessions that ended, and lets streams follow what their readers may see. An open stream keeps no
 * session alive: only requests do.
 */
export class SessionWatch {
  readonly #options: SessionWatchOptions;
  readonly #beats: Heartbeat[];
  readonly #listeners: { close(): Promise<void> }[] = [];

  private constructor(options: SessionWatchOptions) {
    this.#options = options;
    const { scheduler, jitter, onError } = options;
    const beat = (milliseconds: number, work: () => Promise<void>) =>
      new Heartbeat({ scheduler, milliseconds, jitter, onError, work });
    this.#beats = [
      beat(options.sweepMilliseconds ?? 3500, () => this.sweep()),
      beat(options.reachMilliseconds ?? 5000, () => this.readReach()),
    ];
  }

  static async start(options: SessionWatchOptions): Promise<SessionWatch> {
    const watch = new SessionWatch(options);
    const { database, onError } = options;
    watch.#listeners.push(
      await database.listen(
        SESSION_REVOKED,
        (sessionId) => watch.#end((socket) => socket.signedIn.sessionId === sessionId),
        () => void watch.sweep().catch(onError),
      ),
      await database.listen(
        REACH_CHANGED,
        () => void watch.readReach().catch(onError),
        () => undefined,
      ),
    );
    return watch;
  }

  /** One statement for all sessions that have streams here. */
  async sweep(): Promise<void> {
    const { database, clock, registry } = this.#options;
    const ids = new Set<string>();
    for (const socket of registry.all()) {
      ids.add(socket.signedIn.sessionId);
      socket.flow.check();
    }
    if (ids.size === 0) return;
    const now = clock.real();
    const rows = await database.work((tx) => tx.rows(STATEMENT, [[...ids], now, plusMs(now, -IDLE_MS)]));
    const open = new Map(rows.map(({ id, workspaceId }) => [id, workspaceId]));
    // Sockets that came while the statement ran were not asked about. Who has entered another workspace comes back there.
    this.#end(({ signedIn: { sessionId, workspace } }) => ids.has(sessionId) && open.get(sessionId) !== workspace.id);
  }

  /** Reads again what everybody with a stream may reach, and what time it is there; streams of people whose reach changed move on. */
  async readReach(): Promise<void> {
    const clocks = await this.#sandboxClocks();
    for (const [personId, sockets] of [...this.#options.registry.people()]) {
      const reach = await this.#options.database.work((tx) => loadReach(tx, personId));
      const [first] = sockets;
      if (!reach || !first) continue;
      const { workspace } = first.signedIn;
      const clockOffsetMs = clocks.get(workspace.id) ?? workspace.clockOffsetMs;
      if (clockOffsetMs === workspace.clockOffsetMs && sameReach(first.signedIn, reach)) continue;
      for (const socket of sockets)
        socket.changeViewer({ ...socket.signedIn, ...reach, workspace: { ...workspace, clockOffsetMs } });
    }
  }

  /** How far ahead the sandboxes are in which somebody listens. */
  async #sandboxClocks(): Promise<Map<string, number>> {
    const { database, registry } = this.#options;
    const ids = new Set<string>();
    for (const { signedIn } of registry.all())
      if (signedIn.workspace.kind === 'SANDBOX') ids.add(signedIn.workspace.id);
    if (ids.size === 0) return new Map();
    const rows = await database.work((tx) => tx.rows(SANDBOX_CLOCKS, [[...ids]]));
    return new Map(rows.map(({ id, ms }) => [id, Number(ms)]));
  }

  async stop(): Promise<void> {
    for (const beat of this.#beats) await beat.close();
    for (const listener of this.#listeners) await listener.close();
  }

  #end(ended: (socket: LiveSocket) => boolean): void {
    for (const socket of [...this.#options.registry.all()]) {
      if (ended(socket)) socket.flow.close(SESSION_ENDED, 'Session ended');
    }
  }
}

/** Roles count too where the scope is the same: what waits for HR is not what waits for an administrator. */
function sameReach(before: Reach, after: Reach): boolean {
  return (
    permissionClass(before.scope).key === permissionClass(after.scope).key &&
    before.roles.size === after.roles.size &&
    [...before.roles].every((role) => after.roles.has(role))
  );
}
