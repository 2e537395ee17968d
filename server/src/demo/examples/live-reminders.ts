import { addMs, DAY_MS, type Instant } from '@planwright/schema';
import type { Reminders } from '../../reminders/start-reminders.js';

const DAYS = 9;

/**
 * What the reminders of the running cohort said in the last days: asked day by day as the worker would have, before it looks
 * at the company for the first time. So there are messages, and inboxes with something in them, from the first minute.
 */
export async function sendLatelyDue(
  reminders: Pick<Reminders, 'advance'>,
  workspaceId: string,
  now: Instant,
  signal: AbortSignal,
): Promise<void> {
  for (let day = DAYS; day >= 1 && !signal.aborted; day -= 1)
    await reminders.advance(workspaceId, addMs(now, -day * DAY_MS));
}
