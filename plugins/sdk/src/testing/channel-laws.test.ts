import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import template from '../../../template/src/index.js';
import { type Config, check, classify, config } from '../../../template/src/service.js';
import { API_KEY, fakeService, integration } from '../../../template/src/testing/fake-service.js';
import type { Channel, Delivery, Outcome } from '../channel.js';
import type { Context } from '../context.js';
import type { Json } from '../json.js';
import type { Plugin } from '../plugin.js';
import type { SecretRef } from '../secret.js';
import { failingLaws, untried } from './broken/failing-laws.js';
import { type ChannelFixture, channelLaws, channelSubject } from './channel-laws.js';
import type { DeliveringService } from './service.js';

const TOKEN = 'issued-token-83b1';

/** The template's service, which also hands out a token with its greeting. */
function service(scopes?: string[]): DeliveringService {
  const plain = fakeService(scopes);
  return {
    ...plain,
    issued: () => [TOKEN],
    answer(request) {
      const answer = plain.answer?.(request) ?? { status: 404 };
      return request.url.pathname === '/v1/me' && answer.status === 200
        ? { status: 200, json: { ...(answer.json as object), token: TOKEN } }
        : answer;
    },
  };
}

const fixture: ChannelFixture = {
  ...integration,
  service,
  missingScope: { service: () => service(['staff:read']), scope: 'notices:write' },
  olderConfigs: [{ version: 1, config: { url: 'https://notices.example', apiKey: API_KEY } }],
  people: ['p1', 'p2', 'p3'].map((person) => ({
    person,
    name: person,
    identities: { email: `${person}@company.example`, ids: {} },
  })),
};

const good = template.channels?.notice as Channel<Config>;
const pluginWith = (channel: Partial<Channel<Config>>, change: object = {}): Plugin =>
  ({
    ...template,
    migrateConfig: { 1: ({ url, ...rest }: Record<string, unknown>) => ({ baseUrl: url, ...rest }) },
    channels: { notice: { ...good, ...channel } },
    ...change,
  }) as unknown as Plugin;

type Send = Channel<Config>['send'];
const sending = (send: Send): Plugin => pluginWith({ send });
/** The good channel's outcomes, each changed where it is as said. */
const instead = (of: (outcome: Outcome) => boolean, change: Partial<Outcome>): Plugin =>
  sending(async (ctx, delivery) =>
    (await good.send(ctx, delivery)).map((outcome) => (of(outcome) ? { ...outcome, ...change } : outcome)),
  );

/** A channel whose provider is asked what became of a key; it keeps in kv who each key went to. */
const settle: Channel<Config>['settle'] = async (ctx, refs) => {
  const [key = ''] = refs;
  const people = await ctx.kv.get(key);
  return (Array.isArray(people) ? people : []).map(
    (person): Outcome => ({ person: String(person), status: 'delivered' }),
  );
};
const lookup: Partial<Channel<Config>> = {
  dedupe: { how: 'lookup' },
  settle,
  async send(ctx, delivery) {
    const outcomes = await good.send(ctx, delivery);
    await ctx.kv.set(
      delivery.key,
      outcomes.map(({ person }): Json => person),
    );
    return outcomes;
  },
};

let sent = 0;
/** A context that gives secrets as they are, as if they were not marked. */
const open = (ctx: Context<Config>): Context<Config> => ({
  ...ctx,
  secret: (name) => ctx.config[name as 'apiKey'] as unknown as SecretRef,
});
const checking = (change: (report: Awaited<ReturnType<typeof check>>) => object): Plugin =>
  pluginWith({}, { check: async (ctx: Context<Config>) => change(await check(ctx)) });

/** One plugin for each law, wrong in that alone. */
const BROKEN: Record<string, Plugin> = {
  'check is content with the right settings': checking((report) =>
    report.verdict === 'ok' ? { ...report, verdict: 'transient' } : report,
  ),
  'check says auth for a wrong secret, and never throws': checking((report) => {
    if (report.verdict === 'auth') throw new Error('401');
    return report;
  }),
  'check names the right that is missing': checking((report) =>
    report.verdict === 'config'
      ? { ...report, messages: [{ 'zh-CN': '缺少权限。', en: 'A right is missing.' }] }
      : report,
  ),
  'classify knows every recorded answer and every fault': pluginWith(
    {},
    {
      classify: (response: Parameters<typeof classify>[0]) =>
        response.status === 204 ? undefined : classify(response),
    },
  ),
  'asks only what its permissions name': sending(async (ctx, delivery) => {
    await ctx.http({ method: 'POST', url: 'https://elsewhere.example/count' }).catch(() => undefined);
    return good.send(ctx, delivery);
  }),
  'no secret turns up in logs, errors, stored values or results': pluginWith(
    {},
    {
      check: async (ctx: Context<Config>) => {
        const { text } = await ctx
          .http({
            method: 'GET',
            url: `${ctx.config.baseUrl}/v1/me`,
            headers: { authorization: { $join: ['Bearer ', ctx.secret('apiKey')] } },
          })
          .catch(() => ({ text: '' }));
        ctx.log.info('greeted', { text });
        return check(ctx);
      },
    },
  ),
  'every secret is marked as one': pluginWith(
    { send: (ctx, delivery) => good.send(open(ctx), delivery) },
    {
      config: z.strictObject({ baseUrl: config.shape.baseUrl, apiKey: z.string().min(8) }),
      check: (ctx: Context<Config>) => check(open(ctx)),
    },
  ),
  'its settings accept the fixture and refuse what is near it': pluginWith({}, { config: z.object(config.shape) }),
  'settings of every older version are brought up to date': pluginWith(
    {},
    { migrateConfig: { 1: (old: Record<string, unknown>) => old } },
  ),
  'every recipient has exactly one outcome': sending(async (ctx, delivery) => {
    const outcomes = await good.send(ctx, delivery);
    return outcomes.every(({ status }) => status === 'retry') ? outcomes.slice(1) : outcomes;
  }),
  'what it accepts has arrived at the provider': instead(({ status }) => status === 'accepted', { status: 'rejected' }),
  'the same delivery again changes nothing at the provider': sending((ctx, delivery) =>
    good.send(ctx, { ...delivery, key: `${delivery.key}-${sent++}` }),
  ),
  'settle finds what was accepted by the delivery’s key': pluginWith({ ...lookup, settle: async () => [] }),
  'cut after the provider accepted, the outcome is unknown': instead(({ code }) => code === 'cut', {
    status: 'rejected',
  }),
  'without a connection, everything is to be tried again': instead(({ code }) => code === 'unreachable', {
    status: 'unknown',
  }),
  'a provider that says slow down is asked again, not before its time': instead(
    ({ status, code }) => status === 'retry' && code === undefined,
    { retryAfterMs: 1000 },
  ),
  'server errors, HTML, empty bodies and silence never count as delivered or refused': instead(
    ({ status, code }) => status === 'unknown' && code === undefined,
    { status: 'accepted' },
  ),
  'what was to be tried again arrives then, once': sending(async (ctx, delivery: Delivery) => {
    if ((await ctx.kv.get(delivery.key)) !== null)
      return delivery.to.map(({ person }): Outcome => ({ person, status: 'accepted' }));
    await ctx.kv.set(delivery.key, true);
    return good.send(ctx, delivery);
  }),
  'a person it cannot reach has no address': pluginWith({ address: ({ email }) => email ?? null }),
  'its parameters accept the fixture and refuse what is near it': pluginWith({ params: z.object({}) }),
};

describe('the laws of channels and integrations', () => {
  const failing = (plugin: Plugin) => failingLaws(channelLaws, channelSubject(plugin, 'notice', fixture));

  it.each([
    ['knows its key', pluginWith({})],
    ['can be asked', pluginWith(lookup)],
  ])('hold for a good channel whose provider %s', async (_, plugin) => {
    expect(await failing(plugin)).toEqual([]);
  });
  it('are each tried by a plugin that breaks it', () => {
    expect(untried(channelLaws, BROKEN)).toEqual([]);
  });
  it.each(Object.entries(BROKEN))('%s: a plugin that is wrong in this alone breaks this alone', async (law, plugin) => {
    expect(await failing(plugin)).toEqual([law]);
  });
});
