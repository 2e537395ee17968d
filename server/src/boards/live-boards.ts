import { randomInt } from 'node:crypto';
import type { ProgressListener } from '../progress/index.js';
import { renderChange } from './board-change.js';
import { DatabaseBoardSource } from './database-board-source.js';
import { BoardHub } from './live/board-hub.js';
import type { Doorbell } from './live/doorbell.js';
import { Heartbeat } from './live/heartbeat.js';
import { PostgresDoorbell } from './live/postgres-doorbell.js';
import { type PrivateTopic, PrivateWatch } from './live/private-watch.js';
import { processScheduler, type Scheduler } from './live/scheduler.js';
import { type ContextBasis, sharedContext } from './live/shared-context.js';
import type { MaskError } from './live/shared-execution.js';
import { patchBoards } from './patch-boards.js';
import { trimPatches } from './statements/trim-patches.js';
import { VersionItemsCache } from './version-items-cache.js';

export interface LiveBoardsOptions extends ContextBasis {
  mask: MaskError;
  scheduler?: Scheduler;
  /** At most one frame a board in this many milliseconds. */
  windowMilliseconds?: number;
  /** How often all watched boards are looked at even when nothing rang. */
  pollMilliseconds?: number;
  /** Another bus; absent = NOTIFY of the one database. */
  doorbell?: Doorbell;
}

const WINDOW = 100;
const SAFETY_POLL = 1000;
const PRIVATE_WINDOW = 250;
const PRIVATE_POLL = 2000;
const TRIM = 60_000;
const JITTER_STEPS = 1000;

/** Everything that keeps boards moving in one replica: the hub, the doorbell, the safety poll, the trimming of patches. */
export class LiveBoards {
  readonly hub: BoardHub;
  readonly versions = new VersionItemsCache();
  /** What the progress room tells of its changes. */
  readonly listener: ProgressListener;
  readonly #doorbell: Doorbell;
  readonly #beats: Heartbeat[];
  readonly #privateWatch: PrivateWatch;

  private constructor(options: LiveBoardsOptions, doorbell: Doorbell) {
    const { database, log, scheduler = processScheduler } = options;
    const onError = (error: unknown) => log.error({ err: error }, 'live boards could not read; they try again');
    const source = new DatabaseBoardSource(database, this.versions);
    this.hub = new BoardHub({
      source,
      scheduler,
      windowMilliseconds: options.windowMilliseconds ?? WINDOW,
      render: renderChange,
      sharedContext: (reading) => sharedContext(options, reading),
      mask: options.mask,
      onError,
    });
    this.#privateWatch = new PrivateWatch({ database, scheduler, onError, windowMilliseconds: PRIVATE_WINDOW });
    this.#doorbell = doorbell;
    doorbell.onRing(
      (boardIds) => this.#tell(boardIds),
      () => {
        this.#privateWatch.lookSoon();
        this.hub.poll().catch(onError);
      },
    );
    this.listener = {
      changed: (tx, changes) => patchBoards(tx, changes),
      committed: (cohortIds) => {
        this.#tell(cohortIds);
        doorbell.ring(cohortIds);
      },
    };
    const beat = (milliseconds: number, work: () => Promise<void>) =>
      new Heartbeat({ scheduler, milliseconds, work, onError, jitter: () => randomInt(JITTER_STEPS) / JITTER_STEPS });
    this.#beats = [
      beat(options.pollMilliseconds ?? SAFETY_POLL, () => this.hub.poll()),
      beat(PRIVATE_POLL, () => this.#privateWatch.look()),
      beat(TRIM, () => database.work((tx) => trimPatches(tx))),
    ];
  }

  static async start(options: LiveBoardsOptions): Promise<LiveBoards> {
    if (options.doorbell) return new LiveBoards(options, options.doorbell);
    const doorbell = new PostgresDoorbell(options.database, options.scheduler ?? processScheduler, (error) =>
      options.log.error({ err: error }, 'the doorbell could not ring; the safety poll covers it'),
    );
    const boards = new LiveBoards(options, doorbell);
    await doorbell.open();
    return boards;
  }

  /** Wakes a reader when what they watch for themselves may have changed. */
  watch(topic: PrivateTopic, wake: () => void): () => void {
    return this.#privateWatch.watch(topic, wake);
  }

  /** Something that people watch for themselves has changed in this workspace: they look soon, at every replica. */
  privateChanged(workspaceId: string): void {
    this.#privateWatch.lookSoon();
    // Not the id of a board: whoever hears it marks no board, and looks at what is watched privately.
    this.#doorbell.ring([workspaceId]);
  }

  async stop(): Promise<void> {
    for (const beat of this.#beats) await beat.close();
    await this.#privateWatch.close();
    await this.hub.close();
    await this.#doorbell.close();
  }

  #tell(boardIds: readonly string[]): void {
    for (const id of boardIds) this.hub.markDirty(id);
    this.#privateWatch.lookSoon();
  }
}
