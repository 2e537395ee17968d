import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '@planwright/schema/time';
import { beginMove, type ClockMove, releaseMove, takeOverMove } from './clock-state.js';
import type { SandboxBehaviour } from './sample-conduct.js';
import { type WalkDeps, walkClock } from './walk-clock.js';

/** How often somebody looks for a move whose walker is gone. */
const LOOK_MS = 15_000;

interface Walking {
  target: Instant;
  done: Promise<void>;
}

/** The moves of sandboxes' clocks that this replica walks. They outlive the request that asked for them. */
export class ClockWalks {
  readonly #walking = new Map<string, Walking>();
  readonly #stopping = new AbortController();
  #cancelLook: () => void = () => undefined;
  #look: Promise<void> = Promise.resolve();

  constructor(private readonly deps: WalkDeps) {}

  start(): void {
    this.#look = this.#takeOver().catch((error) =>
      this.deps.log.error({ err: error }, 'could not look for clocks that stand still on their way; it is tried again'),
    );
    void this.#look.then(() => {
      if (!this.#stopping.signal.aborted) this.#cancelLook = this.deps.clock.after(LOOK_MS, () => this.start());
    });
  }

  /** Starts a move; false when another one is under way in this sandbox. */
  async begin(workspaceId: string, target: Instant, people: SandboxBehaviour): Promise<boolean> {
    const { database, clock } = this.deps;
    const run = crypto.randomUUID();
    const move = await database.work((tx) => beginMove(tx, { workspaceId, run, target, people }, clock.real()));
    if (move) this.#walk(move);
    return move !== undefined;
  }

  /** Waits until the search for abandoned moves that is under way has ended. */
  looked(): Promise<void> {
    return this.#look;
  }

  /** Waits until the sandbox's move has ended, at most `atMostMs` of real time. Walks of other replicas are not waited for. */
  async arrival(workspaceId: string, atMostMs: number): Promise<void> {
    const walking = this.#walking.get(workspaceId);
    if (!walking) return;
    const enough = new AbortController();
    await Promise.race([
      walking.done,
      sleep(atMostMs, undefined, { ref: false, signal: enough.signal }).catch(() => undefined),
    ]);
    enough.abort();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#cancelLook();
    await this.#look;
    await Promise.all([...this.#walking.values()].map(({ done }) => done));
  }

  #walk(move: ClockMove): void {
    const { workspaceId, target } = move;
    const done = this.#toTheEnd(move).finally(() => this.#walking.delete(workspaceId));
    this.#walking.set(workspaceId, { target, done });
  }

  async #toTheEnd(move: ClockMove): Promise<void> {
    const { database, clock, log } = this.deps;
    const began = clock.real();
    try {
      const { arrived, ...summary } = await walkClock(this.deps, move, this.#stopping.signal);
      if (!arrived) await database.work((tx) => releaseMove(tx, move, clock.real()));
      log.info(
        { workspace: move.workspaceId, target: move.target, arrived, began, ...summary },
        'a sandbox clock was moved',
      );
    } catch (error) {
      // The lease runs out, and whoever looks then goes on from where the clock stands.
      log.error({ err: error, workspace: move.workspaceId }, 'a sandbox clock stopped on its way; it goes on soon');
    }
  }

  async #takeOver(): Promise<void> {
    const { database, clock } = this.deps;
    for (;;) {
      if (this.#stopping.signal.aborted) return;
      const move = await database.work((tx) => takeOverMove(tx, crypto.randomUUID(), clock.real()));
      if (!move) return;
      this.#walk(move);
    }
  }
}
