import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer, ThreadQuestion, ThreadTasks } from '../threads/bounded-thread.js';

/** Inside a thread: computes what is asked, one task at a time. A task that throws is answered, it does not end the thread. */
export function answerTasks(tasks: ThreadTasks): void {
  parentPort?.on('message', (question: ThreadQuestion) => {
    parentPort?.postMessage(answer(tasks, question));
  });
}

function answer(tasks: ThreadTasks, { task, input }: ThreadQuestion): ThreadAnswer {
  try {
    const compute = tasks[task];
    if (!compute) throw new Error(`no task is called ${task}`);
    // `Threads.run` lets nobody ask a task for anything else than what it takes.
    return { value: compute(input as never) };
  } catch (error) {
    const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    return { error: { name, message, stack } };
  }
}
