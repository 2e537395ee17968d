import type { EntityClass } from '@mikro-orm/core';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { CompiledQuery } from 'kysely';
import { checkAppRole, checkMigrated } from './check-roles.js';
import { instantTypes } from './column-types.js';
import { connectionOptions } from './connect.js';
import { type Listener, listen } from './listen.js';
import { WORKER_ROLE } from './policy-sql.js';
import { type Scope, scopeVariables } from './scope.js';
import type { CommandTx, Tx } from './sql.js';

export interface DatabaseOptions {
  /** Login of the API role. */
  url: string;
  entities?: EntityClass<object>[];
  /** Connections in the pool. */
  poolSize?: number;
  /** Ends a statement after so many milliseconds. */
  statementTimeoutMs?: number;
}

/** The database as the server uses it: always within a transaction, always as somebody. */
export class Database {
  private closed = false;

  private constructor(
    private readonly orm: MikroORM,
    private readonly url: string,
  ) {}

  /** Connects and checks that the role is a safe one and the tables are there. Throws StartupError with one sentence. */
  static async open(options: DatabaseOptions): Promise<Database> {
    await checkAppRole(options.url);
    await checkMigrated(options.url);
    const orm = await MikroORM.init({
      clientUrl: options.url,
      entities: options.entities ?? [],
      metadataProvider: ReflectMetadataProvider,
      discovery: { warnWhenNoEntities: false },
      ensureDatabase: false,
      pool: { min: 0, max: options.poolSize ?? 10 },
      driverOptions: {
        ...connectionOptions,
        types: instantTypes,
        statement_timeout: options.statementTimeoutMs ?? 8000,
        idle_in_transaction_session_timeout: 30_000,
      },
      logger: () => undefined,
    });
    return new Database(orm, options.url);
  }

  /** Reads under the row-level security of `scope`. */
  async read<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    const em = this.open({ variables: scopeVariables(scope) });
    return em.transactional((inner) => work(new OpenTx(inner)), { readOnly: true });
  }

  /** A command of a viewer: read and check under `scope`, then `becomeWorker` and write, all in one transaction. */
  async command<T>(scope: Scope, work: (tx: CommandTx) => Promise<T>): Promise<T> {
    const em = this.open({ variables: scopeVariables(scope) });
    return em.transactional((inner) => work(new OpenTx(inner)));
  }

  /** Work of the system itself: projections, the ticker, sessions. Sees every workspace; statements name theirs. */
  async work<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const em = this.open({ role: WORKER_ROLE });
    return em.transactional((inner) => work(new OpenTx(inner)));
  }

  /** Hears NOTIFY on `channel` on a connection of its own; after a lost connection `onGap` is called, as anything may have been missed. */
  listen(channel: string, onMessage: (payload: string) => void, onGap: () => void): Promise<Listener> {
    return listen(this.url, channel, onMessage, onGap);
  }

  /** Sends NOTIFY outside any transaction of ours: within one it would serialise all commits. */
  async notify(channel: string, payload: string): Promise<void> {
    await this.execute('select pg_notify($1, $2)', [channel, payload]);
  }

  /** An entity manager of its own for each transaction: identity maps are never shared between readers. */
  private open(session: { variables?: Record<string, string>; role?: string }): EntityManager {
    if (this.closed) throw new Error('the database is closed');
    return this.orm.em.fork({ session });
  }

  /** Outside any transaction, as the API role without a scope: rows are hidden from it. */
  private async execute(statement: string, parameters: unknown[]): Promise<void> {
    if (this.closed) throw new Error('the database is closed');
    await this.orm.em.getConnection().getClient().executeQuery(CompiledQuery.raw(statement, parameters));
  }

  /** Whether the database answers now. */
  async answers(): Promise<boolean> {
    return this.execute('select 1', []).then(
      () => true,
      () => false,
    );
  }

  async close(): Promise<void> {
    if (this.closed) return;
    // The pool would open again for whoever still asks.
    this.closed = true;
    await this.orm.close(true);
  }
}

class OpenTx implements CommandTx {
  constructor(readonly em: EntityManager) {}

  async rows<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.em.getKysely().executeQuery<Row>(CompiledQuery.raw(sql, [...parameters]));
    return result.rows;
  }

  async row<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.rows<Row>(sql, parameters))[0];
  }

  async becomeWorker(): Promise<void> {
    await this.rows(`set local role ${WORKER_ROLE}`);
  }
}
