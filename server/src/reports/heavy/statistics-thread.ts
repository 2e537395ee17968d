import { Thread } from '../../jobs/threads/thread.js';
import type { HeavyStatistics } from './heavy-statistics.js';

export type StatisticsThread = Thread<HeavyStatistics>;

/** Somebody who computes them: the thread, or a program in which nobody else waits. */
export type ComputesStatistics = Pick<StatisticsThread, 'run'>;

/** A replay of 10,000 drawings of 500 people takes seconds; what takes minutes is a fault. */
const LIMITS = { timeoutMs: 120_000, memoryMb: 1024 };

/** The thread in which statistics are computed, so that requests and live boards go on meanwhile. */
export const startStatisticsThread = (): StatisticsThread =>
  new Thread<HeavyStatistics>(new URL(entryOf(import.meta.url), import.meta.url), LIMITS);

/** Beside this file, and in the same language as it. */
const entryOf = (own: string): string => `./heavy-statistics-thread${own.endsWith('.ts') ? '.ts' : '.js'}`;
