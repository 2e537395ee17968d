import pg from 'pg';

export interface Counted {
  /** How often each statement was sent, by its text. */
  statements: Map<string, number>;
  /** How often a connection was taken from the pool. */
  connections: number;
}

/** Counts what goes to the database while `work` runs; nothing else of the process may use it meanwhile. */
export async function countStatements(work: () => Promise<unknown>): Promise<Counted> {
  const counted: Counted = { statements: new Map(), connections: 0 };
  const { query } = pg.Client.prototype;
  const { connect } = pg.Pool.prototype;
  pg.Client.prototype.query = function (this: pg.Client, ...parameters: unknown[]) {
    const [first] = parameters;
    const text = typeof first === 'string' ? first : String((first as { text?: unknown }).text);
    counted.statements.set(text, (counted.statements.get(text) ?? 0) + 1);
    return Reflect.apply(query, this, parameters);
  } as typeof query;
  pg.Pool.prototype.connect = function (this: pg.Pool, ...parameters: unknown[]) {
    counted.connections += 1;
    return Reflect.apply(connect, this, parameters);
  } as typeof connect;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
    pg.Pool.prototype.connect = connect;
  }
  return counted;
}
