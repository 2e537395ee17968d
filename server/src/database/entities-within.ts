import { EntityManager, type MikroORM } from '@mikro-orm/postgresql';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';

/** Sends one statement of a transaction that is open. Its text is met once, so it gets no name. */
export type SendOnce = (
  text: string,
  values: readonly unknown[],
) => Promise<{ rows: object[]; rowCount: number | null }>;

/** An entity manager whose statements go through a transaction of ours: it neither begins nor ends one. */
export function entitiesWithin(orm: MikroORM, send: SendOnce): EntityManager {
  const em = orm.em.fork({ clear: true });
  em.setTransactionContext(
    new Kysely<unknown>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new Within(send),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    }),
  );
  return em;
}

/** The open transaction as Kysely's driver; beginning and ending it is not its business. */
class Within implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(send: SendOnce) {
    this.#connection = {
      executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
        const { rows, rowCount } = await send(sql, parameters);
        return { rows: rows as R[], ...(rowCount === null ? {} : { numAffectedRows: BigInt(rowCount) }) };
      },
      streamQuery: () => {
        throw new Error('entities are not streamed');
      },
    };
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }
  async beginTransaction(): Promise<void> {
    throw new Error('the transaction is open already');
  }
  async commitTransaction(): Promise<void> {
    throw new Error('the transaction ends with the command');
  }
  async rollbackTransaction(): Promise<void> {
    throw new Error('the transaction ends with the command');
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}
