import type { Instant } from '@planwright/schema/time';
import type { Workplace } from './deliver/way.js';
import { sendNotices } from './notices/send-notices.js';
import { planReminders } from './plan/plan-reminders.js';
import type { ReminderDeps } from './ports.js';
import { sendDue } from './send/send-due.js';
import { reconcileInterrupted } from './settle/reconcile-interrupted.js';
import { retryDeliveries } from './settle/retry-deliveries.js';

/** A part of reminding: does what is due of it and says how much that was; 0 = nothing. Any number may run at once, in any process. */
export type Step = (deps: ReminderDeps, workplace: Workplace, now: Instant) => Promise<number>;

const plan: Step = (deps, { workspaceId }, now) => planReminders(deps, workspaceId, now);

/** All that reminding is, in a live workspace and in a sandbox, where messages end in the sink and none is left to settle. */
export const stepsOf = ({ sandbox }: Pick<Workplace, 'sandbox'>): readonly Step[] => [
  plan,
  sendDue,
  sendNotices,
  ...(sandbox ? [] : [reconcileInterrupted, retryDeliveries]),
];

/** Plans and delivers everything that is due at `now` in the workspace's time, to the end. */
export async function advanceReminders(deps: ReminderDeps, workspaceId: string, now: Instant): Promise<void> {
  const workplace = await workplaceOf(deps, workspaceId);
  for (;;) {
    let done = 0;
    for (const step of stepsOf(workplace)) done += await step(deps, workplace, now);
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
