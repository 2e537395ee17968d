import type { Instant } from '@planwright/schema/time';
import { REACH_CHANGED } from '../../access/index.js';
import type { Clock, DueWork } from '../../clock/index.js';
import { columns, type Database, statement, type WritingTx } from '../../database/index.js';
import { DeputyEntity } from '../../people/entities.js';
import type { OrganisationListener } from '../listener.js';

const ACROSS = columns(DeputyEntity, 'workspaceId', 'mentorId', 'deputyId', 'state');

/** A workspace's clock may be ahead. Two replicas never carry the same period over: the row is locked and looked at again. */
const CARRY_OVER = statement(
  ACROSS,
  `
update deputy d set state = case when d.ends_at <= due.now then 'ENDED' else 'RUNNING' end
from (
  select d.id, $1::timestamptz + w.clock_offset_ms * interval '1 millisecond' as now
  from deputy d join workspace w on w.id = d.workspace_id
  where d.state <> 'ENDED'
    and case d.state when 'PLANNED' then d.starts_at else d.ends_at end
      <= $1::timestamptz + w.clock_offset_ms * interval '1 millisecond'
  order by d.id for update of d skip locked
) due
where d.id = due.id
returning d.workspace_id as "workspaceId", d.mentor_id as "mentorId", d.deputy_id as "deputyId", d.state`,
);

/** Periods that begin or end by now: from here on the deputy has the rights and the reminders, or no longer. As worker. */
export async function carryOverPeriods(
  tx: WritingTx,
  listeners: readonly OrganisationListener[],
  realNow: Instant,
): Promise<number> {
  const crossed = await tx.rows(CARRY_OVER, [realNow]);
  for (const [workspaceId, periods] of Map.groupBy(crossed, (period) => period.workspaceId))
    await tellStandingIn(
      tx,
      listeners,
      workspaceId,
      periods.map(({ mentorId }) => mentorId),
    );
  return crossed.length;
}

/** The people of these mentors have somebody else to turn to from now on. */
export async function tellStandingIn(
  tx: WritingTx,
  listeners: readonly OrganisationListener[],
  workspaceId: string,
  mentorIds: readonly string[],
): Promise<void> {
  if (mentorIds.length === 0) return;
  for (const listener of listeners) await listener.stoodIn?.(tx, workspaceId, [...new Set(mentorIds)].sort());
}

const NEXT = statement(
  { nextAt: 'timestamptz?' },
  `
select min(case d.state when 'PLANNED' then d.starts_at else d.ends_at end - w.clock_offset_ms * interval '1 millisecond') as "nextAt"
from deputy d join workspace w on w.id = d.workspace_id where d.state <> 'ENDED'`,
);

/** What the ticker does for deputies: it wakes at the next beginning or end, and open streams follow. */
export function deputyPeriods(
  { database, clock }: { database: Database; clock: Clock },
  listeners: readonly OrganisationListener[],
): DueWork {
  return {
    nextDueAt: async () => (await database.lookUp(NEXT))[0]?.nextAt ?? undefined,
    doDue: async () => {
      const crossed = await database.work((tx) => carryOverPeriods(tx, listeners, clock.real()));
      if (crossed > 0) await database.notify(REACH_CHANGED, '');
      return crossed;
    },
  };
}
