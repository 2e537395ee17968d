import type { Instant } from '@planwright/schema/time';
import { type Clock, msBetween, plusMs } from './clock.js';

interface Timer {
  at: Instant;
  action: () => void;
}

/** A clock that stands still until it is told to move: tests say what time it is, and timers fire on the way there. */
export class SettableClock implements Clock {
  #now: Instant;
  readonly #timers = new Set<Timer>();

  constructor(start: Instant) {
    this.#now = plusMs(start, 0);
  }

  real(): Instant {
    return this.#now;
  }

  after(delayMs: number, action: () => void): () => void {
    const timer = { at: plusMs(this.#now, delayMs), action };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Moves to `instant`, firing what was due on the way in order. Never backwards. */
  moveTo(instant: Instant): void {
    const target = plusMs(instant, 0);
    if (msBetween(this.#now, target) < 0)
      throw new Error(`The clock stands at ${this.#now} and cannot go back to ${target}`);
    for (;;) {
      const next = [...this.#timers].filter((timer) => timer.at <= target).sort((a, b) => a.at.localeCompare(b.at))[0];
      if (!next) break;
      this.#timers.delete(next);
      if (next.at > this.#now) this.#now = next.at;
      next.action();
    }
    this.#now = target;
  }

  /** Moves by `ms` milliseconds. */
  advance(ms: number): void {
    this.moveTo(plusMs(this.#now, ms));
  }
}
