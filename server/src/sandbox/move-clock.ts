import { addMs, DAY_MS, type Instant } from '@planwright/schema/time';
import { type UserErrorData, userError } from '../access/graphql/index.js';
import { type Act, audited, done, type Outcome, refused } from '../access/index.js';
import { statement } from '../database/index.js';
import { say } from './generated/messages.js';
import type { SandboxBehaviour } from './sample-conduct.js';

export interface MoveClock {
  to: Instant;
  people: SandboxBehaviour;
}

/** Two years: further is a mistake of typing, and would walk for minutes. */
export const LONGEST_MOVE_DAYS = 731;

const MOVE_CLOCK = statement(
  { target: 'timestamptz?' },
  'select clock_target as target from workspace where id = $1::uuid',
);

/** Checks a move of the clock of the viewer's sandbox and leaves it in the audit trail; walking comes after the commit. */
export async function moveClock(act: Act, { to, people }: MoveClock): Promise<Outcome<Instant>> {
  const { tx, viewer, language, now } = act;
  const refusal = refusalOf(act, to);
  if (refusal) return refused(refusal);
  await tx.becomeWorker();
  const moving = await tx.row(MOVE_CLOCK, [viewer.workspace.id]);
  // Whoever asks for the same again waits for it.
  if (moving?.target && moving.target !== to) return refused(userError('NOT_NOW', say('isMoving'), language));
  if (!moving?.target)
    await audited(act, {
      action: 'moveClock',
      subject: `Workspace:${viewer.workspace.id}`,
      detail: { from: now, to, people },
    });
  return done(to);
}

function refusalOf({ viewer, language, now }: Act, to: Instant): UserErrorData | undefined {
  if (viewer.workspace.kind !== 'SANDBOX') return userError('NOT_NOW', say('liveClock'), language);
  if (to <= now) return userError('INVALID', say('forwardsOnly'), language, ['to']);
  if (to > addMs(now, LONGEST_MOVE_DAYS * DAY_MS))
    return userError('INVALID', say('tooFar', { days: LONGEST_MOVE_DAYS }), language, ['to']);
  return undefined;
}
