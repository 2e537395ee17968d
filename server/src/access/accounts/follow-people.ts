import type { Instant } from '@planwright/schema/time';
import type { WritingTx } from '../../database/index.js';
import { endLinks } from './access-links.js';
import { writeLetters } from './account-letters.js';

/** What accounts do when something happens to their people, in its transaction, as worker. */
export const accountsFollow = {
  /** A link is for one address. Who had an account is told at the old one: it may not have been them. */
  async readdressed(
    tx: WritingTx,
    people: readonly { workspaceId: string; personId: string; accountId: string | null; from: string | null }[],
    now: Instant,
  ): Promise<void> {
    await endLinks(
      tx,
      people.map(({ personId }) => personId),
      now,
    );
    const letters = people.flatMap(({ personId, accountId, from }) =>
      accountId !== null && from !== null ? [{ kind: 'ADDRESS_CHANGED' as const, personId, address: from }] : [],
    );
    const [first] = people;
    if (first) await writeLetters(tx, first.workspaceId, letters, now);
  },
  async left(tx: WritingTx, leavers: readonly { personId: string }[], now: Instant): Promise<never[]> {
    await endLinks(
      tx,
      leavers.map(({ personId }) => personId),
      now,
    );
    return [];
  },
};
