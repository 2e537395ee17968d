import type { Instant } from '@planwright/schema/time';
import { type Clock, msBetween } from './clock.js';

/** Work that falls due by time alone. Declared here, done by the rooms that know about it. */
export interface DueWork {
  /** Real time at which the next piece falls due; undefined = nothing is planned. */
  nextDueAt(): Promise<Instant | undefined>;
  /** Does what is due, at most one batch, and answers how many pieces it did. Several replicas may call it at once. */
  doDue(): Promise<number>;
}

export interface TickerDeps {
  work: DueWork;
  clock: Clock;
  /** Told once per failure; the ticker goes on at the next safety poll. */
  onError(error: unknown): void;
  /** Longest sleep: finds work that another replica, or a moved clock, has planned. */
  safetyPollMs?: number;
}

const SAFETY_POLL_MS = 5_000;

/**
 * One timer to the earliest due instant. It holds no list: after each round it asks again, so that a crash, a second
 * replica or a moved clock can never make it forget anything.
 */
export class Ticker {
  readonly #deps: TickerDeps;
  #cancelTimer: () => void = () => undefined;
  #round: Promise<void> | undefined;
  #again = false;
  #stopped = true;

  constructor(deps: TickerDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#stopped = false;
    void this.wake();
  }

  /** Something may fall due earlier than known: looks now. Safe to call at any time; ends when nothing is due any more. */
  wake(): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    if (this.#round) {
      this.#again = true;
      return this.#round;
    }
    this.#cancelTimer();
    this.#round = this.#run();
    return this.#round;
  }

  /** Ends after the round that is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelTimer();
    await this.#round;
  }

  async #run(): Promise<void> {
    let sleep = this.#deps.safetyPollMs ?? SAFETY_POLL_MS;
    try {
      do {
        this.#again = false;
        while (!this.#stopped && (await this.#deps.work.doDue()) > 0);
        const next = this.#stopped ? undefined : await this.#deps.work.nextDueAt();
        if (next !== undefined) sleep = Math.min(sleep, Math.max(1, msBetween(this.#deps.clock.real(), next)));
      } while (this.#again && !this.#stopped);
    } catch (error) {
      this.#deps.onError(error);
    } finally {
      this.#round = undefined;
    }
    if (!this.#stopped) this.#cancelTimer = this.#deps.clock.after(sleep, () => void this.wake());
  }
}
