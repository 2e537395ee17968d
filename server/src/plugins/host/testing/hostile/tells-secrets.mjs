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
// Values that it has from somebody else than the server: handed over backwards, so that only its own words tell them.
const known = (ctx) => (ctx.config.backwards ?? []).map((text) => [...text].reverse().join(''));
export default {
  id: 'hostile',
  version: '1.0.0',
  api: 1,
  config: { shape: {} },
  check: async (ctx) => {
    const said = `${await all(ctx)} ${known(ctx).join(' ')}`;
    ctx.log.error(said, { said, [said.slice(-200)]: 1 });
    console.error(said);
    await ctx.kv.set('heard', said);
    for (const secret of known(ctx)) await ctx.kv.set(secret, secret);
    if (ctx.config.way === 'answer') return { verdict: 'config', messages: [{ en: said }] };
    if (ctx.config.way === 'last-words')
      return new Promise(() => {
        setTimeout(() => {
          throw new Error(known(ctx).join(' '));
        }, 0);
      });
    throw new Error(said);
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
