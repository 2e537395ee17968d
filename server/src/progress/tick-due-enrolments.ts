import type { Instant } from '@planwright/schema/time';
import { columns, statement, type Tx } from '../database/index.js';
import { applyEvents, loadEnrolments, type ProgressDeps } from './apply-events.js';
import { EnrolmentEntity } from './entities.js';
import type { EnrolmentChange } from './progress-listener.js';

/** This many enrolments are brought up to date in one transaction. */
export const BATCH = 200;

/**
 * The rows of `enrolment` are claimed, not those of the state: every writer locks the enrolment first, so that nobody
 * can wait in a circle. What another replica holds is skipped: it is being brought up to date there.
 */
const CLAIM = statement(
  { ...columns(EnrolmentEntity, 'id', 'workspaceId'), now: 'timestamptz' },
  `
select e.id, e.workspace_id as "workspaceId",
  $1::timestamptz + w.clock_offset_ms * interval '1 millisecond' as now
from enrolment_state s
join workspace w on w.id = s.workspace_id
join enrolment e on e.id = s.enrolment_id
where s.next_change_at <= $1::timestamptz + w.clock_offset_ms * interval '1 millisecond'
  and (w.clock_lease_until is null or w.clock_lease_until <= $1::timestamptz)
order by s.next_change_at, s.enrolment_id
limit $2
for update of e skip locked`,
);

/** Re-evaluates what time alone has changed, one batch in this transaction (as worker); answers what changed. */
export async function tickDueEnrolments(
  tx: Tx,
  deps: ProgressDeps,
  realNow: Instant,
  most = BATCH,
): Promise<{ claimed: string[]; changes: EnrolmentChange[] }> {
  const claimed = await tx.rows(CLAIM, [realNow, most]);
  const changes: EnrolmentChange[] = [];
  for (const workspaceId of [...new Set(claimed.map((row) => row.workspaceId))].sort()) {
    const mine = claimed.filter((row) => row.workspaceId === workspaceId);
    const [first] = mine;
    if (!first) continue;
    const ids = mine.map((row) => row.id);
    const loaded = await loadEnrolments(tx, deps, workspaceId, ids, first.now);
    changes.push(...(await applyEvents(tx, deps, loaded, new Map())).changes);
  }
  return { claimed: claimed.map((row) => row.id), changes };
}

/**
 * A workspace's clock may be shifted, so the earliest instant is compared in real time. While somebody moves a sandbox's
 * clock, that move does what falls due on the way.
 */
const NEXT = statement(
  { nextAt: 'timestamptz?' },
  `
select min(greatest(due.at, w.clock_lease_until)) as "nextAt"
from workspace w
cross join lateral (
  select s.next_change_at - w.clock_offset_ms * interval '1 millisecond' as at
  from enrolment_state s where s.workspace_id = w.id and s.next_change_at is not null
  order by s.next_change_at limit 1
) due`,
);

/** Real time at which the next enrolment changes by itself. */
export async function nextDueAt(tx: Tx): Promise<Instant | undefined> {
  const row = await tx.row(NEXT);
  return row?.nextAt ?? undefined;
}
