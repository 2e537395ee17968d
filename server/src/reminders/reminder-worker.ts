import { type Instant, laterOf } from '@planwright/schema/time';
import { type DueWork, plusMs } from '../clock/index.js';
import type { ReminderDeps } from './ports.js';
import { STEPS, type Step } from './steps.js';

interface DueWorkspace {
  workspaceId: string;
  sandbox: boolean;
  now: Instant;
  /** Of each step: whether it has something to do. */
  isDue: boolean[];
}

const NOW = { WORKSPACE: 't.now', REAL: '$1::timestamptz', DATABASE: 'clock_timestamp()' } as const;

const isDue = ({ tables, waits, at, clock, heldUntil, liveOnly }: Step): string => {
  const held = heldUntil ? ` and (${heldUntil} is null or ${heldUntil} < clock_timestamp())` : '';
  const looks = tables.map(
    (table) =>
      `exists (select 1 from ${table} where workspace_id = w.id and ${waits} and ${at} <= ${NOW[clock]}${held})`,
  );
  return `(${liveOnly ? `w.kind = 'LIVE' and ` : ''}(${looks.join(' or ')}))`;
};

/** $1 = real time. A sandbox whose clock is being walked is left to the walker. */
const DUE = `
select * from (
  select w.id as "workspaceId", w.kind = 'SANDBOX' as sandbox, t.now, array[${STEPS.map(isDue).join(',\n    ')}] as "isDue"
  from workspace w
  cross join lateral (select $1::timestamptz + w.clock_offset_ms * interval '1 millisecond' as now) t
  where w.clock_target is null
) found where true = any("isDue")`;

const REAL_TIME = {
  WORKSPACE: (at: string) => `${at} - w.clock_offset_ms * interval '1 millisecond'`,
  REAL: (at: string) => at,
  DATABASE: (at: string) => `${at} - clock_timestamp() + $1::timestamptz`,
} as const;

const nextOf = ({ tables, waits, at, clock }: Step): string[] =>
  tables.map(
    (table) =>
      `(select ${REAL_TIME[clock](at)} as at from ${table} where workspace_id = w.id and ${waits} order by ${at} limit 1)`,
  );

/** $1 = real time. What is to be planned at once stands at minus infinity, which is no instant: it is due now. */
const NEXT = `
select case when min(due.at) is not null then greatest(min(due.at), $1::timestamptz) end as "nextAt" from workspace w
cross join lateral (${STEPS.flatMap(nextOf).join('\n  union all ')}) due
where w.clock_target is null and due.at < 'infinity'`;

/** What is due may be held by another replica, or by the limits of a channel: it is looked at again after so long, not at once. */
const SHORTEST_SLEEP_MS = 200;

/** What the worker of every replica does: each step that has something to do, a batch of it, in each workspace. */
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
async function advanceOnce(deps: ReminderDeps, { workspaceId, sandbox, now, isDue }: DueWorkspace): Promise<number> {
  const counts = await Promise.all(
    STEPS.filter((_step, index) => isDue[index]).map(({ run }) =>
      run(deps, { workspaceId, sandbox }, now).catch((error: unknown) => {
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
