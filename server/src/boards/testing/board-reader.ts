import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';

export interface Change {
  kind: 'SNAPSHOT' | 'PATCH';
  cursor: string;
  previousCursor: string | null;
  rows: { enrolmentId: string; states: string; personName: string }[];
  removed: string[];
  counters: { people: number; completion: number; doneCount: number; finished: number };
}

export const BOARD_CHANGED = `subscription($cohortId: ID!, $since: String) {
  boardChanged(cohortId: $cohortId, since: $since) {
    kind cursor previousCursor removed rows { enrolmentId states personName } counters { people completion doneCount finished }
  }
}`;

/** A board as the contract tells a client to keep it: patches apply only to their own cursor, snapshots replace. */
export class BoardModel {
  readonly rows = new Map<string, Change['rows'][number]>();
  cursor: string | undefined;
  counters: Change['counters'] | undefined;
  readonly changes: Change[] = [];
  /** Cursors that were applied, in order. */
  readonly applied: string[] = [];

  /** False = something is missing: subscribe again with `since`. */
  apply(change: Change): boolean {
    this.changes.push(change);
    if (change.kind === 'SNAPSHOT') this.rows.clear();
    else if (change.previousCursor !== this.cursor) return false;
    for (const row of change.rows) this.rows.set(row.enrolmentId, row);
    for (const id of change.removed) this.rows.delete(id);
    this.cursor = change.cursor;
    this.counters = change.counters;
    this.applied.push(change.cursor);
    return true;
  }

  get states(): Record<string, string> {
    return Object.fromEntries([...this.rows].map(([id, row]) => [id, row.states]).sort());
  }
}

/** The sequence inside an opaque cursor, for tests that look at its order. */
export function sequenceOf(cursor: string): number {
  return Number(Buffer.from(cursor, 'base64url').toString('utf8').split('.')[1]);
}

export interface ClientOptions {
  token?: string;
  language?: string;
  origin?: string;
  cookie?: string;
  retryAttempts?: number;
  generateID?: () => string;
  on?: Parameters<typeof createClient>[0]['on'];
}

/** The ordinary graphql-ws client. */
export function liveClient(
  url: string | (() => string),
  options: ClientOptions = {},
): Client & { sockets: WebSocket[] } {
  const sockets: WebSocket[] = [];
  const headers = {
    ...(options.origin ? { origin: options.origin } : {}),
    ...(options.cookie ? { cookie: options.cookie } : {}),
  };
  class Socket extends WebSocket {
    constructor(address: string, protocols: string | string[]) {
      super(address, protocols, { headers });
      sockets.push(this);
    }
  }
  const client = createClient({
    url,
    webSocketImpl: Socket,
    retryAttempts: options.retryAttempts ?? 0,
    shouldRetry: () => true,
    retryWait: () => Promise.resolve(),
    lazy: true,
    connectionParams: {
      ...(options.token ? { token: options.token } : {}),
      ...(options.language ? { locale: options.language } : {}),
    },
    ...(options.generateID ? { generateID: options.generateID } : {}),
    ...(options.on ? { on: options.on } : {}),
  });
  return Object.assign(client, { sockets });
}

export interface Watching<T> {
  results: { data?: T | null; errors?: readonly { message: string; extensions?: { code?: string } }[] }[];
  error: unknown;
  completed: boolean;
  stop(): void;
}

/** Subscribes and keeps what comes. */
export function watch<T>(
  client: Client,
  query: string,
  variables: Record<string, unknown> = {},
  onData?: (data: T) => void,
): Watching<T> {
  const watching: Watching<T> = { results: [], error: undefined, completed: false, stop: () => stop() };
  const stop = client.subscribe<T>(
    { query, variables },
    {
      next: (result) => {
        watching.results.push(result as Watching<T>['results'][number]);
        if (result.data) onData?.(result.data as T);
      },
      error: (error) => {
        watching.error = error;
      },
      complete: () => {
        watching.completed = true;
      },
    },
  );
  return watching;
}

/** Only bounds a failure: a busy machine may take long, and what must happen is waited for. */
const GIVING_UP_AFTER_MS = 180_000;

/** Resolves when the condition holds; fails with `what` when it never does. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + GIVING_UP_AFTER_MS;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
