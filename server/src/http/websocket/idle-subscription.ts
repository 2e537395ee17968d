import type { ExecutionResult } from 'graphql';

/**
 * What graphql-ws gets in place of a stream of results: it yields nothing, since live frames are spliced and written past
 * it, and ends when the operation ends. `return` must be there: graphql-ws calls it on complete and on close, and a bare
 * async iterable would leak its registration.
 */
export class IdleSubscription implements AsyncIterableIterator<ExecutionResult> {
  readonly #ended: Promise<IteratorResult<ExecutionResult>>;
  #settle: { resolve(result: IteratorResult<ExecutionResult>): void; reject(error: unknown): void } | undefined;
  #onReturn: (() => void) | undefined;

  constructor() {
    this.#ended = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    // An operation may end before graphql-ws looks at it.
    this.#ended.catch(() => undefined);
  }

  /** Runs once when the client completes the operation or the socket closes; at once if it already has. */
  onReturn(run: () => void): void {
    if (this.#settle) this.#onReturn = run;
    else run();
  }

  /** Ends the operation from our side: with an error message, or with `complete`. */
  end(error?: Error): void {
    const settle = this.#settle;
    this.#settle = undefined;
    if (error) settle?.reject(error);
    else settle?.resolve({ done: true, value: undefined });
  }

  next(): Promise<IteratorResult<ExecutionResult>> {
    return this.#ended;
  }

  return(): Promise<IteratorResult<ExecutionResult>> {
    const wasOpen = this.#settle !== undefined;
    this.end();
    if (wasOpen) this.#onReturn?.();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
