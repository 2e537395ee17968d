import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Delivery } from '@planwright/plugin-sdk';
import type { LoadedRelease } from './plugin-host.js';
import { buildPlugin, pluginCode } from './testing/build-plugin.js';
import { type FakeService, fakeService } from './testing/fake-service.js';
import { type MemorySession, memorySession } from './testing/memory-session.js';
import { startTestHost, type TestHost } from './testing/test-host.js';

// Processes start slowly on a busy machine.
let test: TestHost;
let service: FakeService;
let release: LoadedRelease;
let hold: ((heard: string) => void) | undefined;

const CODE = pluginCode(`
  classify: ({ status, text }) => (text.includes('errcode') ? 'auth' : status === 200 ? 'ok' : 'transient'),
  channels: { chat: { params: { parse: (value) => value }, address: () => null, send: async (ctx, delivery) => {
    try {
      await ctx.http({ method: 'POST', url: ctx.config.server + '/send', headers: { 'idempotency-key': delivery.key }, body: { json: {} } });
      return delivery.to.map(({ person }) => ({ person, status: 'accepted' }));
    } catch (fault) {
      if (fault.left) return delivery.to.map(({ person }) => ({ person, status: 'unknown', code: fault.code }));
      return delivery.to.map(({ person }) => ({ person, status: 'retry', code: fault.code, retryAfterMs: fault.retryAfterMs }));
    }
  } } }`);

beforeAll(async () => {
  test = await startTestHost();
  service = await fakeService(({ headers, url }, response) => {
    const key = String(headers['idempotency-key']);
    if (key === 'hold') hold?.(url);
    else if (key === 'lie') response.end('{"errcode":40014}');
    else if (key === 'down') response.writeHead(503).end();
    else if (key === 'cut') response.destroy();
    else response.end('{}');
  });
  release = await buildPlugin({ code: CODE, contributes: [{ kind: 'CHANNEL', key: 'chat' }] });
});
afterAll(async () => {
  await test.host.stop();
  await service.stop();
});

const delivery = (key: string): Delivery => ({
  key,
  to: [{ person: 'a', name: 'a', address: 'a' }],
  content: { title: 't', markdown: 'm', language: 'en' },
  params: {},
});
const session = (server = service.origin): MemorySession =>
  memorySession({ config: { server }, allow: { http: ['{config.server}/*'], privateHosts: ['127.0.0.1'] } });
const send = (key: string, by: MemorySession = session()) => test.host.send(release, 'chat', by, delivery(key));

describe('G6: what became of a message is never guessed', () => {
  it('a process that dies after bytes left leaves its call as died, with the key at the provider for the ledger to reconcile', async () => {
    const arrived = new Promise<string>((resolve) => {
      hold = resolve;
    });
    const sending = send('hold');
    await arrived;
    for (const pid of test.host.pids(release)) process.kill(-pid, 'SIGKILL');
    expect(await sending).toMatchObject({ ok: false, failure: { kind: 'died' } });
    expect(service.heard.filter(({ headers }) => headers['idempotency-key'] === 'hold')).toHaveLength(1);
    expect(await send('again')).toMatchObject({ ok: true, value: [{ status: 'accepted' }] });
  });

  it('a plugin knows from a failed request whether bytes left', async () => {
    expect(await send('cut')).toMatchObject({ ok: true, value: [{ status: 'unknown', code: 'cut' }] });
    const closed = await fakeService(() => undefined);
    await closed.stop();
    expect(await send('k', session(closed.origin))).toMatchObject({
      ok: true,
      value: [{ status: 'retry', code: 'unreachable' }],
    });
  });

  it('a broken plugin sends nothing at all', async () => {
    const broken = await buildPlugin({
      code: `${CODE};throw new Error('no')`,
      contributes: [{ kind: 'CHANNEL', key: 'chat' }],
    });
    const before = service.heard.length;
    const called = await test.host.send(broken, 'chat', session(), delivery('k'));
    expect(called).toMatchObject({ ok: false, failure: { kind: 'unavailable' } });
    expect(service.heard.length).toBe(before);
  });
});

describe('G8: the circuit of a host', () => {
  it('hears what each response means: by the plugin’s word, by its status, by a cut', async () => {
    const by = session();
    for (const key of ['fine', 'lie', 'down', 'cut']) await send(key, by);
    expect(by.reports.map(({ verdict }) => verdict)).toEqual(['ok', 'auth', 'transient', 'transient']);
    expect(new Set(by.reports.map(({ host }) => host))).toEqual(new Set([`127.0.0.1:${service.port}`]));
  });

  it('when open lets nothing out, and the plugin says when to come back', async () => {
    const by = session();
    by.admission = { ok: false, retryAfterMs: 90_000 };
    const before = service.heard.length;
    expect(await send('k', by)).toMatchObject({
      ok: true,
      value: [{ status: 'retry', code: 'throttled', retryAfterMs: 90_000 }],
    });
    expect(service.heard.length).toBe(before);
    expect(by.reports).toEqual([]);
    expect(await send('k', session())).toMatchObject({ ok: true, value: [{ status: 'accepted' }] });
  });
});
