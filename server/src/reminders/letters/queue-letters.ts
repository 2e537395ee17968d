import type { Instant } from '@planwright/schema/time';
import { takeLetters } from '../../access/index.js';
import type { Workplace } from '../deliver/way.js';
import { queueNotices } from '../notices/notice-rows.js';
import type { ReminderDeps } from '../ports.js';
import { ACCOUNT_NOTICES } from './account-notices.js';

/** Makes notices of the letters that waited: from then on they are sent and tried again like any other. @returns how many there were */
export function queueLetters({ database }: ReminderDeps, { workspaceId }: Workplace, now: Instant): Promise<number> {
  return database.work(async (tx) => {
    const letters = await takeLetters(tx, workspaceId);
    await queueNotices(
      tx,
      workspaceId,
      letters.map(({ id, personId, at, expiresAt }) => ({
        source: ACCOUNT_NOTICES,
        subjectId: id,
        step: 'letter',
        recipientId: personId,
        at,
        deliverAt: now,
        expiresAt,
      })),
    );
    return letters.length;
  });
}
