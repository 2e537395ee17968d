import type { Writable } from 'node:stream';
import type { EntityManager } from '@mikro-orm/postgresql';
import { escapeLiteral, type PoolClient, type QueryConfig, type QueryResult } from 'pg';
import type { SendOnce } from './entities-within.js';
import { WORKER_ROLE } from './policy-sql.js';
import { AnswerWatch, type TrustedConnections } from './silence.js';
import type { Asked, CommandTx } from './sql.js';

/** Who a transaction runs as, and whether it may write. */
export interface Opening {
  readOnly: boolean;
  /** Scope variables, when it runs as the API role; absent = as the worker. */
  variables?: Readonly<Record<string, string>>;
  /** `work` sends all its statements at once, so that the end can follow them without waiting for their answers. */
  atOnce?: boolean;
  /** What `work` sends by `lastly` is the last of it, so the end is sent with it. */
  lastWrites?: boolean;
  /**
   * Statements keep one plan a connection, whatever their parameters. Left to itself PostgreSQL plans `= any($1)` again each time,
   * because it takes a list of ten for granted; for one enrolment that costs more than running the statement.
   */
  keptPlans?: boolean;
}

/**
 * Runs `work` in one transaction on one connection of the pool. What opens the transaction is sent with the first
 * statement, not before it, so it costs no wait of its own; nothing is answered unless it succeeded.
 */
export async function inTransaction<T>(
  connections: TrustedConnections,
  opening: Opening,
  work: (tx: CommandTx) => Promise<T>,
  answersWithinMs: number,
  entities: (send: SendOnce) => EntityManager,
): Promise<T> {
  const client = await connections.take();
  const watch = new AnswerWatch(answersWithinMs, () => connections.giveUp(client));
  const tx = new OpenTx(client, openingSql(opening), watch, opening.lastWrites ?? false, entities);
  if (opening.readOnly && opening.atOnce) {
    const working = work(tx);
    void end(tx, 'commit').catch(() => undefined);
    return working;
  }
  let answer: T;
  try {
    answer = await work(tx);
    await tx.opened;
  } catch (error) {
    await end(tx, 'rollback').catch(() => undefined);
    throw error;
  }
  const ended = end(tx, 'commit');
  // Nothing hangs on the end of a transaction that has only read.
  if (opening.readOnly) ended.catch(() => undefined);
  else if ((await ended) !== 'COMMIT') throw new Error('a statement had failed, so the transaction was rolled back');
  return answer;
}

/** One statement outside any transaction of ours, as the login itself. */
export async function alone(
  connections: TrustedConnections,
  sql: string,
  parameters: readonly unknown[],
  answersWithinMs: number,
): Promise<void> {
  const client = await connections.take();
  const watch = new AnswerWatch(answersWithinMs, () => connections.giveUp(client));
  try {
    await watch.awaits(client.query(sql, [...parameters]));
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** All settings are local to the transaction: the next reader of the connection finds none of them. */
function openingSql({ readOnly, variables, keptPlans = false }: Opening): string {
  const begin = readOnly ? 'begin read only' : 'begin';
  if (!variables) return `${begin}; set local role ${WORKER_ROLE}`;
  const all = keptPlans ? { ...variables, plan_cache_mode: 'force_generic_plan' } : variables;
  const settings = Object.entries(all).map(
    ([name, value]) => `set_config(${escapeLiteral(name)}, ${escapeLiteral(value)}, true)`,
  );
  return `${begin}; select ${settings.join(', ')}`;
}

/** Ends the transaction and gives the connection back, or throws it away when it may still be inside. */
async function end(tx: OpenTx, how: 'commit' | 'rollback'): Promise<string> {
  const { client } = tx;
  try {
    const { command } = await tx.end(how);
    client.release(client.getTransactionStatus() !== 'I');
    return command;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

class OpenTx implements CommandTx {
  /** Settled when the transaction is open and runs as the right person. */
  opened: Promise<unknown>;
  #ended: Promise<{ command: string }> | undefined;
  #held = false;
  #em: EntityManager | undefined;
  /** Of the first statement that failed. */
  #cause: unknown;

  constructor(
    readonly client: PoolClient,
    opening: string,
    private readonly watch: AnswerWatch,
    private readonly lastWrites: boolean,
    private readonly entities: (send: SendOnce) => EntityManager,
  ) {
    this.#holdWrites();
    this.opened = watch.awaits(client.query(opening));
    // Told to whoever asks for rows, and once more at the end.
    this.opened.catch(() => undefined);
  }

  async rows<Row extends object>(asked: Asked<Row>, parameters: readonly unknown[] = []): Promise<Row[]> {
    const { text, values } = sent(asked, parameters);
    const name = nameOf(text);
    return (await this.#send<Row>(name === undefined ? { text, values } : { name, text, values })).rows;
  }

  get em(): EntityManager {
    this.#em ??= this.entities((text, values) => this.#send({ text, values: [...values] }));
    return this.#em;
  }

  async #send<Row extends object>(statement: QueryConfig<unknown[]>): Promise<QueryResult<Row>> {
    if (this.#ended) throw new Error('the transaction is over');
    this.#holdWrites();
    const answered = this.watch.awaits(this.client.query<Row>(statement));
    try {
      const [, result] = await Promise.all([this.opened, answered]);
      return result;
    } catch (error) {
      this.#cause ??= error;
      // What was sent behind a statement that failed says only that: whoever waits for it is told why.
      throw isAborted(error) ? this.#cause : error;
    }
  }

  /** Once: what was sent with the last writes is waited for. */
  end(how: 'commit' | 'rollback'): Promise<{ command: string }> {
    if (this.#ended) return this.#ended;
    this.#holdWrites();
    this.#ended = this.watch.awaits(this.client.query(how));
    return this.#ended;
  }

  lastly<T>(send: () => Promise<T>): Promise<T> {
    const sent = send();
    if (this.lastWrites) this.end('commit').catch(() => undefined);
    return sent;
  }

  /** What is sent within one turn of the event loop goes out in one write: a system call costs more than its bytes. */
  #holdWrites(): void {
    if (this.#held) return;
    this.#held = true;
    const { stream } = (this.client as PoolClient & { connection: { stream: Writable } }).connection;
    stream.cork();
    process.nextTick(() => {
      this.#held = false;
      stream.uncork();
    });
  }

  async row<Row extends object>(asked: Asked<Row>, parameters: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.rows<Row>(asked, parameters))[0];
  }

  /** Not waited for: what follows is answered only if this succeeded. */
  async becomeWorker(): Promise<void> {
    this.#holdWrites();
    this.opened = Promise.all([this.opened, this.watch.awaits(this.client.query(`set local role ${WORKER_ROLE}`))]);
    this.opened.catch(() => undefined);
  }
}

function sent(asked: Asked<object>, parameters: readonly unknown[]): { text: string; values: unknown[] } {
  if (typeof asked === 'string') return { text: asked, values: [...parameters] };
  if ('text' in asked) return { text: asked.text, values: [...parameters] };
  const { sql, parameters: own } = asked.compile();
  return { text: sql, values: [...own] };
}

/** The transaction had failed before this statement came. */
const isAborted = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '25P02';

/** Our statements are constants: each is parsed once per connection. Generated ones beyond this many are parsed each time. */
const MOST_NAMES = 500;
const names = new Map<string, string>();

function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const name = `s${names.size}`;
  names.set(sql, name);
  return name;
}
