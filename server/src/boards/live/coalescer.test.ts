import { expect, test } from '@jest/globals';
import { Coalescer } from './coalescer.js';

/** Timers that fire when the test moves the hands. */
function world(windowMilliseconds = 100) {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  const runs: { at: number; keys: string[] }[] = [];
  let hold: Promise<void> = Promise.resolve();
  const scheduler = {
    now: () => now,
    after: (milliseconds: number, run: () => void) => {
      const timer = { at: now + milliseconds, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  };
  const coalescer = new Coalescer({
    scheduler,
    windowMilliseconds,
    run: (keys) => {
      runs.push({ at: now, keys });
      return hold;
    },
  });
  const advance = async (to: number) => {
    for (;;) {
      const due = timers.filter(({ at }) => at <= to).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      timers = timers.filter((timer) => timer !== due);
      now = due.at;
      due.run();
      for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    }
    now = to;
  };
  return {
    coalescer,
    runs,
    advance,
    holdRuns: (until: Promise<void>) => {
      hold = until;
    },
  };
}

test('a quiet key runs at once, and a burst once a window', async () => {
  const { coalescer, runs, advance } = world();
  for (let at = 0; at < 1000; at += 10) {
    coalescer.mark('board');
    await advance(at);
  }
  await advance(2000);
  expect(runs.length).toBeLessThanOrEqual(11);
  expect(runs[0]?.at).toBe(0);
  for (const [index, { at }] of runs.entries())
    if (index > 0) expect(at - (runs[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(100);
});

test('keys that are due together go in one run, and a mark during a run is not lost', async () => {
  const { coalescer, runs, advance, holdRuns } = world();
  let release = () => {};
  holdRuns(
    new Promise((resolve) => {
      release = resolve;
    }),
  );
  coalescer.mark('a');
  coalescer.mark('b');
  await advance(1);
  coalescer.mark('a');
  await advance(500);
  expect(runs.map(({ keys }) => keys)).toEqual([['a', 'b']]);
  release();
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  await advance(501);
  expect(runs.map(({ keys }) => keys)).toEqual([['a', 'b'], ['a']]);
});

test('runs nothing after it was closed', async () => {
  const { coalescer, runs, advance } = world();
  await coalescer.close();
  coalescer.mark('a');
  await advance(1000);
  expect(runs).toEqual([]);
});
