import type { RecordProgressInput } from '@/gql/graphql';

/** An act of the learner that the server has not confirmed. Kept on the device until it has. */
export interface Waiting {
  input: RecordProgressInput;
  /** For the sentence that tells what is waiting. */
  title: string;
  /** What was uploaded for it, as its sheet keeps it: it goes back there when the act is refused. */
  files?: string;
}

/** What came of sending one. */
export type Delivery =
  | { result: 'recorded' }
  /** The server answered and will not take it; sending it again would not help. */
  | { result: 'refused'; message: string }
  /** Nobody knows whether it arrived: the same key is sent again later. */
  | { result: 'unknown' };

export interface Storage {
  read: () => string | null;
  write: (text: string) => void;
}

function isWaiting(value: unknown): value is Waiting {
  if (typeof value !== 'object' || value === null || !('input' in value) || !('title' in value)) return false;
  const { input } = value;
  return (
    typeof value.title === 'string' &&
    typeof input === 'object' &&
    input !== null &&
    'idempotencyKey' in input &&
    typeof input.idempotencyKey === 'string'
  );
}

/** Reads what a device kept; anything that is not ours counts as nothing. */
export function parseOutbox(text: string | null): Waiting[] {
  if (!text) return [];
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isWaiting) : [];
  } catch {
    return [];
  }
}

/**
 * Acts that are not confirmed yet, in the order in which they were done. One is sent at a time: a completion must not
 * overtake its start.
 */
export class Outbox {
  #waiting: readonly Waiting[];
  #sending: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #storage: Storage;
  readonly #deliver: (input: RecordProgressInput) => Promise<Delivery>;
  readonly #onSettled: (waiting: Waiting, delivery: Delivery) => void;

  constructor(
    storage: Storage,
    deliver: (input: RecordProgressInput) => Promise<Delivery>,
    onSettled: (waiting: Waiting, delivery: Delivery) => void,
  ) {
    this.#storage = storage;
    this.#deliver = deliver;
    this.#onSettled = onSettled;
    this.#waiting = parseOutbox(storage.read());
  }

  /** The same array until something changes. */
  waiting = (): readonly Waiting[] => this.#waiting;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Keeps the act, then sends it. Resolves when it is sent or known to wait. */
  async add(waiting: Waiting): Promise<void> {
    this.#set([...this.#waiting, waiting]);
    // A run that is under way may have stopped before this one: wait for it, then see that this one had its turn.
    await this.#sending;
    await this.flush();
  }

  /** Sends what waits, stopping at the first that cannot be delivered. Safe to call at any time. */
  flush(): Promise<void> {
    this.#sending ??= this.#run().finally(() => {
      this.#sending = undefined;
    });
    return this.#sending;
  }

  async #run(): Promise<void> {
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const delivery = await this.#deliver(next.input);
      if (delivery.result !== 'unknown') {
        const key = next.input.idempotencyKey;
        this.#set(this.#waiting.filter((each) => each.input.idempotencyKey !== key));
      }
      this.#onSettled(next, delivery);
      if (delivery.result === 'unknown') return;
    }
  }

  #set(waiting: readonly Waiting[]): void {
    this.#waiting = waiting;
    this.#storage.write(JSON.stringify(waiting));
    for (const listener of this.#listeners) listener();
  }
}
