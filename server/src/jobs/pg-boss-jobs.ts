import { type ConnectionOptions, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { WORKER_ROLE } from '../database/policy-sql.js';
import type { Sql } from '../database/sql.js';
import type { JobPort, Queue } from './job-port.js';
import { JOBS_SCHEMA } from './queue-options.js';

/** Statements of the queue within a transaction of ours. */
const within = (tx: Sql): NonNullable<ConnectionOptions['db']> => ({
  executeSql: async (text, values) => ({ rows: await tx.rows(text, values ?? []) }),
});

/** pg-boss with a small pool of its own, as the worker's role from the first statement on. It neither creates nor changes tables. */
export async function startPgBossJobs({ url, log }: { url: string; log: Logger }): Promise<JobPort> {
  const boss = new PgBoss({
    connectionString: url,
    options: `-c role=${WORKER_ROLE}`,
    application_name: 'planwright jobs',
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
