import { afterEach, describe, expect, test } from '@jest/globals';
import type { sampleTasks } from './testing/sample-tasks.js';
import { TaskEnded, Threads, type ThreadsSettings } from './threads.js';

const GENEROUS = { atOnce: 1, timeoutMs: 60_000, memoryMb: 256 };
let threads: Threads<typeof sampleTasks>;
const start = (settings: Partial<ThreadsSettings> = {}) => {
  const entry = new URL('./testing/sample-thread.js', import.meta.url);
  threads = new Threads<typeof sampleTasks>(entry, { ...GENEROUS, ...settings });
  return threads;
};
afterEach(() => threads?.stop());

describe('threads', () => {
  test('compute beside this one, and answer a fault as a fault', async () => {
    start();
    const all = await Promise.allSettled([
      threads.run('double', 2),
      threads.run('fail', 'no'),
      threads.run('double', 4),
    ]);
    expect(all).toMatchObject([
      { status: 'fulfilled', value: 4 },
      { status: 'rejected', reason: { name: 'RangeError', message: 'no' } },
      { status: 'fulfilled', value: 8 },
    ]);
    expect(threads.done).toBe(3);
  });

  test('end with a task that never ends, and the next one gets a new thread', async () => {
    start({ timeoutMs: 3_000 });
    const forever = threads.run('forever', null);
    const next = threads.run('double', 5);
    await expect(forever).rejects.toMatchObject({ name: 'TaskEnded', reason: 'TIME' });
    expect(await next).toBe(10);
  });

  test('end with a task that takes too much memory, and the process lives', async () => {
    start({ memoryMb: 32 });
    await expect(threads.run('hoard', null)).rejects.toMatchObject({ name: 'TaskEnded', reason: 'MEMORY' });
    expect(await threads.run('double', 6)).toBe(12);
  });

  test('end what they are at when they are stopped', async () => {
    start();
    const forever = threads.run('forever', null);
    const waiting = threads.run('double', 1);
    const ended = Promise.allSettled([forever, waiting]);
    await threads.stop();
    for (const { status } of await ended) expect(status).toBe('rejected');
    await expect(threads.run('double', 1)).rejects.toThrow(TaskEnded);
  });

  test('go on with what waits while one of them is held up', async () => {
    start({ atOnce: 2 });
    const forever = threads.run('forever', null);
    forever.catch(() => undefined);
    expect(await Promise.all([1, 2, 3].map((n) => threads.run('double', n)))).toEqual([2, 4, 6]);
    await threads.stop();
    await expect(forever).rejects.toMatchObject({ reason: 'STOPPED' });
  });

  test('remember what was before, unless each task has a thread of its own', async () => {
    start();
    expect([await threads.run('count', null), await threads.run('count', null)]).toEqual([1, 2]);
    await threads.stop();
    start({ fresh: true });
    expect([await threads.run('count', null), await threads.run('count', null)]).toEqual([1, 1]);
  });

  test('have their own limits for one task', async () => {
    start({ memoryMb: 32 });
    expect(await threads.run('hold', 40, { memoryMb: 256 })).toBe(40);
    await expect(threads.run('hold', 40)).rejects.toMatchObject({ reason: 'MEMORY' });
    await expect(threads.run('forever', null, { timeoutMs: 1 })).rejects.toMatchObject({ reason: 'TIME' });
  });

  test('know nothing of the settings of the server', async () => {
    expect(await start().run('settings', null)).toEqual([]);
  });
});
