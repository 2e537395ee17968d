import type { Instant } from '@planwright/schema';
import { sendNotices } from './notices/send-notices.js';
import { planReminders } from './plan-reminders.js';
import type { ReminderDeps } from './ports.js';
import { reconcileInterrupted } from './reconcile-interrupted.js';
import { retryDeliveries } from './retry-deliveries.js';
import { sendDue } from './send-due.js';
import type { Workplace } from './way.js';

export interface Advanced {
  /** Enrolments that were planned. */
  planned: number;
  /** Occurrences and notices that were looked at for sending. */
  sent: number;
  /** Messages that were tried again or resolved after an interruption. */
  resumed: number;
}

/**
 * Plans and delivers everything that is due at `now` in the workspace's time, to the end: the worker and the clock of a sandbox use this
 * same function. Several may run at once, in any process.
 */
export async function advanceReminders(deps: ReminderDeps, workspaceId: string, now: Instant): Promise<Advanced> {
  const workplace = await workplaceOf(deps, workspaceId);
  const advanced: Advanced = { planned: 0, sent: 0, resumed: 0 };
  for (;;) {
    const planned = await planReminders(deps, workspaceId, now);
    const sent = (await sendDue(deps, workplace, now)) + (await sendNotices(deps, workplace, now));
    const resumed = workplace.sandbox
      ? 0
      : (await reconcileInterrupted(deps, workplace, now)) + (await retryDeliveries(deps, workplace, now));
    advanced.planned += planned;
    advanced.sent += sent;
    advanced.resumed += resumed;
    if (planned + sent + resumed === 0) return advanced;
  }
}

async function workplaceOf({ database }: ReminderDeps, workspaceId: string): Promise<Workplace> {
  const [row] = await database.lookUp<{ kind: string }>('select kind from workspace where id = $1::uuid', [
    workspaceId,
  ]);
  if (!row) throw new Error(`workspace ${workspaceId} does not exist`);
  return { workspaceId, sandbox: row.kind === 'SANDBOX' };
}
