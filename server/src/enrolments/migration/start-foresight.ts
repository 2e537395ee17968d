import { Threads } from '../../jobs/threads/threads.js';
import type { foresightTasks } from './foresight-tasks.js';

export type Foresight = Threads<typeof foresightTasks>;

/** About a millisecond a person: ten thousand take ten seconds, and what takes minutes is a fault. */
const SETTINGS = { atOnce: 1, timeoutMs: 180_000, memoryMb: 2048 };

/** The threads in which it is foreseen what a move does to people. */
export const startForesight = (): Foresight =>
  new Threads<typeof foresightTasks>(new URL('./foresight-thread.js', import.meta.url), SETTINGS);
