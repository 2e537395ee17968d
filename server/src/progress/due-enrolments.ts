import type { Logger } from 'pino';
import type { Clock, DueWork } from '../clock/index.js';
import { type Database, statement } from '../database/index.js';
import type { ProgressDeps } from './apply-events.js';
import type { EnrolmentChange } from './progress-listener.js';
import { BATCH, nextDueAt, tickDueEnrolments } from './tick-due-enrolments.js';

/** An enrolment that cannot be brought up to date is looked at again after so long; it must not hold up the others. */
const PARKED = statement(
  { id: 'uuid' },
  `
update enrolment_state parked set next_change_at = due.now + interval '5 minutes'
from (
  select s.enrolment_id, $1::timestamptz + w.clock_offset_ms * interval '1 millisecond' as now
  from enrolment_state s
  join workspace w on w.id = s.workspace_id
  join enrolment e on e.id = s.enrolment_id
  where s.next_change_at <= $1::timestamptz + w.clock_offset_ms * interval '1 millisecond'
    and (w.clock_lease_until is null or w.clock_lease_until <= $1::timestamptz)
  order by s.next_change_at, s.enrolment_id limit 1 for update of e skip locked
) due
where parked.enrolment_id = due.enrolment_id
returning parked.enrolment_id as id`,
);

/** What the ticker does for progress: openings, overdue dates and missed feedback, in batches, each in one transaction. */
export function dueEnrolments(
  { database, clock, log }: { database: Database; clock: Clock; log: Logger },
  deps: ProgressDeps,
): DueWork {
  const tick = async (most: number): Promise<number> => {
    const { claimed, changes } = await database.work((tx) => tickDueEnrolments(tx, deps, clock.real(), most));
    tell(deps, changes);
    return claimed.length;
  };
  return {
    nextDueAt: () => database.work(nextDueAt),
    doDue: async () => {
      try {
        return await tick(BATCH);
      } catch (error) {
        return await oneByOne(error);
      }
    },
  };

  /** Somewhere in the batch is one that fails: the others go on, the first that fails alone is parked. */
  async function oneByOne(batchError: unknown): Promise<number> {
    let done = 0;
    try {
      for (; done < BATCH; done += 1) if ((await tick(1)) === 0) return done;
      return done;
    } catch (error) {
      const [parked] = await database.work((tx) => tx.rows(PARKED, [clock.real()]));
      if (!parked) throw batchError;
      log.error(
        { err: error, enrolment: parked.id },
        'an enrolment could not be brought up to date; it is tried again in five minutes',
      );
      return done + 1;
    }
  }
}

function tell({ listener }: ProgressDeps, changes: readonly EnrolmentChange[]): void {
  if (changes.length === 0) return;
  listener.committed(
    [...new Set(changes.map((change) => change.cohortId))],
    changes.map((change) => change.enrolmentId),
  );
}
