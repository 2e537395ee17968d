import { describe, expect, it } from '@jest/globals';
import type { Context } from '../context.js';
import type { Inbound } from '../inbound.js';
import type { Plugin } from '../plugin.js';
import { failingLaws, untried } from './broken/failing-laws.js';
import { inboundFixture, inboundPlugin } from './broken/inbound-plugin.js';
import { inboundLaws, inboundSubject } from './inbound-laws.js';
import { integrationLaws } from './integration-laws.js';

type Config = (typeof inboundPlugin)['config'];
type Receive = Inbound<Config>['receive'];

const good = inboundPlugin.inbound?.hook as Inbound<Config>;
const receiving = (receive: Receive): Plugin =>
  ({ ...inboundPlugin, inbound: { hook: { ...good, receive } } }) as unknown as Plugin;
const seenBy = new WeakMap<Context<Config>, Map<string, string>>();
const memoryOf = (ctx: Context<Config>): Map<string, string> => {
  const memory = seenBy.get(ctx) ?? new Map<string, string>();
  seenBy.set(ctx, memory);
  return memory;
};

/** One plugin for each law, wrong in that alone. */
const BROKEN: Record<string, Plugin> = {
  'what the provider sends is answered and gives events': receiving(async (ctx, request) => {
    const received = await good.receive(ctx, request);
    return received.events.length > 0 ? { ...received, reply: { status: 302, body: '' } } : received;
  }),
  'a bad signature is refused': receiving(async (ctx, request) => {
    const isOriginal = inboundFixture.requests.some(({ body }) => body === request.body);
    return isOriginal
      ? { events: [JSON.parse(request.body)], reply: { status: 200, body: '' } }
      : good.receive(ctx, request);
  }),
  'a request changed on the way is refused': receiving(async (ctx, request) => {
    const signed = inboundFixture.requests.find(
      ({ body, headers }) =>
        headers['x-signature'] === request.headers['x-signature'] && body.length === request.body.length,
    );
    const received = await good.receive(ctx, signed ?? request);
    return received.events.length > 0 ? { events: [JSON.parse(request.body)], reply: received.reply } : received;
  }),
  'bodies that are cut, empty or no JSON are refused without an error': receiving(async (ctx, request) => {
    JSON.parse(request.body);
    return good.receive(ctx, request);
  }),
  'the same request again gives the same events, under the same ids': receiving(async (ctx, request) => {
    const { events, reply } = await good.receive(ctx, request);
    const memory = memoryOf(ctx);
    return {
      reply,
      events: events.map((event) => {
        const known = memory.has(event.id);
        memory.set(event.id, event.at);
        return known ? { ...event, id: `${event.id}-again` } : event;
      }),
    };
  }),
  'the order of requests does not matter': receiving(async (ctx, request) => {
    const { events, reply } = await good.receive(ctx, request);
    const memory = memoryOf(ctx);
    const latest = memory.get('latest') ?? '';
    const fresh = events.filter(({ at }) => at >= latest);
    for (const { at } of fresh) memory.set('latest', at);
    return { events: fresh, reply };
  }),
};

describe('the laws of inbound', () => {
  const failing = (plugin: Plugin) => failingLaws(inboundLaws, inboundSubject(plugin, 'hook', inboundFixture));

  it('hold for a good plugin', async () => {
    expect(await failing(inboundPlugin as unknown as Plugin)).toEqual([]);
  });
  it('are each tried by a plugin that breaks it', () => {
    const own = inboundLaws.filter(({ name }) => !integrationLaws.some((law) => law.name === name));
    expect(untried(own, BROKEN)).toEqual([]);
  });
  it.each(Object.entries(BROKEN))('%s: a plugin that is wrong in this alone breaks this alone', async (law, plugin) => {
    expect(await failing(plugin)).toEqual([law]);
  });
});
