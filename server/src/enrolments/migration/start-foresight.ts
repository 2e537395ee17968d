import { Threads } from '../../jobs/threads/index.js';
import type { foresightTasks } from './foresight-tasks.js';

export type Foresight = Threads<typeof foresightTasks>;

/** Five hundred people take a third of a second, of any plan at most a few; what takes a minute is a fault. */
const SETTINGS = { atOnce: 2, timeoutMs: 60_000, memoryMb: 1024 };

/** The threads in which it is foreseen what a move does to people. */
export const startForesight = (): Foresight =>
  new Threads<typeof foresightTasks>(new URL('./foresight-thread.js', import.meta.url), SETTINGS);
