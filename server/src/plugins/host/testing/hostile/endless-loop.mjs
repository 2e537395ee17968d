// Holds its process for ever: in a rule, after an await, in a pattern.
const forever = () => {
  for (;;);
};
export default {
  id: 'hostile',
  version: '1.0.0',
  api: 1,
  config: { shape: {} },
  check: async (ctx) => {
    await ctx.kv.get('anything');
    return forever();
  },
  reminderRules: {
    rule: { params: { parse: (value) => value }, occurrences: () => forever() },
    fine: { params: { parse: (value) => value }, occurrences: () => [] },
    pattern: {
      params: { parse: (value) => value },
      occurrences: () => [/^(a+)+$/.test(`${'a'.repeat(40)}!`)],
    },
  },
};
