import type { Language } from '@planwright/schema/text';
import { pino } from 'pino';
import { openSession } from '../access/session.js';
import { SettableClock } from '../clock/settable-clock.js';
import { logOptions } from '../config/log-options.js';
import { readSettings } from '../config/settings.js';
import { instantTypes } from '../database/column-types.js';
import { connect } from '../database/connect.js';
import type { Database } from '../database/database.js';
import type { Sql } from '../database/sql.js';
import type { AdmissionLimits } from '../http/limits/admit-operation.js';
import { type RunningServer, type StartOptions, startServer } from '../start.js';
import { cloneDatabase, type TestDatabase } from './cluster.js';
import { makeWorkspace, type TestPerson, type TestWorkspace } from './fixture.js';
import type { Operation } from './operation.js';

// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer follows the query of each test
export interface GraphqlAnswer<Data = any> {
  data: Data;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; requestId?: string } }[];
  status: number;
  headers: Headers;
}

export interface ExecuteOptions {
  as?: TestPerson | string;
  language?: Language;
  headers?: Record<string, string>;
}

export interface TestServer {
  url: string;
  wsUrl: string;
  /** The database, for a second replica. */
  appUrl: string;
  clock: SettableClock;
  database: Database;
  running: RunningServer;
  /** Lines the server logged, parsed. */
  log: Record<string, unknown>[];
  execute(query: string, variables?: Record<string, unknown>, options?: ExecuteOptions): Promise<GraphqlAnswer>;
  /** An operation with its types, and whatever it answers. */
  send<Result, Variables extends object>(
    asked: Operation<Result, Variables>,
    variables: Variables,
    options?: ExecuteOptions,
  ): Promise<GraphqlAnswer<Result | null>>;
  /** An operation with its types, whose request must be in order: fails with what is wrong. */
  ask<Result, Variables extends object>(
    asked: Operation<Result, Variables>,
    variables: Variables,
    options?: ExecuteOptions,
  ): Promise<Result>;
  /** A session token of that person; the same one for the same person. */
  token(person: TestPerson): Promise<string>;
  workspace(name?: string): Promise<TestWorkspace>;
  /** Statements as the owner of the tables, who sees every row. */
  sql: Sql;
  stop(): Promise<void>;
}

/** A clock that stands still gives no points back: only the tests of the limit itself have one. */
const NO_LIMIT = { burst: Number.POSITIVE_INFINITY, perSecond: 0 };

/** A key of tests alone; nothing is written beside the database of whoever runs them. */
export const TEST_SECRET_KEY = Buffer.alloc(32, 7).toString('base64');

/** A server with a database of its own and a clock that stands still at `now`. Call `stop` in afterAll. */
export async function startTestServer({
  now = '2026-01-05T01:00:00.000Z',
  environment = {},
  limits = { signedIn: NO_LIMIT, anonymous: NO_LIMIT },
  live = {},
  sockets = {},
  demo = false,
  examples = false,
  copy: given,
}: {
  now?: string;
  /** A copy of the template that was changed before; else a fresh one. */
  copy?: TestDatabase;
  environment?: Record<string, string>;
  limits?: Partial<AdmissionLimits>;
} & Pick<StartOptions, 'live' | 'sockets' | 'demo' | 'examples'> = {}): Promise<TestServer> {
  const copy = given ?? (await cloneDatabase());
  const clock = new SettableClock(now);
  const log: Record<string, unknown>[] = [];
  const settings = readSettings({
    API_PORT: '0',
    LOG_LEVEL: 'debug',
    PLANWRIGHT_SECRET_KEY: TEST_SECRET_KEY,
    // With a pool of 2 whoever holds a connection while waiting for another one is found out.
    DATABASE_POOL: process.env.PLANWRIGHT_TEST_POOL ?? '',
    ...environment,
  });
  const running = await startServer(settings, copy, {
    clock,
    limits,
    live,
    sockets,
    demo,
    examples,
    reminders: 'stand',
    // These only bound a failure: a busy machine is no fault.
    statementTimeoutMs: 120_000,
    answerWithinMs: 120_000,
    log: pino(logOptions('debug'), {
      write: (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>),
    }),
  });
  const owner = await connect(copy.ownerUrl, { types: instantTypes });
  const sql: Sql = {
    rows: async <Row extends object>(statement: string, parameters: readonly unknown[] = []) =>
      (await owner.query(statement, [...parameters])).rows as Row[],
    row: async <Row extends object>(statement: string, parameters: readonly unknown[] = []) =>
      ((await owner.query(statement, [...parameters])).rows as Row[])[0],
  };
  const tokens = new Map<string, string>();
  const token = async (person: TestPerson) => {
    const known = tokens.get(person.id);
    if (known) return known;
    const opened = await running.database.work(async (tx) => {
      const account = await tx.row<{ id: string }>('select id from account where person_id = $1', [person.id]);
      if (!account) throw new Error(`${person.name} has no account`);
      return openSession(tx, { id: account.id, workspaceId: person.workspaceId, personId: person.id }, clock.real(), {
        userAgent: 'test',
      });
    });
    tokens.set(person.id, opened.token);
    return opened.token;
  };
  const execute = async (
    query: string,
    variables: object = {},
    { as, language = 'en', headers = {} }: ExecuteOptions = {},
  ): Promise<GraphqlAnswer> => {
    const bearer = typeof as === 'string' ? as : as && (await token(as));
    const response = await fetch(running.api.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-app-csrf': '1',
        'accept-language': language,
        ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Pick<GraphqlAnswer, 'data' | 'errors'>;
    tellFaults(body, log);
    return { ...body, status: response.status, headers: response.headers };
  };
  return {
    url: running.api.url,
    appUrl: copy.appUrl,
    wsUrl: running.api.url.replace(/^http/, 'ws'),
    clock,
    database: running.database,
    running,
    log,
    sql,
    token,
    workspace: (name) => makeWorkspace(sql, name),
    execute,
    send: ({ text }, variables, options) => execute(text, variables, options),
    ask: async ({ text }, variables, options) => {
      const { data, errors } = await execute(text, variables, options);
      if (errors) throw new Error(`refused: ${JSON.stringify(errors)}`);
      return data;
    },
    stop: async () => {
      await running.stop();
      await owner.end();
      await copy.drop();
    },
  };
}

/** What hides behind INTERNAL stands in the server's log alone; whoever reads a failed test needs it. */
function tellFaults({ errors = [] }: Pick<GraphqlAnswer, 'errors'>, log: readonly Record<string, unknown>[]): void {
  const requests = errors.flatMap(({ extensions }) =>
    extensions.code === 'INTERNAL' && extensions.requestId ? [extensions.requestId] : [],
  );
  for (const line of log.filter(({ requestId, level }) => requests.includes(String(requestId)) && Number(level) >= 50))
    process.stderr.write(`${JSON.stringify(line)}\n`);
}
