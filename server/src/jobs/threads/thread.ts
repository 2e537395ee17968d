import { Worker } from 'node:worker_threads';

/** What a thread can be asked: a pure function by name, each from one plain value to another. */
// biome-ignore lint/suspicious/noExplicitAny: what goes in and out is each task's own
export type ThreadTasks = Record<string, (input: any) => unknown>;

export interface ThreadLimits {
  /** Ends a task after so long: one that never ends would hold up all that wait behind it. */
  timeoutMs: number;
  /** Ends the thread rather than the server. */
  memoryMb: number;
}

interface Waiting {
  task: string;
  input: unknown;
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export interface ThreadAnswer {
  value?: unknown;
  error?: { name: string; message: string; stack: string };
}

/** Thrown to whoever waits for a task that was ended. */
export class TaskEnded extends Error {
  override name = 'TaskEnded';
}

/**
 * Computes beside the thread that answers requests, one task after the other. A task that takes too long or too much memory
 * is ended with its thread, and the next one gets a new thread. The thread starts with the first task.
 */
export class Thread<Tasks extends ThreadTasks> {
  readonly #entry: URL;
  readonly #limits: ThreadLimits;
  readonly #queue: Waiting[] = [];
  #worker: Worker | undefined;
  #current: { waiting: Waiting; timer: NodeJS.Timeout } | undefined;
  #stopped = false;
  #done = 0;

  constructor(entry: URL, limits: ThreadLimits) {
    this.#entry = entry;
    this.#limits = limits;
  }

  /** Tasks that were computed since the start. */
  get done(): number {
    return this.#done;
  }

  run<Name extends keyof Tasks & string>(
    task: Name,
    input: Parameters<Tasks[Name]>[0],
  ): Promise<ReturnType<Tasks[Name]>> {
    return new Promise((resolve, reject) => {
      if (this.#stopped) return reject(new TaskEnded(`${task} comes after the end`));
      this.#queue.push({ task, input, resolve: resolve as Waiting['resolve'], reject });
      this.#next();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { reject, task } of this.#queue.splice(0)) reject(new TaskEnded(`${task} was not begun`));
    await this.#end('the server stops');
  }

  #next(): void {
    if (this.#current || this.#stopped) return;
    const waiting = this.#queue.shift();
    if (!waiting) return;
    const { timeoutMs } = this.#limits;
    const timer = setTimeout(() => void this.#end(`it took more than ${timeoutMs} ms`), timeoutMs);
    this.#current = { waiting, timer };
    this.#worker ??= this.#start();
    this.#worker.ref();
    this.#worker.postMessage({ task: waiting.task, input: waiting.input });
  }

  #start(): Worker {
    // From its sources (in tests) a thread needs somebody who reads TypeScript.
    const isSource = this.#entry.pathname.endsWith('.ts');
    const file = isSource ? new URL('./typescript-thread.mjs', import.meta.url) : this.#entry;
    const worker = new Worker(file, {
      workerData: { entry: this.#entry.href },
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.memoryMb },
      execArgv: [],
    });
    worker.on('message', (answer: ThreadAnswer) => this.#settle(answer));
    // Out of memory, or a fault outside any task: whoever waits is told, and the next task gets a new thread.
    worker.on('error', (error) => void this.#end(String(error), worker));
    worker.on('exit', () => void this.#end('its thread ended', worker));
    return worker;
  }

  #settle({ value, error }: ThreadAnswer): void {
    const current = this.#current;
    if (!current) return;
    this.#current = undefined;
    clearTimeout(current.timer);
    this.#done += 1;
    if (error)
      current.waiting.reject(Object.assign(new Error(error.message), { name: error.name, stack: error.stack }));
    else current.waiting.resolve(value);
    // An idle thread keeps no process alive.
    if (this.#queue.length === 0) this.#worker?.unref();
    this.#next();
  }

  async #end(why: string, of: Worker | undefined = this.#worker): Promise<void> {
    if (of !== this.#worker) return;
    const current = this.#current;
    this.#worker = undefined;
    this.#current = undefined;
    if (current) {
      clearTimeout(current.timer);
      current.waiting.reject(new TaskEnded(`${current.waiting.task} was ended: ${why}`));
    }
    await of?.terminate();
    this.#next();
  }
}
