import type { ExecutionResult } from 'graphql';

/**
 * Results for one reader under that reader's context, executed when they are taken: however often it is woken meanwhile, it
 * executes once, so a slow reader gets the latest and never a queue. Results equal to the last one are not repeated.
 */
export class PrivateSubscription implements AsyncIterableIterator<ExecutionResult> {
  #due = true;
  #waiting: (() => void) | undefined;
  #ended = false;
  #last: string | undefined;
  readonly #onReturn: Set<() => void> = new Set();

  constructor(private readonly execute: () => Promise<ExecutionResult>) {}

  /** What it shows may have changed. */
  wake(): void {
    this.#due = true;
    this.#waiting?.();
  }

  /** Runs once when the operation has ended, from whichever side. */
  onReturn(run: () => void): void {
    if (this.#ended) run();
    else this.#onReturn.add(run);
  }

  async next(): Promise<IteratorResult<ExecutionResult>> {
    while (!this.#ended) {
      if (!this.#due) await this.#woken();
      if (this.#ended) break;
      this.#due = false;
      const result = await this.execute();
      if (this.#ended) break;
      const text = JSON.stringify(result);
      if (text === this.#last) continue;
      this.#last = text;
      // Nothing more can come of what the reader may not see, or no longer.
      if (!result.data) this.#end();
      return { done: false, value: result };
    }
    return { done: true, value: undefined };
  }

  return(): Promise<IteratorResult<ExecutionResult>> {
    this.#end();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #end(): void {
    this.#ended = true;
    this.#waiting?.();
    for (const run of this.#onReturn) run();
    this.#onReturn.clear();
  }

  #woken(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting = () => {
        this.#waiting = undefined;
        resolve();
      };
    });
  }
}
