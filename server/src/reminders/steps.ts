import type { Instant } from '@planwright/schema/time';
import type { Workplace } from './deliver/way.js';
import { queueLetters } from './letters/queue-letters.js';
import { planReminders } from './plan/plan-reminders.js';
import type { ReminderDeps } from './ports.js';
import { sendDue } from './send/send-due.js';
import { reconcileInterrupted } from './settle/reconcile-interrupted.js';
import { retryDeliveries } from './settle/retry-deliveries.js';

/** A part of reminding. Any number may run at once, in any process. */
export interface Step {
  /** Where it looks, in one workspace `w`. */
  tables: readonly string[];
  /** Of these, what waits for this step. */
  waits: string;
  /** When it is due, in the time that `clock` names. */
  at: string;
  /** The workspace's time, or real time by the server's clock or by the database's. */
  clock: 'WORKSPACE' | 'REAL' | 'DATABASE';
  /** Somebody has it until then. */
  heldUntil?: string;
  /** In a sandbox messages end in the sink: none is left to settle. */
  liveOnly?: true;
  /** Does what is due of it and says how much that was; 0 = nothing. */
  run(deps: ReminderDeps, workplace: Workplace, now: Instant): Promise<number>;
}

/** All that reminding is; the worker of every replica and the clock of a sandbox go through it. */
export const STEPS: readonly Step[] = [
  {
    tables: ['reminder_watermark'],
    waits: 'true',
    at: 'plan_at',
    clock: 'WORKSPACE',
    heldUntil: 'claimed_until',
    run: (deps, { workspaceId }, now) => planReminders(deps, workspaceId, now),
  },
  {
    tables: ['reminder_occurrence', 'notice'],
    waits: `state = 'PLANNED'`,
    at: 'deliver_at',
    clock: 'WORKSPACE',
    heldUntil: 'claimed_until',
    run: sendDue,
  },
  {
    tables: ['account_letter'],
    waits: 'not queued',
    at: 'at',
    clock: 'REAL',
    liveOnly: true,
    run: queueLetters,
  },
  {
    tables: ['delivery'],
    waits: `state = 'SENDING'`,
    at: 'lease_until',
    clock: 'DATABASE',
    liveOnly: true,
    run: reconcileInterrupted,
  },
  {
    tables: ['delivery'],
    waits: `state = 'QUEUED'`,
    at: 'next_attempt_at',
    clock: 'REAL',
    heldUntil: 'lease_until',
    liveOnly: true,
    run: retryDeliveries,
  },
];

/** Plans and delivers everything that is due at `now` in the workspace's time, to the end. */
export async function advanceReminders(deps: ReminderDeps, workspaceId: string, now: Instant): Promise<void> {
  const workplace = await workplaceOf(deps, workspaceId);
  const steps = STEPS.filter(({ liveOnly }) => !(liveOnly && workplace.sandbox));
  for (;;) {
    let done = 0;
    for (const { run } of steps) done += await run(deps, workplace, now);
    if (done === 0) return;
  }
}

async function workplaceOf({ database }: ReminderDeps, workspaceId: string): Promise<Workplace> {
  const [row] = await database.lookUp<{ kind: string }>('select kind from workspace where id = $1::uuid', [
    workspaceId,
  ]);
  if (!row) throw new Error(`workspace ${workspaceId} does not exist`);
  return { workspaceId, sandbox: row.kind === 'SANDBOX' };
}
