import type { Scheduler } from './scheduler.js';

/**
 * Does something about every `milliseconds`, with jitter so that replicas do not all ask the database at the same moment;
 * the next beat is planned when this one has ended. Failures are told and the beat goes on.
 */
export class Heartbeat {
  #cancel: (() => void) | undefined;
  #running: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(
    private readonly options: {
      scheduler: Scheduler;
      milliseconds: number;
      /** 0 ≤ jitter() < 1. */
      jitter(): number;
      work(): Promise<void>;
      onError(error: unknown): void;
    },
  ) {
    this.#plan();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancel?.();
    await this.#running;
  }

  #plan(): void {
    if (this.#closed) return;
    const { scheduler, milliseconds, jitter } = this.options;
    this.#cancel = scheduler.after(milliseconds * (0.75 + jitter() / 2), () => {
      this.#running = this.options
        .work()
        .catch(this.options.onError)
        .then(() => this.#plan());
    });
  }
}
