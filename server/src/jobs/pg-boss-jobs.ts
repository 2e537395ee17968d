import { type ConnectionOptions, type DatabaseOptions, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import {
  connectionOptions,
  LISTENER_ANSWERS_WITHIN_MS,
  LISTENER_ASKED_EVERY_MS,
  type Sql,
  WORKER_ROLE,
} from '../database/index.js';
import type { JobPort, Queue } from './job-port.js';
import { JOBS_SCHEMA } from './queue-options.js';

/** Statements of the queue within a transaction of ours. */
const within = (tx: Sql): NonNullable<ConnectionOptions['db']> => ({
  executeSql: async (text, values) => ({ rows: await tx.rows(text, values ?? []) }),
});

/** What is not answered by then comes over a connection that is dead; looking after the queue may take longer than our own statements. */
export const QUEUE_ANSWERS_WITHIN_MS = 15_000;

/** How pg-boss connects; what it does not know itself it hands on to the pool. */
const poolOf = (
  url: string,
  answersWithinMs: number,
): DatabaseOptions & { query_timeout: number; keepAlive: true } => ({
  ...connectionOptions,
  connectionString: url,
  options: `-c role=${WORKER_ROLE} ${connectionOptions.options}`,
  application_name: 'planwright jobs',
  keepAlive: true,
  // A connection whose statement has failed is closed, so the next one is asked over a new one.
  query_timeout: answersWithinMs,
  notifyHeartbeatIntervalMs: LISTENER_ASKED_EVERY_MS,
  notifyHeartbeatTimeoutMs: LISTENER_ANSWERS_WITHIN_MS,
});

export interface PgBossOptions {
  url: string;
  log: Logger;
  answersWithinMs?: number;
}

/** pg-boss with a small pool of its own, as the worker's role from the first statement on. It neither creates nor changes tables. */
export async function startPgBossJobs({
  url,
  log,
  answersWithinMs = QUEUE_ANSWERS_WITHIN_MS,
}: PgBossOptions): Promise<JobPort> {
  const boss = new PgBoss({
    ...poolOf(url, answersWithinMs),
    schema: JOBS_SCHEMA,
    max: 2,
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorIntervalSeconds: 15,
    persistWarnings: true,
    useListenNotify: true,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'the queue could not reach the database; it tries again'));
  boss.on('warning', (warning) => log.warn({ warning }, 'the queue warns'));
  await boss.start();
  return {
    enqueue: async (tx, queue, { key, afterSeconds }) => {
      await boss.send(
        queue,
        {},
        { db: within(tx), singletonKey: key, ...(afterSeconds ? { startAfter: afterSeconds } : {}) },
      );
    },
    work: async (queue: Queue, handler) => {
      await boss.work(queue, { batchSize: 10, pollingIntervalSeconds: 5 }, handler);
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  };
}
