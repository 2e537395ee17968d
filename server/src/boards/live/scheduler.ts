/** Elapsed time and timers as an argument, so that tests move time themselves. Never wall-clock time. */
export interface Scheduler {
  /** Milliseconds that only ever grow. */
  now(): number;
  /** Runs once after this many milliseconds; the result cancels it. */
  after(milliseconds: number, run: () => void): () => void;
}

/** Timers of the process. They keep no process alive that has nothing else to do. */
export const processScheduler: Scheduler = {
  now: () => performance.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
