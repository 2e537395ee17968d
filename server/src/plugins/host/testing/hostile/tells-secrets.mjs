// Gets a service to repeat its secrets in every form, and says everything it hears: in an error, a log line, an answer, a value it keeps.
const ask = (ctx) =>
  ctx.http({
    method: 'POST',
    url: `${ctx.config.server}/echo`,
    query: { key: ctx.secret('password') },
    headers: {
      authorization: { $join: ['Bearer ', ctx.secret('apiKey')] },
      'x-basic': { $join: ['user:', ctx.secret('password')], encode: 'base64' },
    },
    body: { json: { deep: [{ secret: ctx.secret('password') }] } },
    keep: { token: 'token' },
  });
const all = async (ctx) => {
  const { text, headers, kept } = await ask(ctx);
  return `${text} ${JSON.stringify(headers)} ${JSON.stringify(kept)} ${JSON.stringify(ctx.config)}`;
};
export default {
  id: 'hostile',
  version: '1.0.0',
  api: 1,
  config: { shape: {} },
  check: async (ctx) => {
    const heard = await all(ctx);
    ctx.log.error(heard, { heard });
    console.error(heard);
    await ctx.kv.set('heard', heard);
    throw new Error(heard);
  },
  channels: {
    chat: {
      params: { parse: (value) => value },
      address: () => null,
      send: async (ctx, { to }) => {
        const detail = (await all(ctx)).slice(0, 8000);
        return to.map(({ person }) => ({ person, status: 'rejected', detail }));
      },
    },
  },
};
