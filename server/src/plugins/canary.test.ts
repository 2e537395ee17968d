import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { uuidOf } from '../access/graphql/global-id.js';
import { ask, makeWorld, type PlanWorld } from '../enrolments/testing/plan-world.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { type PluginFolders, pluginFolders, sampleChannel } from './testing/plugin-folder.js';
import { CREATE, ENABLE, INTEGRATIONS, PLUGINS, TEST } from './testing/plugin-queries.js';

jest.setTimeout(60_000);
/** Long enough that no chance writes them, with characters that each encoding writes differently. */
const CANARIES = { password: 'canary+pass/word="ÄÖ"&<bird>', apiKey: 'canary-api-key-0123456789-abcdef' };
const TOKEN = 'canary-token-that-the-service-answers';
const code = readFileSync(fileURLToPath(new URL('./host/testing/hostile/tells-secrets.mjs', import.meta.url)), 'utf8');

let folders: PluginFolders;
let service: Server;
let server: TestServer;
let world: PlanWorld;
const heard: string[] = [];
const answers: string[] = [];

beforeAll(async () => {
  service = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const said = JSON.stringify([request.url, request.headers, Buffer.concat(chunks).toString('utf8')]);
    heard.push(said);
    response.setHeader('x-echo', encodeURIComponent(said).slice(0, 4000));
    response.end(JSON.stringify({ token: TOKEN, said, keys: CANARIES }));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => service.once('listening', resolve));
  const { port } = service.address() as AddressInfo;
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
  const config = { server: `http://127.0.0.1:${port}`, ...CANARIES };
  await call(CREATE, { pluginId: plugin.id, name: 'Wrong', config: { ...config, unknown: CANARIES.apiKey } });
  const made = await call(CREATE, { pluginId: plugin.id, name: 'Leak', config });
  expect(made.userErrors).toEqual([]);
  integrationId = made.integration.id;
}, 60_000);
afterAll(async () => {
  await server?.stop();
  service?.close();
  folders?.erase();
});
let integrationId: string;

// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer follows the query of each test
async function call(query: string, input?: object): Promise<any> {
  const answer = await ask(server, query, input ? { input } : {}, { as: world.admin });
  answers.push(JSON.stringify(answer));
  return answer;
}

/** The secrets as somebody may have written them. */
const forms = [...Object.values(CANARIES), TOKEN].flatMap((secret) => {
  const bytes = Buffer.from(secret);
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
});
const leaksIn = (text: string) => forms.filter((form) => text.includes(form));

/** All rows of all tables as text; bytes also as what they spell. */
async function database(): Promise<string> {
  const tables = await server.sql.rows<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'pgboss') and c.relkind = 'r' and n.nspname = 'public'`,
  );
  const parts: string[] = [];
  for (const { name } of tables) {
    for (const row of await server.sql.rows(`select * from "${name}"`)) {
      for (const value of Object.values(row)) {
        parts.push(Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value ?? null));
        if (typeof value === 'string') parts.push(value);
      }
    }
  }
  return parts.join('\n');
}

describe('a plugin that says everything it hears', () => {
  test('has the service hear the secrets, and fails its check without telling them', async () => {
    const checked = await call(TEST, { integrationId });
    expect(checked).toMatchObject({ ok: false });
    expect(leaksIn(heard.join('\n'))).toEqual(expect.arrayContaining([CANARIES.apiKey]));
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
    const rows = await database();
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
