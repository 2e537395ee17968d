// Says more than anybody can hear: lines of log, questions, records, a record of 50 MB.
const rule = (occurrences) => ({ params: { parse: (value) => value }, occurrences });
let read = 0;
export default {
  id: 'hostile',
  version: '1.0.0',
  api: 1,
  config: { shape: {} },
  check: async (ctx) => {
    for (let n = 0; n < 1_000_000; n += 1) ctx.kv.get(`key-${n}`).catch(() => undefined);
    return { verdict: 'ok', messages: [] };
  },
  reminderRules: {
    console: rule(() => {
      for (let n = 0; n < 200_000; n += 1) console.log(`line ${n} ${'x'.repeat(1000)}`);
      return [];
    }),
    huge: rule(([{ person }], _, { from }) => [
      { person, key: 'k', at: from, hard: false, about: { en: 'x'.repeat(50 * 1024 * 1024) }, why: {} },
    ]),
  },
  connectors: {
    million: {
      async *read() {
        for (let n = 0; n < 1_000_000; n += 1) {
          read += 1;
          yield { t: 'record', data: { n, read } };
        }
      },
    },
    huge: {
      async *read() {
        yield { t: 'record', data: 'x'.repeat(50 * 1024 * 1024) };
      },
    },
    silent: {
      async *read() {
        await new Promise(() => undefined);
      },
    },
  },
};
