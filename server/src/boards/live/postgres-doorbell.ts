import type { Database } from '../../database/index.js';
import type { Doorbell } from './doorbell.js';
import type { Scheduler } from './scheduler.js';

const CHANNEL = 'board_moved';
/** PostgreSQL takes payloads below 8,000 bytes. */
export const MOST_BYTES = 7_500;

export type NotifyingDatabase = Pick<Database, 'notify' | 'listen'>;

/**
 * Rings by NOTIFY, from a flusher of its own and never within a business transaction: there it takes a lock on the whole
 * cluster until the commit (measured: three quarters of the write throughput gone at 32 writers).
 */
export class PostgresDoorbell implements Doorbell {
  readonly #pending = new Set<string>();
  #cancelFlush: (() => void) | undefined;
  #sending: Promise<void> = Promise.resolve();
  #rung: (boardIds: string[]) => void = () => undefined;
  #gap: () => void = () => undefined;
  #listener: { close(): Promise<void> } | undefined;
  #closed = false;

  constructor(
    private readonly database: NotifyingDatabase,
    private readonly scheduler: Scheduler,
    private readonly onError: (error: unknown) => void,
    private readonly flushMilliseconds = 30,
  ) {}

  /** Starts hearing what other replicas ring. */
  async open(): Promise<void> {
    this.#listener = await this.database.listen(
      CHANNEL,
      (payload) => this.#rung(payload.split(',').filter((id) => id !== '')),
      () => this.#gap(),
    );
  }

  onRing(rung: (boardIds: string[]) => void, onGap: () => void): void {
    this.#rung = rung;
    this.#gap = onGap;
  }

  ring(boardIds: readonly string[]): void {
    if (this.#closed) return;
    for (const id of boardIds) this.#pending.add(id);
    if (this.#pending.size === 0) return;
    this.#cancelFlush ??= this.scheduler.after(this.flushMilliseconds, () => this.#flush());
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelFlush?.();
    await this.#sending;
    await this.#listener?.close();
  }

  #flush(): void {
    this.#cancelFlush = undefined;
    const payloads = payloadsOf(this.#pending);
    this.#pending.clear();
    this.#sending = this.#sending
      .then(async () => {
        for (const payload of payloads) await this.database.notify(CHANNEL, payload);
      })
      .catch(this.onError);
  }
}

/** Ids joined by commas in as few payloads as fit. */
export function payloadsOf(ids: Iterable<string>): string[] {
  const payloads: string[] = [];
  let payload = '';
  for (const id of ids) {
    if (payload !== '' && payload.length + 1 + id.length > MOST_BYTES) {
      payloads.push(payload);
      payload = '';
    }
    payload = payload === '' ? id : `${payload},${id}`;
  }
  return payload === '' ? payloads : [...payloads, payload];
}
