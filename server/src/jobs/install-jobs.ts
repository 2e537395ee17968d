import type { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import { StartupError } from '../database/index.js';
import { QUEUES } from './job-port.js';
import { JOBS_SCHEMA, queueOptions } from './queue-options.js';

/**
 * Installs the queue or brings it up to date, as the owner of the tables: the API's role may neither own nor create anything. The worker's
 * role gets the rows, not the tables. `sql` is a session of the owner.
 */
export async function installJobs(ownerUrl: string, sql: Pick<Client, 'query'>, workerRole: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOBS_SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on('error', () => undefined);
  try {
    await boss.start();
    for (const queue of QUEUES) {
      await boss.createQueue(queue, queueOptions);
      const { policy: _fixed, ...changeable } = queueOptions;
      await boss.updateQueue(queue, changeable);
    }
  } catch (error) {
    throw new StartupError(
      `The queue could not be installed (${error instanceof Error ? error.message : String(error)}); let the owner role create the schema ${JOBS_SCHEMA} and start again.`,
    );
  } finally {
    await boss.stop({ graceful: false });
  }
  await sql.query(`grant usage on schema ${JOBS_SCHEMA} to ${workerRole}`);
  await sql.query(`grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ${workerRole}`);
  await sql.query(`grant usage on all sequences in schema ${JOBS_SCHEMA} to ${workerRole}`);
  await sql.query(`grant execute on all functions in schema ${JOBS_SCHEMA} to ${workerRole}`);
}
