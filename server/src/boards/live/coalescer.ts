import type { Scheduler } from './scheduler.js';

export interface CoalescerOptions {
  scheduler: Scheduler;
  /** A key runs at most once in this many milliseconds; 0 = whenever it is marked. */
  windowMilliseconds: number;
  /** Does the work for all keys that are due. It must not throw: a rejection would leave its keys unserved. */
  run(keys: string[]): Promise<void>;
}

/**
 * Turns any number of marks into few runs: the first mark of a quiet key runs at once, later ones at the end of its
 * window, and all keys that are due go in one run. Runs never overlap, so a slow database makes runs larger, not more.
 */
export class Coalescer {
  readonly #options: CoalescerOptions;
  readonly #marked = new Set<string>();
  readonly #lastRun = new Map<string, number>();
  #cancelTimer: (() => void) | undefined;
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(options: CoalescerOptions) {
    this.#options = options;
  }

  mark(key: string): void {
    if (this.#closed) return;
    this.#marked.add(key);
    this.#plan();
  }

  /** Forgets a key that nobody watches any more. */
  forget(key: string): void {
    this.#marked.delete(key);
    this.#lastRun.delete(key);
  }

  /** Runs nothing more; resolves when the last run has ended. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#marked.clear();
    this.#cancelTimer?.();
    await this.#running;
  }

  #plan(): void {
    if (this.#closed || this.#running || this.#marked.size === 0) return;
    const now = this.#options.scheduler.now();
    let wait = Number.POSITIVE_INFINITY;
    for (const key of this.#marked) wait = Math.min(wait, this.#dueAt(key) - now);
    this.#cancelTimer?.();
    this.#cancelTimer = this.#options.scheduler.after(Math.max(0, wait), () => this.#runDue());
  }

  #dueAt(key: string): number {
    return (this.#lastRun.get(key) ?? Number.NEGATIVE_INFINITY) + this.#options.windowMilliseconds;
  }

  #runDue(): void {
    this.#cancelTimer = undefined;
    const now = this.#options.scheduler.now();
    const due = [...this.#marked].filter((key) => this.#dueAt(key) <= now);
    for (const key of due) {
      this.#marked.delete(key);
      this.#lastRun.set(key, now);
    }
    if (due.length === 0) {
      this.#plan();
      return;
    }
    this.#running = this.#options.run(due).finally(() => {
      this.#running = undefined;
      this.#plan();
    });
  }
}
