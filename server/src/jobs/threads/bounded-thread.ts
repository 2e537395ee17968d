import { Worker } from 'node:worker_threads';

/** What a thread can be asked: a pure function by name, each from one plain value to another. */
export type ThreadTasks = Readonly<Record<string, (input: never) => unknown>>;

export interface ThreadLimits {
  /** Ends a task after so long: one that never ends would hold up all that wait behind it. */
  timeoutMs: number;
  /** Ends the thread rather than the server. */
  memoryMb: number;
}

/** What goes to a thread, and what comes back. Which types they have is known to whoever asks and to whoever answers. */
export interface ThreadQuestion {
  task: string;
  input: unknown;
}
export type ThreadAnswer = { value: unknown } | { error: { name: string; message: string; stack: string } };

/** TIME and MEMORY: the task exceeded its limit. STOPPED: nobody wants it any more. DIED: its thread ended by itself. */
export type EndReason = 'TIME' | 'MEMORY' | 'STOPPED' | 'DIED';

const WHY: Record<EndReason, string> = {
  TIME: 'it took too long',
  MEMORY: 'it took too much memory',
  STOPPED: 'the threads were stopped',
  DIED: 'its thread died',
};

/** Thrown to callers that wait for a task that was ended, or never begun. */
export class TaskEnded extends Error {
  override name = 'TaskEnded';

  constructor(
    task: string,
    readonly reason: EndReason,
    options?: ErrorOptions,
  ) {
    super(`${task} was ended: ${WHY[reason]}`, options);
  }
}

/**
 * One thread with a limit of memory. It computes one task at a time, each with a limit of time, and is ended with the task
 * that exceeds either: whatever a task does, the process goes on.
 */
export class BoundedThread {
  readonly #worker: Worker;
  #current: { task: string; settle(answer: ThreadAnswer | TaskEnded): void } | undefined;
  #ended = false;

  constructor(
    entry: URL,
    readonly memoryMb: number,
  ) {
    // From its sources (in tests) a thread needs somebody who reads TypeScript.
    const isSource = entry.pathname.endsWith('.ts');
    this.#worker = new Worker(isSource ? new URL('./typescript-thread.mjs', import.meta.url) : entry, {
      workerData: { entry: entry.href },
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
      // A thread has no business with the server's settings or arguments.
      env: {},
      argv: [],
      execArgv: ['--no-warnings'],
    });
    this.#worker.on('message', (answer: ThreadAnswer) => this.#settle(answer));
    this.#worker.on('error', (error: Error & { code?: string }) => {
      void this.end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'MEMORY' : 'DIED', error);
    });
    this.#worker.on('exit', () => void this.end('DIED'));
  }

  /** Whether it can be asked again. */
  get alive(): boolean {
    return !this.#ended;
  }

  run(task: string, input: unknown, timeoutMs: number): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => void this.end('TIME'), timeoutMs);
      this.#current = {
        task,
        settle: (answer) => {
          clearTimeout(timer);
          if (answer instanceof TaskEnded) reject(answer);
          else if ('value' in answer) resolve(answer.value);
          else reject(Object.assign(new Error(answer.error.message), answer.error));
        },
      };
      this.#worker.ref();
      const question: ThreadQuestion = { task, input };
      this.#worker.postMessage(question);
    });
  }

  /** Ends it with whatever it is at. */
  async end(reason: EndReason, cause?: Error): Promise<void> {
    if (this.#ended) return;
    this.#ended = true;
    const task = this.#current?.task;
    if (task !== undefined) this.#settle(new TaskEnded(task, reason, { cause }));
    await this.#worker.terminate();
  }

  #settle(answer: ThreadAnswer | TaskEnded): void {
    const current = this.#current;
    this.#current = undefined;
    // An idle thread keeps no process alive.
    this.#worker.unref();
    current?.settle(answer);
  }
}
