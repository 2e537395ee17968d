import { BoundedThread, TaskEnded, type ThreadLimits, type ThreadTasks } from './bounded-thread.js';

export { TaskEnded, type ThreadLimits, type ThreadTasks };

export interface ThreadsSettings extends ThreadLimits {
  /** How many tasks are computed at once, each in a thread. */
  atOnce: number;
  /** Each task has a thread of its own: nothing of one is there when the next comes. */
  fresh?: boolean;
}

interface Waiting {
  task: string;
  input: unknown;
  limits: ThreadLimits;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * Computes beside the thread that answers requests, first come, first served. A task that takes too long or too much memory
 * is ended with its thread, and the next one gets a new thread. Threads start when there is something to do.
 */
export class Threads<Tasks extends ThreadTasks> {
  readonly #entry: URL;
  readonly #settings: ThreadsSettings;
  readonly #queue: Waiting[] = [];
  readonly #busy = new Set<BoundedThread>();
  readonly #idle: BoundedThread[] = [];
  #stopped = false;
  #done = 0;

  /** @param entry the file that calls `answerTasks`, under the name that it has once it is built */
  constructor(entry: URL, settings: ThreadsSettings) {
    // In tests it is its source that stands beside the source of whoever names it.
    this.#entry = import.meta.url.endsWith('.ts') ? new URL(entry.href.replace(/\.js$/, '.ts')) : entry;
    this.#settings = settings;
  }

  /** Tasks that were computed since the start. */
  get done(): number {
    return this.#done;
  }

  /** Tasks that nobody has begun yet. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** How many tasks are computed at once: more of them only wait. */
  get atOnce(): number {
    return this.#settings.atOnce;
  }

  run<Name extends keyof Tasks & string>(
    task: Name,
    input: Parameters<Tasks[Name]>[0],
    limits: Partial<ThreadLimits> = {},
  ): Promise<ReturnType<Tasks[Name]>> {
    return new Promise((resolve, reject) => {
      if (this.#stopped) return reject(new TaskEnded(task, 'STOPPED'));
      const { timeoutMs, memoryMb } = this.#settings;
      const own = { timeoutMs, memoryMb, ...limits };
      this.#queue.push({ task, input, limits: own, resolve: resolve as Waiting['resolve'], reject });
      void this.#next();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { reject, task } of this.#queue.splice(0)) reject(new TaskEnded(task, 'STOPPED'));
    await Promise.all([...this.#busy, ...this.#idle.splice(0)].map((thread) => thread.end('STOPPED')));
  }

  async #next(): Promise<void> {
    if (this.#stopped || this.#busy.size >= this.#settings.atOnce) return;
    const waiting = this.#queue.shift();
    if (!waiting) return;
    const thread = this.#threadWith(waiting.limits.memoryMb);
    this.#busy.add(thread);
    try {
      waiting.resolve(await thread.run(waiting.task, waiting.input, waiting.limits.timeoutMs));
      this.#done += 1;
    } catch (error) {
      waiting.reject(error);
      if (!(error instanceof TaskEnded)) this.#done += 1;
    }
    this.#busy.delete(thread);
    if (this.#settings.fresh) void thread.end('STOPPED');
    else if (thread.alive) this.#idle.push(thread);
    void this.#next();
  }

  #threadWith(memoryMb: number): BoundedThread {
    for (let kept = this.#idle.pop(); kept; kept = this.#idle.pop()) {
      if (kept.alive && kept.memoryMb === memoryMb) return kept;
      void kept.end('STOPPED');
    }
    return new BoundedThread(this.#entry, memoryMb);
  }
}
