import type { Sql } from '../database/index.js';

/** Queues of this program. Created with the schema, by the owner. */
export const QUEUES = ['reminders-wake'] as const;
export type Queue = (typeof QUEUES)[number];

/**
 * Wakes somebody, somewhere, at least once: what is to be done is decided by whoever wakes, from the tables. So a job that comes late, twice
 * or (after a disaster) never loses nothing.
 */
export interface JobPort {
  /** A wake that exists exactly if the transaction commits. One of a key is kept at a time. */
  enqueue(tx: Sql, queue: Queue, options: { key: string; afterSeconds?: number }): Promise<void>;
  /** One replica hears each job. */
  work(queue: Queue, handler: () => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}
