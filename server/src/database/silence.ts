import type { Writable } from 'node:stream';
import type { Client, Pool, PoolClient } from 'pg';

/** How long a statement may run on the server; what is not answered a little later comes over a connection that is dead. */
export const STATEMENT_MS = 8000;
const GRACE_MS = 1500;

/** So often a connection that only listens is asked whether it lives, and so long it may take to say so. */
export const LISTENER_ASKED_EVERY_MS = 5000;
export const LISTENER_ANSWERS_WITHIN_MS = 5000;

export const answersWithin = (statementTimeoutMs: number): number => statementTimeoutMs + GRACE_MS;

const streamOf = (client: Client | PoolClient): Writable =>
  (client as unknown as { connection: { stream: Writable } }).connection.stream;

export class SilentConnection extends Error {
  override name = 'SilentConnection';
  constructor() {
    super('the database has stopped answering on this connection');
  }
}

/** Ends a connection that has gone silent: whatever waits on it fails now instead of never. */
export function cutOff(client: Client | PoolClient): void {
  streamOf(client).destroy(new SilentConnection());
}

/** Ends `client` when an answer does not come in time. The timer is one for each connection, however many answers it owes. */
export class AnswerWatch {
  #owed = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly withinMs: number,
    private readonly onSilence: () => void,
  ) {}

  /** Hands `answer` on, and knows until then that it is owed. */
  awaits<T>(answer: Promise<T>): Promise<T> {
    this.#owed += 1;
    // From the oldest question on: asking once more must not give the silent one more time.
    this.#timer ??= setTimeout(this.onSilence, this.withinMs).unref();
    const came = () => {
      this.#owed -= 1;
      if (this.#owed > 0) this.#timer?.refresh();
      else {
        clearTimeout(this.#timer);
        this.#timer = undefined;
      }
    };
    answer.then(came, came);
    return answer;
  }
}

/**
 * Connections of a pool that can be trusted. When one has gone silent (a cable, a firewall, a proxy that forgot it), those
 * that were opened before it was found are given up too, instead of costing one more request each.
 */
export class TrustedConnections {
  readonly #born = new WeakMap<PoolClient, number>();
  #opened = 0;
  #suspectUntil = 0;

  constructor(private readonly pool: Pool) {
    pool.on('connect', (client) => {
      this.#opened += 1;
      this.#born.set(client, this.#opened);
    });
    // A connection that is lost while nobody uses it is taken out by the pool; without this the process would end.
    pool.on('error', () => undefined);
  }

  async take(): Promise<PoolClient> {
    for (;;) {
      const client = await this.pool.connect();
      if ((this.#born.get(client) ?? 0) > this.#suspectUntil) return client;
      client.release(true);
    }
  }

  giveUp(client: PoolClient): void {
    this.#suspectUntil = this.#opened;
    cutOff(client);
  }
}
