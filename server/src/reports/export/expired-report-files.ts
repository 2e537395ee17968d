import type { Instant } from '@planwright/schema/time';
import type { Clock } from '../../clock/clock.js';
import type { DueWork } from '../../clock/ticker.js';
import type { Database } from '../../database/database.js';

/** Files whose links have ended go by themselves, also where nobody exports any more: they hold figures of people. */
export function expiredReportFiles({ database, clock }: { database: Database; clock: Clock }): DueWork {
  return {
    nextDueAt: async () => {
      const [row] = await database.lookUp<{ at: Instant | null }>('select min(expires_at) as at from report_file', []);
      return row?.at ?? undefined;
    },
    doDue: () =>
      database.work(async (tx) => {
        const gone = await tx.rows('delete from report_file where expires_at <= $1::timestamptz returning id', [
          clock.real(),
        ]);
        return gone.length;
      }),
  };
}
