import { Thread } from '../../jobs/threads/thread.js';
import { foreseeMigration } from './foresee-migration.js';

/** What takes seconds for thousands of people, and would hold up everybody's requests and boards meanwhile. */
export const foresight = { foreseeMigration };

export type ForesightThread = Thread<typeof foresight>;

/** About a millisecond a person: ten thousand take ten seconds, and what takes minutes is a fault. */
const LIMITS = { timeoutMs: 180_000, memoryMb: 2048 };

/** The thread in which it is foreseen what a move does to people. */
export const startForesightThread = (): ForesightThread =>
  new Thread<typeof foresight>(new URL(entryOf(import.meta.url), import.meta.url), LIMITS);

/** Beside this file, and in the same language as it. */
const entryOf = (own: string): string => `./foresight-thread-entry${own.endsWith('.ts') ? '.ts' : '.js'}`;
