/** Reads rows. Timestamps come as `Instant`, dates as `PlainDate`, bigint and numeric as strings. */
export interface Sql {
  /** Rows of one statement with `$1`, `$2` … parameters; a JavaScript array is a PostgreSQL array (`= any($1::uuid[])`). */
  rows<Row extends object>(statement: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** The first row, if any. */
  row<Row extends object>(statement: string, parameters?: readonly unknown[]): Promise<Row | undefined>;
}

/** One open transaction. Statements run in the order they were sent; they need not wait for one another. */
export type Tx = Sql;

/** A transaction that starts under the viewer's policies and may then become the worker that writes. */
export interface CommandTx extends Tx {
  /** From here on row-level security is off and writing is allowed. Check what the viewer may do before. */
  becomeWorker(): Promise<void>;
  /**
   * The last that this transaction sends. Where it was opened with `lastWrites`, its end follows at once instead of waiting for
   * the answers: PostgreSQL rolls back when one of them failed. `send` sends everything before it first waits.
   */
  lastly<T>(send: () => Promise<T>): Promise<T>;
}
