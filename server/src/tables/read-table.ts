import { Worker } from 'node:worker_threads';
import { type ReadTable, TABLE_LIMITS, type TableLimits } from './table.ts';

/** A table of ten thousand people takes a third of a second; the API's own deadline is ten seconds. */
const DEADLINE_MS = 6000;
/** Every reading may take a core and some hundred megabytes. */
const MEMORY_MB = 256;
const MOST_AT_ONCE = 2;
const MOST_WAITING = 16;

const WORKER = new URL(import.meta.url.endsWith('.ts') ? './table-worker.ts' : './table-worker.js', import.meta.url);

let running = 0;
const waiting: (() => void)[] = [];

export interface ReadingOptions {
  limits?: Partial<TableLimits>;
  deadlineMs?: number;
  /** Of the thread, beside what is counted while it is unpacked. */
  memoryMb?: number;
}

/**
 * Reads a file that somebody has sent. It is measured before it is built and read in a thread of its own, whose memory is
 * bounded and which is ended when it takes too long: whatever the file does, the server goes on.
 */
export async function readTable(
  bytes: Uint8Array,
  { limits, deadlineMs = DEADLINE_MS, memoryMb = MEMORY_MB }: ReadingOptions = {},
): Promise<ReadTable> {
  const all = { ...TABLE_LIMITS, ...limits };
  if (bytes.length === 0) return { fault: 'EMPTY' };
  if (bytes.length > all.bytes) return { fault: 'TOO_LARGE' };
  if (waiting.length >= MOST_WAITING) return { fault: 'BUSY' };
  // Whoever ends hands the place over, so that nobody comes between.
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await inThread(bytes, all, { deadlineMs, memoryMb });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function inThread(
  bytes: Uint8Array,
  limits: TableLimits,
  { deadlineMs, memoryMb }: Required<Omit<ReadingOptions, 'limits'>>,
): Promise<ReadTable> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, {
      workerData: { bytes, limits },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      // The thread has no business with the server's settings or arguments.
      env: {},
      argv: [],
      execArgv: ['--no-warnings'],
    });
    const end = (answer: ReadTable) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const timer = setTimeout(() => end({ fault: 'TOO_SLOW' }), deadlineMs);
    worker.once('message', (answer: ReadTable) => end(answer));
    worker.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return end({ fault: 'TOO_LARGE' });
      clearTimeout(timer);
      reject(error);
    });
    worker.once('exit', () => end({ fault: 'TOO_LARGE' }));
  });
}
