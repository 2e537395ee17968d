import { afterEach, describe, expect, test } from '@jest/globals';
import type { sampleTasks } from './testing/sample-tasks.js';
import { TaskEnded, Thread } from './thread.js';

const ENTRY = new URL('./testing/sample-thread.ts', import.meta.url);
const GENEROUS = { timeoutMs: 60_000, memoryMb: 256 };
let thread: Thread<typeof sampleTasks>;
const start = (limits = GENEROUS) => {
  thread = new Thread<typeof sampleTasks>(ENTRY, limits);
  return thread;
};
afterEach(() => thread?.stop());

describe('a thread', () => {
  test('computes one task after the other beside this one, and answers a fault as a fault', async () => {
    start();
    const all = await Promise.allSettled([thread.run('double', 2), thread.run('fail', 'no'), thread.run('double', 4)]);
    expect(all).toMatchObject([
      { status: 'fulfilled', value: 4 },
      { status: 'rejected', reason: { name: 'RangeError', message: 'no' } },
      { status: 'fulfilled', value: 8 },
    ]);
    expect(thread.done).toBe(3);
  });

  test('is ended with a task that never ends, and the next one gets a new thread', async () => {
    start({ ...GENEROUS, timeoutMs: 3_000 });
    const forever = thread.run('forever', null);
    const next = thread.run('double', 5);
    await expect(forever).rejects.toThrow(TaskEnded);
    expect(await next).toBe(10);
  });

  test('is ended with a task that takes too much memory, and the process lives', async () => {
    start({ ...GENEROUS, memoryMb: 32 });
    await expect(thread.run('hoard', null)).rejects.toThrow(TaskEnded);
    expect(await thread.run('double', 6)).toBe(12);
  });

  test('ends what it is at when it is stopped', async () => {
    start();
    const forever = thread.run('forever', null);
    const waiting = thread.run('double', 1);
    const ended = Promise.allSettled([forever, waiting]);
    await thread.stop();
    for (const { status } of await ended) expect(status).toBe('rejected');
    await expect(thread.run('double', 1)).rejects.toThrow(TaskEnded);
  });
});
