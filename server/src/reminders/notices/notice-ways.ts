import { type RouteRow, routeOf } from '../deliver/routes.js';
import { inboxWay, type Way, type Workplace, wayOf } from '../deliver/way.js';
import type { LogicalChannel } from '../engine/index.js';
import type { ReminderDeps } from '../ports.js';

/** A way for notices, and which channel of plans it is. */
export type NoticeWay = Way & { logical: LogicalChannel };

/** Notices name no channel: whichever reaches the person first. What everybody has comes last. */
const ORDER: readonly LogicalChannel[] = ['chat', 'email'];

/** The ways to try, the surest last. In a sandbox there is one, into the sink. */
export async function waysOfNotices(
  deps: ReminderDeps,
  workplace: Workplace,
  rows: readonly RouteRow[],
): Promise<NoticeWay[]> {
  const ways: NoticeWay[] = [];
  for (const logical of ORDER) {
    const way = await wayOf(deps, workplace, routeOf(rows, logical));
    if (way.kind === 'SINK') return [{ ...way, logical }];
    if (way.kind === 'CHANNEL') ways.push({ ...way, logical });
  }
  return [...ways, { ...inboxWay, logical: 'inbox' }];
}
