import { Threads } from '../../jobs/threads/index.js';
import type { HeavyStatistics } from './heavy-statistics.js';

export type StatisticsThread = Threads<HeavyStatistics>;

/** Somebody who computes them: the thread, or a program in which nobody else waits. */
export type ComputesStatistics = Pick<StatisticsThread, 'run'>;

/** A replay of 10,000 drawings of 500 people takes seconds; what takes minutes is a fault. */
const SETTINGS = { atOnce: 1, timeoutMs: 120_000, memoryMb: 1024 };

/** The thread in which statistics are computed, so that requests and live boards go on meanwhile. */
export const startStatisticsThread = (): StatisticsThread =>
  new Threads<HeavyStatistics>(new URL('./heavy-statistics-thread.js', import.meta.url), SETTINGS);
