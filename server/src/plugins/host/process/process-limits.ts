import { MAX_LINE } from '../wire.js';
import type { LineLimits } from './bounded-lines.js';

export interface ProcessLimits {
  /** Time to start and load the bundle. */
  loadMs: number;
  /** A pure call: rules, scorers, addresses, classify. */
  ruleMs: number;
  /** A call with a context. */
  callMs: number;
  /** Until an aborted read or a leaving process is ended. */
  abortMs: number;
  heapMb: number;
  /** Resident memory in MiB over the heap's cap, looked at every `pollMs`. */
  beyondHeapMb: number;
  pollMs: number;
  /** A process is replaced after this many calls or this long. */
  recycleCalls: number;
  recycleMs: number;
  /** A process that nobody calls is let go. */
  idleMs: number;
  /** Calls with a context that run at once. */
  concurrency: number;
  asksAtOnce: number;
  logLinesPerSecond: number;
  /** Messages of a read that the plugin may be ahead of its consumer. */
  credit: number;
  /** Waits between starts after a bad end: doubled from the first to the last. */
  backoff: { firstMs: number; lastMs: number; patienceMs: number };
  /** Bytes of a line to the process: an answer of 1 MiB takes more when it is written as JSON. */
  maxLineToChild: number;
  output: LineLimits;
  errors: LineLimits;
}

const MIB = 1024 * 1024;

export const PROCESS_LIMITS: ProcessLimits = {
  loadMs: 20_000,
  ruleMs: 10_000,
  callMs: 30_000,
  abortMs: 2_000,
  heapMb: 128,
  beyondHeapMb: 256,
  pollMs: 1_000,
  recycleCalls: 5_000,
  recycleMs: 60 * 60_000,
  idleMs: 10 * 60_000,
  concurrency: 16,
  asksAtOnce: 64,
  logLinesPerSecond: 20,
  credit: 64,
  backoff: { firstMs: 100, lastMs: 60_000, patienceMs: 2_000 },
  maxLineToChild: 8 * MIB,
  output: { maxLine: MAX_LINE, bytesPerSecond: 16 * MIB, burst: 8 * MIB },
  errors: { maxLine: 64 * 1024, bytesPerSecond: MIB, burst: MIB },
};
