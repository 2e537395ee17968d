import type { Clock, DueWork } from '../../clock/index.js';
import { type Database, statement } from '../../database/index.js';

const FIND_REPORT_FILE = statement({ at: 'timestamptz?' }, 'select min(expires_at) as at from report_file');

const DELETE_REPORT_FILE = statement(
  { id: 'uuid' },
  'delete from report_file where expires_at <= $1::timestamptz returning id',
);

/** Files whose links have ended go by themselves, also where nobody exports any more: they hold figures of people. */
export function expiredReportFiles({ database, clock }: { database: Database; clock: Clock }): DueWork {
  return {
    nextDueAt: async () => {
      const [row] = await database.lookUp(FIND_REPORT_FILE, []);
      return row?.at ?? undefined;
    },
    doDue: () =>
      database.work(async (tx) => {
        const gone = await tx.rows(DELETE_REPORT_FILE, [clock.real()]);
        return gone.length;
      }),
  };
}
