import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer, ThreadTasks } from './thread.js';

/** Inside a thread: computes what is asked, one task at a time. A task that throws is answered, it does not end the thread. */
export function answerTasks(tasks: ThreadTasks): void {
  parentPort?.on('message', ({ task, input }: { task: string; input: unknown }) => {
    parentPort?.postMessage(answer(tasks, task, input));
  });
}

function answer(tasks: ThreadTasks, task: string, input: unknown): ThreadAnswer {
  try {
    const compute = tasks[task];
    if (!compute) throw new Error(`no task is called ${task}`);
    return { value: compute(input) };
  } catch (error) {
    const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    return { error: { name, message, stack } };
  }
}
