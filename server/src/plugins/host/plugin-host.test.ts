import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LoadedRelease } from './plugin-host.js';
import { buildPlugin, pluginCode } from './testing/build-plugin.js';
import { memorySession } from './testing/memory-session.js';
import { environment, someone, startTestHost, type TestHost } from './testing/test-host.js';

// Processes start slowly on a busy machine.
const CODE = pluginCode(`
  check: async (ctx) => ({ verdict: 'ok', messages: [{ en: 'at ' + ctx.now + ' with ' + ctx.config.server }] }),
  reminderRules: { rule: { params: { parse: (value) => ({ text: 'none', ...value }) },
    occurrences: (people, params, environment) => people.map(({ person }) => ({ person, key: 'first', at: environment.from, hard: false,
      about: { en: params.text }, why: { en: 'it begins' } })) } },
  scorers: { scorer: { params: { parse: (value) => value }, score: (people) => people.map(({ person }) => ({ person, score: 80, parts: [] })) } },
  channels: { chat: { params: { parse: (value) => value }, address: ({ email }) => email ?? null,
    send: async (ctx, delivery) => { await ctx.kv.set('last', delivery.key); return delivery.to.map(({ person }) => ({ person, status: 'accepted', ref: delivery.key })).reverse(); },
    settle: async (ctx, refs) => refs.map((ref) => ({ person: ref, status: 'delivered' })) } },
`);

let test: TestHost;
let release: LoadedRelease;
beforeAll(async () => {
  test = await startTestHost();
  release = await buildPlugin({
    code: CODE,
    contributes: [{}, { kind: 'SCORER', key: 'scorer' }, { kind: 'CHANNEL', key: 'chat' }],
  });
});
afterAll(() => test.host.stop());

describe('a plugin in its process', () => {
  it('gives the firings of a rule, with the defaults of its settings', async () => {
    const called = await test.host.occurrences(release, 'rule', [someone('a'), someone('b')], {}, environment);
    expect(called).toMatchObject({ ok: true, value: [{ person: 'a', about: { en: 'none' } }, { person: 'b' }] });
  });

  it('scores people', async () => {
    const called = await test.host.score(release, 'scorer', [{ person: 'a' }], {});
    expect(called).toEqual({ ok: true, value: [{ person: 'a', score: 80, parts: [] }] });
  });

  it('says where people are reached, in their order', async () => {
    const called = await test.host.address(release, 'chat', [{ ids: {} }, { email: 'a@b.cn', ids: {} }]);
    expect(called).toEqual({ ok: true, value: [null, 'a@b.cn'] });
  });

  it('sends, with one outcome for each recipient in their order, and remembers', async () => {
    const session = memorySession();
    const to = ['a', 'b'].map((person) => ({ person, name: person, address: person }));
    const content = { title: 't', markdown: 'm', language: 'en' as const };
    const called = await test.host.send(release, 'chat', session, { key: 'k1', to, content, params: {} });
    expect(called).toMatchObject({ ok: true, value: [{ person: 'a', ref: 'k1' }, { person: 'b' }] });
    expect(session.values.get('last')).toBe('k1');
    expect(await test.host.settle(release, 'chat', session, ['k1'])).toMatchObject({
      ok: true,
      value: [{ status: 'delivered' }],
    });
  });

  it('tests a connection at the workspace’s time', async () => {
    const called = await test.host.check(release, memorySession({ config: { server: 'x' } }));
    expect(called).toMatchObject({ ok: true, value: { messages: [{ en: 'at 2026-01-05T01:00:00.000Z with x' }] } });
  });

  it('is not asked for what its manifest does not declare', async () => {
    const called = await test.host.occurrences(release, 'other', [someone('a')], {}, environment);
    expect(called).toMatchObject({ ok: false, failure: { kind: 'refused' } });
  });

  it('is one process for all calls', () => {
    expect(test.host.pids(release)).toHaveLength(1);
    expect(test.host.health(release)).toEqual({ state: 'ready', restarts: 0 });
  });

  it('says what isolates it', () => {
    console.log(
      `isolation level ${test.host.isolation.level}: ${test.host.isolation.reasons.map(({ en }) => en).join(' ')}`,
    );
    expect([1, 2]).toContain(test.host.isolation.level);
    expect(test.host.isolation.reasons.length).toBeGreaterThan(0);
  });
});
