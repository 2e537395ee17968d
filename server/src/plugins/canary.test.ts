import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { uuidOf } from '../access/graphql/global-id.js';
import { ask, makeWorld, type PlanWorld } from '../enrolments/testing/plan-world.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { CANARIES, type EchoService, echoService, everyRow, leaksIn } from './testing/canaries.js';
import { type PluginFolders, pluginFolders, sampleChannel } from './testing/plugin-folder.js';
import { CREATE, ENABLE, INTEGRATIONS, PLUGINS, TEST } from './testing/plugin-queries.js';

const code = readFileSync(fileURLToPath(new URL('./host/testing/hostile/tells-secrets.mjs', import.meta.url)), 'utf8');

let folders: PluginFolders;
let service: EchoService;
let server: TestServer;
let world: PlanWorld;
const answers: string[] = [];

beforeAll(async () => {
  service = await echoService();
  folders = pluginFolders();
  folders.write('hostile', {
    code,
    permissions: { http: ['{config.server}/*'] },
    configSchema: {
      type: 'object',
      properties: {
        server: { type: 'string' },
        password: { type: 'string', secret: true },
        apiKey: { type: 'string', secret: true },
      },
      required: ['server', 'password', 'apiKey'],
    },
    contributes: [{ ...sampleChannel, key: 'chat' }],
  });
  server = await startTestServer({ environment: { ...folders.environment, PLANWRIGHT_PRIVATE_HOSTS: '127.0.0.1' } });
  world = await makeWorld(server);
  const plugin = (await call(PLUGINS)).find(({ key }: { key: string }) => key === 'hostile');
  await call(ENABLE, { pluginId: plugin.id, consent: plugin.permissions });
  const config = { server: service.url, ...CANARIES };
  await call(CREATE, { pluginId: plugin.id, name: 'Wrong', config: { ...config, unknown: CANARIES.apiKey } });
  const made = await call(CREATE, { pluginId: plugin.id, name: 'Leak', config });
  expect(made.userErrors).toEqual([]);
  integrationId = made.integration.id;
});
afterAll(async () => {
  await server?.stop();
  service?.stop();
  folders?.erase();
});
let integrationId: string;

// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer follows the query of each test
async function call(query: string, input?: object): Promise<any> {
  const answer = await ask(server, query, input ? { input } : {}, { as: world.admin });
  answers.push(JSON.stringify(answer));
  return answer;
}

describe('a plugin that says everything it hears', () => {
  test('has the service hear the secrets, and fails its check without telling them', async () => {
    const checked = await call(TEST, { integrationId });
    expect(checked).toMatchObject({ ok: false });
    expect(leaksIn(service.heard.join('\n'))).toEqual(expect.arrayContaining([CANARIES.apiKey]));
    expect(leaksIn(JSON.stringify(checked))).toEqual([]);
  });

  test('sends, and its outcome tells nothing', async () => {
    const opened = await server.running.plugins.sessions.open(uuidOf('Integration', integrationId) ?? '');
    if ('closed' in opened) throw new Error(opened.closed);
    const { release, session } = opened;
    const called = await server.running.plugins.host.send(release, 'chat', session, {
      key: 'k',
      to: [{ person: 'p', name: 'P', address: 'a' }],
      content: { title: 't', markdown: 'm', language: 'en' },
      params: {},
    });
    expect(called).toMatchObject({ ok: true, value: [{ status: 'rejected', detail: expect.stringContaining('***') }] });
    expect(leaksIn(JSON.stringify(called))).toEqual([]);
  });

  test('leaves no secret in any table, in the log or in what the API answers', async () => {
    await call(INTEGRATIONS);
    await call(PLUGINS);
    const rows = await everyRow(server.sql);
    const log = JSON.stringify(server.log);
    // What was said is there, so the search would have found it.
    expect(rows).toContain('***');
    expect(log).toContain('***');
    expect({ rows: leaksIn(rows), log: leaksIn(log), answers: leaksIn(answers.join('\n')) }).toEqual({
      rows: [],
      log: [],
      answers: [],
    });
  });
});
