import { addMs, DAY_MS, earlierOf, HOUR_MS, type Instant, instantAt, plainDateIn } from '@planwright/schema/time';
import type { Reminders } from '../../reminders/index.js';

const ZONE = 'Asia/Shanghai';
const DAYS = 9;
/** Reminders are planned two days ahead, so half a day never overtakes the plan. */
const LONGEST_STEP_MS = 12 * HOUR_MS;

/**
 * What the reminders of the running cohort said in the last days: asked at each moment at which one was due, as the worker would have
 * been, before it looks at the company for the first time. So there are messages, and inboxes with something in them, from the
 * first minute, and each carries the moment at which it would have come.
 */
export async function sendLatelyDue(
  reminders: Pick<Reminders, 'advance' | 'nextAt'>,
  workspaceId: string,
  now: Instant,
  signal: AbortSignal,
): Promise<void> {
  const last = addMs(now, -DAY_MS);
  // From a midnight on, when nobody is disturbed: what was due before goes out at the opening.
  let at = instantAt(plainDateIn(addMs(now, -DAYS * DAY_MS), ZONE), '00:00', ZONE);
  while (!signal.aborted) {
    await reminders.advance(workspaceId, at);
    if (at >= last) return;
    const next = await reminders.nextAt(workspaceId, at);
    at = [addMs(at, LONGEST_STEP_MS), last].reduce(earlierOf, next !== undefined && next > at ? next : last);
  }
}
