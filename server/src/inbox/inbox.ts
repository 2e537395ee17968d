import type { Database } from '../database/index.js';
import { deliverToInbox, type InboxDelivery, type InDelivered } from './deliver-to-inbox.js';

/** Whoever wakes the readers of inboxes, here and at other replicas; called after a commit, never within it. */
export type RingInboxes = (workspaceId: string) => void;

/** The built-in channel: its dedupe is the unique key of a delivery, so a sender in doubt sends again. */
export class Inbox {
  constructor(
    private readonly database: Pick<Database, 'work'>,
    private readonly ring: RingInboxes,
  ) {}

  /** Delivers in a transaction of its own and wakes the readers. One answer for each message, in no particular order. */
  async deliver(workspaceId: string, messages: readonly InboxDelivery[]): Promise<InDelivered[]> {
    if (messages.length === 0) return [];
    const delivered = await this.database.work((tx) => deliverToInbox(tx, workspaceId, messages));
    if (delivered.some(({ fresh }) => fresh)) this.ring(workspaceId);
    return delivered;
  }

  /** Something about somebody's messages was changed and committed elsewhere. */
  changed(workspaceId: string): void {
    this.ring(workspaceId);
  }
}
