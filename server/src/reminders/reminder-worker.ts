import { type Instant, laterOf } from '@planwright/schema/time';
import { plusMs } from '../clock/clock.js';
import type { DueWork } from '../clock/ticker.js';
import { stepsOf } from './advance-reminders.js';
import type { ReminderDeps } from './ports.js';

interface DueWorkspace {
  workspaceId: string;
  sandbox: boolean;
  now: Instant;
}

/** $1 = real time. A sandbox whose clock is being walked is left to the walker. */
const DUE = `
select w.id as "workspaceId", w.kind = 'SANDBOX' as sandbox, t.now
from workspace w
cross join lateral (select $1::timestamptz + w.clock_offset_ms * interval '1 millisecond' as now) t
where w.clock_target is null and (
  exists (select 1 from reminder_watermark m where m.workspace_id = w.id and m.plan_at <= t.now
    and (m.claimed_until is null or m.claimed_until < clock_timestamp()))
  or exists (select 1 from reminder_occurrence o where o.workspace_id = w.id and o.state = 'PLANNED' and o.deliver_at <= t.now
    and (o.claimed_until is null or o.claimed_until < clock_timestamp()))
  or exists (select 1 from notice n where n.workspace_id = w.id and n.state = 'PLANNED' and n.deliver_at <= t.now
    and (n.claimed_until is null or n.claimed_until < clock_timestamp()))
  or exists (select 1 from delivery d where d.workspace_id = w.id and d.state = 'QUEUED' and d.next_attempt_at <= $1::timestamptz
    and (d.lease_until is null or d.lease_until < clock_timestamp()))
  or exists (select 1 from delivery d where d.workspace_id = w.id and d.state = 'SENDING' and d.lease_until < clock_timestamp())
)`;

/** $1 = real time. What is to be planned at once stands at minus infinity, which is no instant: it is due now. */
const NEXT = `
select case when min(due.at) is not null then greatest(min(due.at), $1::timestamptz) end as "nextAt" from workspace w
cross join lateral (
  (select m.plan_at - w.clock_offset_ms * interval '1 millisecond' as at from reminder_watermark m
   where m.workspace_id = w.id order by m.plan_at limit 1)
  union all
  (select o.deliver_at - w.clock_offset_ms * interval '1 millisecond' from reminder_occurrence o
   where o.workspace_id = w.id and o.state = 'PLANNED' order by o.deliver_at limit 1)
  union all
  (select n.deliver_at - w.clock_offset_ms * interval '1 millisecond' from notice n
   where n.workspace_id = w.id and n.state = 'PLANNED' order by n.deliver_at limit 1)
  union all
  (select d.next_attempt_at from delivery d where d.workspace_id = w.id and d.state = 'QUEUED' order by d.next_attempt_at limit 1)
  union all
  (select d.lease_until - clock_timestamp() + $1::timestamptz from delivery d
   where d.workspace_id = w.id and d.state = 'SENDING' order by d.lease_until limit 1)
) due
where w.clock_target is null and due.at < 'infinity'`;

/** What is due may be held by another replica, or by the limits of a channel: it is looked at again after so long, not at once. */
const SHORTEST_SLEEP_MS = 200;

/** What the worker of every replica does: plan, send, try again, resolve; each round a batch of each, in each workspace. */
export function dueReminders(deps: ReminderDeps): DueWork {
  return {
    nextDueAt: async () => {
      const soon = plusMs(deps.clock.real(), SHORTEST_SLEEP_MS);
      const [row] = await deps.database.lookUp<{ nextAt: Instant | null }>(NEXT, [deps.clock.real()]);
      if (!row?.nextAt) return undefined;
      return laterOf(row.nextAt, soon);
    },
    doDue: async () => {
      const due = await deps.database.lookUp<DueWorkspace>(DUE, [deps.clock.real()]);
      const counts = await Promise.all(due.map((workspace) => advanceOnce(deps, workspace)));
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}

/** What fails in one workspace holds up no other. */
async function advanceOnce(deps: ReminderDeps, { workspaceId, sandbox, now }: DueWorkspace): Promise<number> {
  const workplace = { workspaceId, sandbox };
  const counts = await Promise.all(
    stepsOf(workplace).map((step) =>
      step(deps, workplace, now).catch((error: unknown) => {
        deps.log.error({ err: error, workspace: workspaceId }, 'reminders could not go on; they try again');
        return 0;
      }),
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Workspace time, later than `now`, at which a message is planned to go out next; for the clock of a sandbox. */
export async function nextReminderAt(
  { database }: ReminderDeps,
  workspaceId: string,
  now: Instant,
): Promise<Instant | undefined> {
  const [row] = await database.lookUp<{ at: Instant | null }>(
    `select least(
       (select min(deliver_at) from reminder_occurrence where workspace_id = $1::uuid and state = 'PLANNED' and deliver_at > $2::timestamptz),
       (select min(deliver_at) from notice where workspace_id = $1::uuid and state = 'PLANNED' and deliver_at > $2::timestamptz)) as at`,
    [workspaceId, now],
  );
  return row?.at ?? undefined;
}
