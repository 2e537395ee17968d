// Ends its process in every way that is left to it.
const rule = (occurrences) => ({ params: { parse: (value) => value }, occurrences });
export default {
  id: 'hostile',
  version: '1.0.0',
  api: 1,
  config: { shape: {} },
  reminderRules: {
    exit: rule(() => process.exit(0)),
    abort: rule(() => process.abort()),
    overflow: rule(() => {
      const down = () => down() + 1;
      return down();
    }),
    rejection: rule(() => {
      Promise.reject(new Error('nobody listens'));
      return new Promise(() => undefined);
    }),
  },
  check: () => {
    setTimeout(() => {
      throw new Error('thrown where nobody catches');
    }, 0);
    return new Promise(() => undefined);
  },
};
