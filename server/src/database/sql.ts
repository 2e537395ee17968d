import type { EntityManager } from '@mikro-orm/postgresql';
import type { Compilable } from 'kysely';
import type { Statement } from './statement.js';

/**
 * What rows are asked for by: a statement that is declared (`statement.ts`), a query built from the entities (`queries.ts`), or text,
 * of which nobody checks what it answers.
 */
export type Asked<Row extends object> = Statement<Row> | Compilable<Row> | string;

/** Reads rows. Timestamps come as `Instant`, dates as `PlainDate`, bigint and numeric as strings. */
export interface Sql {
  /**
   * Rows of one statement with `$1`, `$2` … parameters; a JavaScript array is a PostgreSQL array (`= any($1::uuid[])`). A query
   * has its parameters in it.
   */
  rows<Row extends object>(asked: Asked<Row>, parameters?: readonly unknown[]): Promise<Row[]>;
  /** The first row, if any. */
  row<Row extends object>(asked: Asked<Row>, parameters?: readonly unknown[]): Promise<Row | undefined>;
}

/** One open transaction. Statements run in the order they were sent; they need not wait for one another. */
export type Tx = Sql;

/** A transaction that may write. */
export interface WritingTx extends Tx {
  /**
   * Entities of this transaction: one identity map, the rights that the transaction has at that moment, and no transaction of its own.
   * For acts that change single records; `flush` before the answer is read.
   */
  readonly em: EntityManager;
}

/** A transaction that starts under the viewer's policies and may then become the worker that writes. */
export interface CommandTx extends WritingTx {
  /** From here on row-level security is off and writing is allowed. Check what the viewer may do before. */
  becomeWorker(): Promise<void>;
  /**
   * The last that this transaction sends. Where it was opened with `lastWrites`, its end follows at once instead of waiting for
   * the answers: PostgreSQL rolls back when one of them failed. `send` sends everything before it first waits.
   */
  lastly<T>(send: () => Promise<T>): Promise<T>;
}
