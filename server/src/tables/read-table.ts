import { TaskEnded, type ThreadLimits, Threads } from '../jobs/threads/index.js';
import { type ReadTable, TABLE_LIMITS, type TableFault, type TableLimits } from './table.ts';
import type { tableTasks } from './table-tasks.ts';

/** A table of ten thousand people takes a third of a second; the API's own deadline is ten seconds. */
const TIMEOUT_MS = 6000;
/** Every reading may take a core and some hundred megabytes. */
const MEMORY_MB = 256;
const MOST_AT_ONCE = 2;
const MOST_WAITING = 16;

const threads = new Threads<typeof tableTasks>(new URL('./table-thread.js', import.meta.url), {
  atOnce: MOST_AT_ONCE,
  timeoutMs: TIMEOUT_MS,
  memoryMb: MEMORY_MB,
  fresh: true,
});

/** Limits of the thread come beside what is counted while a file is unpacked. */
export interface ReadingOptions extends Partial<ThreadLimits> {
  limits?: Partial<TableLimits>;
}

/**
 * Reads a file that somebody has sent. It is measured before it is built and read in a thread of its own, whose memory is
 * bounded and which is ended when it takes too long: whatever the file does, the server goes on.
 */
export async function readTable(bytes: Uint8Array, { limits, ...ofThread }: ReadingOptions = {}): Promise<ReadTable> {
  const all = { ...TABLE_LIMITS, ...limits };
  if (bytes.length === 0) return { fault: 'EMPTY' };
  if (bytes.length > all.bytes) return { fault: 'TOO_LARGE' };
  if (threads.waiting >= MOST_WAITING) return { fault: 'BUSY' };
  try {
    return await threads.run('readTable', { bytes, limits: all }, ofThread);
  } catch (error) {
    if (error instanceof TaskEnded) return { fault: faultOf(error) };
    throw error;
  }
}

function faultOf({ reason }: TaskEnded): TableFault {
  switch (reason) {
    case 'TIME':
      return 'TOO_SLOW';
    case 'MEMORY':
    case 'DIED':
      return 'TOO_LARGE';
    case 'STOPPED':
      return 'BUSY';
  }
}
