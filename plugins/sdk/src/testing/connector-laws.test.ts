import { describe, expect, it } from '@jest/globals';
import template from '../../../template/src/index.js';
import { type Config, fieldIn, jsonOf, listIn } from '../../../template/src/service.js';
import { fakeService, integration } from '../../../template/src/testing/fake-service.js';
import type { Connector, StreamMessage } from '../connector.js';
import type { Context } from '../context.js';
import type { Json } from '../json.js';
import type { Plugin } from '../plugin.js';
import { failingLaws, untried } from './broken/failing-laws.js';
import { connectorLaws, connectorSubject } from './connector-laws.js';
import { integrationLaws } from './integration-laws.js';

type Read = Connector<Config>['read'];
const good = template.connectors?.staff as Connector<Config>;
const pluginWith = (connector: Connector<Config>): Plugin =>
  ({ ...template, connectors: { staff: connector } }) as unknown as Plugin;
const reading = (read: Read): Plugin => pluginWith({ ...good, read });

async function all(messages: AsyncIterable<StreamMessage>): Promise<StreamMessage[]> {
  const read: StreamMessage[] = [];
  for await (const message of messages) read.push(message);
  return read;
}

const readBy = new WeakMap<Context<Config>, StreamMessage[]>();

/** The good read, whose errors are told apart by what they say. */
async function* forgiving(ctx: Context<Config>, stream: string, state: Json, forgives: (error: unknown) => boolean) {
  try {
    yield* good.read(ctx, stream, state);
  } catch (error) {
    if (!forgives(error)) throw error;
  }
}
const isCircle = (error: unknown): boolean => String(error).includes('circle');

/** One connector for each law, wrong in that alone. */
const BROKEN: Record<string, Plugin> = {
  'two full reads are equal': reading(async function* (ctx, stream, state) {
    const known = readBy.get(ctx);
    const messages = await all(good.read(ctx, stream, state));
    readBy.set(ctx, messages);
    yield* known ? messages.filter(({ t }) => t === 'record').reverse() : messages;
  }),
  'records fit their schema, and each has its key once': reading(async function* (ctx, stream, state) {
    for await (const message of good.read(ctx, stream, state)) {
      yield message;
      if (message.t === 'record') yield message;
    }
  }),
  'reading on from any state completes what came before it': pluginWith({
    ...good,
    streams: { 'org.person': { ...good.streams['org.person'], mode: 'incremental' } } as Connector<Config>['streams'],
    async *read(ctx, stream) {
      for await (const message of good.read(ctx, stream, null)) if (message.t === 'record') yield message;
    },
  }),
  'what was deleted goes, and nothing else': reading(async function* (ctx, stream, state) {
    const messages = readBy.get(ctx) ?? (await all(good.read(ctx, stream, state)));
    readBy.set(ctx, messages);
    yield* messages;
  }),
  '429, server errors, HTML, empty bodies and silence lose no record': reading((ctx, stream, state) =>
    forgiving(ctx, stream, state, (error) => !isCircle(error)),
  ),
  'a page that comes twice changes nothing': reading((ctx, stream, state) => forgiving(ctx, stream, state, isCircle)),
  'pages that go in a circle end': reading(async function* (ctx, _, state) {
    let after = typeof state === 'string' ? state : undefined;
    for (;;) {
      const { text } = await ctx.http({
        method: 'GET',
        url: `${ctx.config.baseUrl}/v1/staff`,
        headers: { authorization: { $join: ['Bearer ', ctx.secret('apiKey')] } },
        ...(after === undefined ? {} : { query: { after } }),
      });
      const items = listIn(jsonOf(text), 'items');
      if (!items) throw new Error('no page');
      for (const data of items) yield { t: 'record', data: data as Json };
      const next = fieldIn(jsonOf(text), 'next');
      if (typeof next !== 'string') return;
      after = next;
      yield { t: 'state', state: after };
    }
  }),
};

describe('the laws of connectors', () => {
  const failing = (plugin: Plugin) =>
    failingLaws(connectorLaws, connectorSubject(plugin, 'staff', { ...integration, service: fakeService }));

  it('hold for a good connector', async () => {
    expect(await failing(pluginWith(good))).toEqual([]);
  });
  it('are each tried by a connector that breaks it', () => {
    const own = connectorLaws.filter(({ name }) => !integrationLaws.some((law) => law.name === name));
    expect(untried(own, BROKEN)).toEqual([]);
  });
  it.each(Object.entries(BROKEN))(
    '%s: a connector that is wrong in this alone breaks this alone',
    async (law, plugin) => {
      expect(await failing(plugin)).toEqual([law]);
    },
  );
});
