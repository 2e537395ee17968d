import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { uuidOf } from '../../access/graphql/global-id.js';
import { ask, makeWorld, type PlanWorld } from '../../enrolments/testing/plan-world.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { CORE_FOLDER, type PluginFolders, pluginFolders, sampleChannel } from '../testing/plugin-folder.js';
import { CREATE, ENABLE, INTEGRATIONS, PLUGINS, TEST } from '../testing/plugin-queries.js';

let folders: PluginFolders;
let server: TestServer;
let world: PlanWorld;

/** A plugin that knows nothing of the reason and guesses, as many do. */
const GUESSES = `export default { id: 'guesses', version: '1.0.0', api: 1, config: { shape: {} },
  check: async (ctx) => {
    try { await ctx.http({ method: 'GET', url: ctx.config.url }); } catch {}
    return { verdict: 'transient', messages: [{ en: 'The service is down.', 'zh-CN': '服务暂不可用。' }] };
  },
  channels: { message: { address: () => 'a', send: async (ctx, { to }) => {
    try { await ctx.http({ method: 'GET', url: ctx.config.url }); } catch {}
    return to.map(({ person }) => ({ person, status: 'retry' }));
  } } } };`;

beforeAll(async () => {
  folders = pluginFolders();
  folders.write('guesses', {
    code: GUESSES,
    permissions: { http: ['{config.url}'] },
    configSchema: { type: 'object', properties: { url: { type: 'string' } }, required: ['url'] },
    contributes: [sampleChannel],
  });
  const shipped = ['smtp', 'webhook', 'sms'].map((name) => CORE_FOLDER.replace(/core$/, name));
  server = await startTestServer({
    environment: {
      ...folders.environment,
      PLANWRIGHT_PLUGINS: [folders.environment.PLANWRIGHT_PLUGINS, ...shipped].join(','),
    },
  });
  world = await makeWorld(server);
});
afterAll(async () => {
  await server?.stop();
  folders?.erase();
});

// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer follows the query of each test
const run = (query: string, input?: object, language: 'en' | 'zh-CN' = 'en'): Promise<any> =>
  ask(server, query, input ? { input } : {}, { as: world.admin, language });

let made = 0;
async function integrationOf(key: string, config: object): Promise<string> {
  const plugin = (await run(PLUGINS)).find((one: { key: string }) => one.key === key);
  if (!plugin.enabled) await run(ENABLE, { pluginId: plugin.id, consent: plugin.permissions });
  made += 1;
  const { integration, userErrors } = await run(CREATE, { pluginId: plugin.id, name: `${key} ${made}`, config });
  expect(userErrors).toEqual([]);
  return integration.id;
}

const mail = (more: object) => ({ host: '10.1.2.3', port: 587, security: 'starttls', from: 'a@b.example', ...more });

describe('when the server does not call an address, the test of the integration says why and names the setting', () => {
  test.each([
    ['smtp', 'a private address', mail({}), /10\.1\.2\.3 .*PLANWRIGHT_PRIVATE_HOSTS/],
    ['smtp', 'no encryption', mail({ security: 'none' }), /10\.1\.2\.3 .*TLS.*PLANWRIGHT_PRIVATE_HOSTS/],
    ['smtp', 'the metadata service', mail({ host: '169.254.169.254' }), /169\.254\.169\.254/],
    [
      'webhook',
      'a private address',
      { url: 'https://10.1.2.3/hook', secret: 'x'.repeat(32) },
      /PLANWRIGHT_PRIVATE_HOSTS/,
    ],
    [
      'webhook',
      'no encryption',
      { url: 'http://a.example/hook', secret: 'x'.repeat(32) },
      /https:\/\/.*PLANWRIGHT_PRIVATE_HOSTS/,
    ],
    ['guesses', 'a private address', { url: 'https://192.168.1.9/x' }, /192\.168\.1\.9 .*PLANWRIGHT_PRIVATE_HOSTS/],
    ['guesses', 'a scheme that is none', { url: 'ftp://a.example/x' }, /https:\/\//],
  ])('%s: %s', async (key, _, config, says) => {
    const integrationId = await integrationOf(key, config);
    for (const language of ['en', 'zh-CN'] as const) {
      const tested = await run(TEST, { integrationId }, language);
      expect(tested).toMatchObject({ ok: false, verdict: 'config' });
      expect(tested.messages).toEqual([expect.stringMatching(says)]);
      expect(/[\u4e00-\u9fff]/.test(tested.messages[0])).toBe(language === 'zh-CN');
    }
  });

  test('an integration that is refused while it sends shows the reason as its problem', async () => {
    const integrationId = await integrationOf('guesses', { url: 'https://172.16.0.9/x' });
    const { host, sessions } = server.running.plugins;
    const opened = await sessions.open(uuidOf('Integration', integrationId) ?? '');
    if ('closed' in opened) throw new Error(opened.closed);
    const to = [{ person: 'p', name: 'P', address: 'a' }];
    const content = { title: 't', markdown: 'm', language: 'en' as const };
    await host.send(opened.release, 'message', opened.session, { key: 'k', to, content, params: {} });
    const problem = async () => (await run(INTEGRATIONS)).find(({ id }: { id: string }) => id === integrationId);
    let shown = await problem();
    while (shown.health === 'UNKNOWN') shown = await problem();
    expect(shown).toMatchObject({ health: 'FAILING', lastVerdict: 'config' });
    expect(JSON.stringify(shown.problem)).toMatch(/172\.16\.0\.9.*PLANWRIGHT_PRIVATE_HOSTS/);
  });
});
