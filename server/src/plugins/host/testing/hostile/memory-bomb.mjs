// Takes memory: buffers outside the heap, objects inside it, timers and listeners that stay.
const held = [];
const rule = (occurrences) => ({ params: { parse: (value) => value }, occurrences });
export default {
  id: 'hostile',
  version: '1.0.0',
  api: 1,
  config: { shape: {} },
  reminderRules: {
    buffers: rule(() => {
      for (;;) held.push(Buffer.alloc(32 * 1024 * 1024, 1));
    }),
    heap: rule(() => {
      for (;;) held.push(new Array(100_000).fill({}).map((_, n) => ({ n })));
    }),
    leak: rule(() => {
      held.push(new Array(1_000).fill('leak'));
      setInterval(() => held.length, 60_000);
      return [];
    }),
  },
  // Grows slowly and never holds the process: only who looks at its size can tell.
  check: () =>
    new Promise(() => {
      setInterval(() => held.push(Buffer.alloc(16 * 1024 * 1024, 1)), 5);
    }),
};
