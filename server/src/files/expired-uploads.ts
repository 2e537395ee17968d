import type { Clock, DueWork } from '../clock/index.js';
import { type Database, statement } from '../database/index.js';

const NEXT = statement({ at: 'timestamptz?' }, 'select min(expires_at) as at from file');

const DELETE = statement(
  { id: 'uuid' },
  `delete from file where id in (select id from file where expires_at <= $1::timestamptz order by expires_at limit 20) returning id`,
);

/** Uploads that nobody sent in time, or submitted within seven days, go by themselves. */
export function expiredUploads({ database, clock }: { database: Database; clock: Clock }): DueWork {
  return {
    nextDueAt: async () => {
      const [row] = await database.lookUp(NEXT, []);
      return row?.at ?? undefined;
    },
    doDue: () => database.work(async (tx) => (await tx.rows(DELETE, [clock.real()])).length),
  };
}
