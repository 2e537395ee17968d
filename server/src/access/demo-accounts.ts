import { type Database, StartupError, statement } from '../database/index.js';

const REFUSE_DEMO_ACCOUNTS = statement({ count: 'int' }, 'select count(*)::int as count from account where demo');

/** Everybody knows the demo's password: a production server does not start over a database with such accounts. */
export async function refuseDemoAccounts(database: Database): Promise<void> {
  const row = await database.work((tx) => tx.row(REFUSE_DEMO_ACCOUNTS));
  if (row && row.count > 0) {
    throw new StartupError(
      `The database holds ${row.count} demo account(s); give production a database of its own (DATABASE_URL or PLANWRIGHT_DATA).`,
    );
  }
}
