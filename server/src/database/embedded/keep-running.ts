import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5000;

export interface KeptProcess {
  /** Of the process that runs now, or ran last. */
  pid(): number;
  stop(): Promise<void>;
}

export interface KeptOptions {
  spawn(): ChildProcess;
  /** Resolves when the process does its work; rejects when it ended before. */
  ready(child: ChildProcess): Promise<void>;
  /** Ends a process in order. */
  end(child: ChildProcess): Promise<void>;
  /** It ended without being told to, and is started again. */
  onLost(how: string): void;
  /** It works again. */
  onBack(): void;
}

/** A process that is started again when it ends on its own. The first start must succeed. */
export async function keepRunning({ spawn, ready, end, onLost, onBack }: KeptOptions): Promise<KeptProcess> {
  const stopping = new AbortController();
  let child = spawn();
  await ready(child);

  const follow = (followed: ChildProcess): void => {
    followed.once('exit', (code, signal) => {
      if (stopping.signal.aborted) return;
      onLost(signal ?? `code ${code}`);
      void comeBack(FIRST_RETRY_MS);
    });
  };
  const comeBack = async (delayMs: number): Promise<void> => {
    try {
      await wait(delayMs, undefined, { signal: stopping.signal });
      child = spawn();
      await ready(child);
    } catch {
      // What keeps it from starting (those it left behind, a full disk) may be over the next time.
      if (!stopping.signal.aborted) await comeBack(Math.min(delayMs * 2, LAST_RETRY_MS));
      return;
    }
    if (child.exitCode !== null || child.signalCode !== null) return comeBack(delayMs);
    follow(child);
    onBack();
  };

  follow(child);
  return {
    pid: () => child.pid ?? 0,
    stop: async () => {
      stopping.abort();
      await end(child);
    },
  };
}
