import { setTimeout as wait } from 'node:timers/promises';
import type { EntitySchema } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { checkAppRole, checkMigrated } from './check-roles.js';
import { instantTypes } from './column-types.js';
import { connectionOptions } from './connect.js';
import { entitiesWithin } from './entities-within.js';
import { type Listener, listen } from './listen.js';
import { mustStandOutside, standsInside, surrounded, surroundingTransaction } from './nested-use.js';
import { type Scope, scopeVariables } from './scope.js';
import { answersWithin, STATEMENT_MS, TrustedConnections } from './silence.js';
import type { Asked, CommandTx, Tx, WritingTx } from './sql.js';
import { alone, inTransaction, type Opening } from './transaction.js';

export interface DatabaseOptions {
  /** Login of the API role. */
  url: string;
  /** Tables as the rooms declare them. */
  entities?: readonly EntitySchema[];
  /** Connections in the pool. */
  poolSize?: number;
  /** Ends a statement after this many milliseconds. */
  statementTimeoutMs?: number;
}

/**
 * The database as the server uses it: always within a transaction, always as somebody. Who holds a connection never waits
 * for a second one: a nested use joins the transaction around it, or is refused (`nested-use.ts`).
 */
export class Database {
  private closed = false;
  private readonly connections: TrustedConnections;

  private constructor(
    private readonly orm: MikroORM,
    private readonly pool: Pool,
    private readonly url: string,
    private readonly answersWithinMs: number,
  ) {
    this.connections = new TrustedConnections(pool);
  }

  /** Connects and checks that the role is a safe one and the tables are there. Throws StartupError with one sentence. */
  static async open(options: DatabaseOptions): Promise<Database> {
    await checkAppRole(options.url);
    await checkMigrated(options.url);
    const statementTimeoutMs = options.statementTimeoutMs ?? STATEMENT_MS;
    const orm = await MikroORM.init({
      clientUrl: options.url,
      entities: [...(options.entities ?? [])],
      discovery: { warnWhenNoEntities: false },
      ensureDatabase: false,
      pool: { min: 0, max: options.poolSize ?? 10 },
      driverOptions: {
        ...connectionOptions,
        // Statements are sent without waiting for the answer to those before.
        pipeline: true,
        types: instantTypes,
        statement_timeout: statementTimeoutMs,
        idle_in_transaction_session_timeout: 20_000,
      },
      logger: () => undefined,
    });
    // One pool for entities and statements alike.
    const pool = await orm.em.getConnection().getNativeClient();
    return new Database(orm, pool, options.url, answersWithin(statementTimeoutMs));
  }

  /** Reads under the row-level security of `scope`. */
  read<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction({ readOnly: true, variables: scopeVariables(scope) }, work);
  }

  /** The same by statements that are all sent before the first answer comes: the end goes with them, in one write. */
  readAtOnce<T>(scope: Scope, send: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction({ readOnly: true, variables: scopeVariables(scope), atOnce: true }, send);
  }

  /** A command of a viewer: read and check under `scope`, then `becomeWorker` and write, all in one transaction. */
  command<T>(
    scope: Scope,
    work: (tx: CommandTx) => Promise<T>,
    how: Pick<Opening, 'lastWrites' | 'keptPlans'> = {},
  ): Promise<T> {
    return this.transaction({ readOnly: false, variables: scopeVariables(scope), ...how }, work);
  }

  /** Work of the system itself: projections, the ticker, sessions. Sees every workspace; statements name theirs. */
  async work<T>(work: (tx: WritingTx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.transaction({ readOnly: false }, work);
      } catch (error) {
        // Of two that wait for each other PostgreSQL ends one, wholly: nothing of it is left, so it can be done again.
        // Inside another transaction that one is lost too, and whoever opened it starts over.
        if (attempt === MOST_ATTEMPTS || !isDeadlock(error) || standsInside()) throw error;
      }
    }
  }

  /** What the system itself only looks up: sessions, positions of boards. */
  look<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction({ readOnly: true }, work);
  }

  /** One such statement: nothing is waited for but its rows. */
  lookUp<Row extends object>(asked: Asked<Row>, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.transaction({ readOnly: true, atOnce: true }, (tx) => tx.rows<Row>(asked, parameters));
  }

  /** Hears NOTIFY on `channel` on a connection of its own; after a lost connection `onGap` is called, as anything may have been missed. */
  listen(channel: string, onMessage: (payload: string) => void, onGap: () => void): Promise<Listener> {
    return listen(this.url, channel, onMessage, onGap);
  }

  /** Sends NOTIFY outside any transaction of ours: within one it would serialise all commits. */
  async notify(channel: string, payload: string): Promise<void> {
    this.mustBeOpen();
    mustStandOutside('NOTIFY');
    await alone(this.connections, 'select pg_notify($1, $2)', [channel, payload], this.answersWithinMs);
  }

  /** How the database is now. Never waits long: after that the answer is that there is none. */
  async condition(): Promise<DatabaseCondition> {
    if (this.closed) return 'UNREACHABLE';
    const waiting = new AbortController();
    const asked = this.lookUp<{ readOnly: boolean }>(CONDITION, []).then(
      ([row]): DatabaseCondition => (row?.readOnly === false ? 'WRITABLE' : 'READ_ONLY'),
      (): DatabaseCondition => 'UNREACHABLE',
    );
    const late = wait<DatabaseCondition>(CONDITION_MS, 'UNREACHABLE', { signal: waiting.signal, ref: false });
    late.catch(() => undefined);
    return Promise.race([asked, late]).finally(() => waiting.abort());
  }

  async close(): Promise<void> {
    if (this.closed) return;
    // The pool would open again for callers that still ask.
    this.closed = true;
    await this.orm.close(true);
    // The entity manager ends a pool only if it has used it.
    if (!this.pool.ending) await this.pool.end();
  }

  private async transaction<T>(opening: Opening, work: (tx: CommandTx) => Promise<T>): Promise<T> {
    this.mustBeOpen();
    const outer = surroundingTransaction(opening);
    if (outer) return work(outer);
    return inTransaction(
      this.connections,
      opening,
      (tx) => surrounded(opening, tx, work),
      this.answersWithinMs,
      (send) => entitiesWithin(this.orm, send),
    );
  }

  private mustBeOpen(): void {
    if (this.closed) throw new Error('the database is closed');
  }
}

export type DatabaseCondition = 'WRITABLE' | 'READ_ONLY' | 'UNREACHABLE';

const CONDITION_MS = 3000;
/** Our own transaction is read-only in any case: what the others would be is asked. */
const CONDITION = `
select pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean as "readOnly"`;

const MOST_ATTEMPTS = 3;
const isDeadlock = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '40P01';
