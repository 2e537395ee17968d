import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask, makeWorld, type PlanWorld } from '../enrolments/testing/plan-world.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { type PluginFolders, pluginFolders } from './testing/plugin-folder.js';
import { CATALOGUE, CREATE, DISABLE, ENABLE, INTEGRATIONS, PLUGINS, REMOVE, UPDATE } from './testing/plugin-queries.js';

let folders: PluginFolders;
let server: TestServer;
let world: PlanWorld;

beforeAll(async () => {
  folders = pluginFolders();
  folders.write('sample');
  folders.write('pure', { permissions: {}, contributes: [], configSchema: { type: 'object', properties: {} } });
  folders.writeRaw('not-json', '{');
  folders.writeRaw('too-new', { ...folders.write('too-new'), api: 9 });
  folders.writeRaw('changed', folders.write('changed'), 'export default { id: "another" };');
  folders.writeRaw('odd', { ...folders.write('odd'), contributes: [{ kind: 'TELEPATHY' }] });
  server = await startTestServer({ environment: folders.environment });
  world = await makeWorld(server);
});
afterAll(async () => {
  await server?.stop();
  folders?.erase();
});

// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer follows the query of each test
type Answer = any;
const listed = async (): Promise<Map<string, Answer>> =>
  new Map((await ask(server, PLUGINS, {}, { as: world.admin })).map((plugin: Answer) => [plugin.key, plugin]));
const plugin = async (key: string): Promise<Answer> => (await listed()).get(key);
const run = (query: string, input: object, as = world.admin): Promise<Answer> => ask(server, query, { input }, { as });
const enable = async (key: string) => {
  const { id, permissions } = await plugin(key);
  return run(ENABLE, { pluginId: id, consent: permissions });
};
const config = { baseUrl: 'https://api.example', apiKey: 'a-secret-of-this-test' };
const create = async (name: string, changes: object = {}) =>
  run(CREATE, { pluginId: (await plugin('sample')).id, name, config: { ...config, ...changes } });

describe('plugins that are broken', () => {
  test('are listed with what to do, and the server has started all the same', async () => {
    const problems = [...(await listed()).values()]
      .filter(({ status }) => status === 'BROKEN')
      .map(({ key, problem }) => [key, problem]);
    expect(problems).toEqual([
      ['changed', expect.stringContaining('its hash differs')],
      ['not-json', expect.stringContaining('is not JSON')],
      ['odd', expect.stringContaining('contributes.0.kind')],
      ['too-new', expect.stringContaining('speaks API 9')],
    ]);
  });

  test('cannot be enabled', async () => {
    const { id } = await plugin('changed');
    const answer = await run(ENABLE, { pluginId: id, consent: {} });
    expect(answer.userErrors).toMatchObject([{ code: 'NOT_NOW' }]);
  });
});

describe('enabling', () => {
  test('core runs everywhere without asking, and its rules are in the catalogue', async () => {
    expect(await plugin('core')).toMatchObject({ status: 'READY', enabled: true, consented: true, permissions: {} });
    const catalogue = await ask(server, CATALOGUE, {}, { as: world.designer });
    const uses = catalogue.map(({ use }: Answer) => use);
    expect(uses).toEqual(expect.arrayContaining(['core/day-one', 'core/weekly', 'core/rubric', 'core/weighted']));
    expect(catalogue[0]).toMatchObject({ pluginKey: 'core', configSchema: { type: 'object' } });
  });

  test('another plugin stays off until an administrator agrees to exactly its permissions', async () => {
    const { id, status, consented } = await plugin('sample');
    expect({ status, consented }).toEqual({ status: 'DISABLED', consented: false });
    const outdated = await run(ENABLE, { pluginId: id, consent: { http: ['https://other.example/*'] } });
    expect(outdated.userErrors).toMatchObject([{ code: 'PREVIEW_OUTDATED', path: ['consent'] }]);
    expect((await enable('sample')).plugin).toMatchObject({ status: 'READY', enabled: true, consented: true });
    const row = await server.sql.row(`select subject, detail from audit_entry where action = 'enablePlugin'`);
    expect(row).toMatchObject({ subject: 'sample', detail: { permissions: { http: ['{config.baseUrl}/*'] } } });
  });

  test('is the work of administrators; HR looks on, others do not see plugins at all', async () => {
    const { id, permissions } = await plugin('sample');
    const input = { pluginId: id, consent: permissions };
    const refused = await server.execute(ENABLE, { input }, { as: world.hr });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await ask(server, PLUGINS, {}, { as: world.hr })).length).toBeGreaterThan(1);
    const hidden = await server.execute(PLUGINS, {}, { as: world.learner });
    expect(hidden.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('a newer version with other permissions waits for consent while the older goes on', async () => {
    const { registry } = server.running.plugins;
    folders.write('sample', { version: '1.1.0', permissions: { http: ['https://everywhere.example/*'] } });
    await registry.reload(server.clock.real());
    const waiting = await plugin('sample');
    expect(waiting).toMatchObject({
      status: 'READY',
      version: '1.0.0',
      consented: false,
      versions: ['1.0.0', '1.1.0'],
    });
    expect(waiting.problem).toContain('asks for other permissions');
    expect(waiting.permissions).toEqual({ http: ['https://everywhere.example/*'] });
    expect((await enable('sample')).plugin).toMatchObject({ version: '1.1.0', consented: true, problem: null });
    folders.write('sample', { version: '1.1.1', permissions: { http: ['https://everywhere.example/*'] } });
    await registry.reload(server.clock.real());
    expect(await plugin('sample')).toMatchObject({ version: '1.1.1', consented: true, problem: null });
  });
});

describe('an integration', () => {
  test('keeps its secret sealed: the API answers null, the database holds ciphertext', async () => {
    const { integration, userErrors } = await create('Main');
    expect(userErrors).toEqual([]);
    expect(integration).toMatchObject({
      name: 'Main',
      config: { baseUrl: 'https://api.example', retries: 2, apiKey: null },
      secretsSet: ['apiKey'],
      health: 'UNKNOWN',
      channels: [{ key: 'message' }],
    });
    const rows = await server.sql.rows<{ sealed: Buffer; keyId: string }>(
      'select sealed, key_id as "keyId" from integration_secret',
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.sealed.toString('latin1')).not.toContain(config.apiKey);
    expect(rows[0]?.keyId).toMatch(/^[0-9a-f]{16}$/);
  });

  test.each([
    ['an unknown field', { colour: 'red' }, ['config', 'colour'], 'no setting called “colour”'],
    ['a wrong type', { retries: 'many' }, ['config', 'retries'], 'wrong type'],
    ['a number out of range', { retries: 9 }, ['config', 'retries'], 'too large'],
    ['a missing secret', { apiKey: null }, ['config', 'apiKey'], 'is missing'],
    ['a secret that is no text', { apiKey: { $secret: 'config:other' } }, ['config', 'apiKey'], 'is a secret'],
  ])('with %s is refused by its name', async (_what, changes, path, sentence) => {
    const { integration, userErrors } = await create('Wrong', changes);
    expect(integration).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'INVALID', path, message: expect.stringContaining(sentence) }]);
  });

  test('has a name of its own', async () => {
    expect((await create('Main')).userErrors).toMatchObject([{ code: 'INVALID', path: ['name'] }]);
    expect((await create(' ')).userErrors).toMatchObject([{ code: 'INVALID', path: ['name'] }]);
  });

  test('changes its settings; a secret that is not mentioned stays, one that is null goes', async () => {
    const [{ id }] = await ask(server, INTEGRATIONS, {}, { as: world.hr });
    const sealed = async () =>
      (await server.sql.row<{ sealed: Buffer }>('select sealed from integration_secret'))?.sealed;
    const before = await sealed();
    const changed = await run(UPDATE, { integrationId: id, name: 'Renamed', config: { baseUrl: 'https://b.example' } });
    expect(changed.integration).toMatchObject({
      name: 'Renamed',
      config: { baseUrl: 'https://b.example' },
      secretsSet: ['apiKey'],
    });
    expect(await sealed()).toEqual(before);
    const erased = await run(UPDATE, {
      integrationId: id,
      name: 'Renamed',
      config: { baseUrl: 'https://b.example', apiKey: null },
    });
    expect(erased.userErrors).toMatchObject([{ path: ['config', 'apiKey'] }]);
    expect(await sealed()).toEqual(before);
    const audit = await server.sql.row<{ detail: object }>(
      `select detail from audit_entry where action = 'updateIntegration'`,
    );
    expect(audit?.detail).toEqual({ fields: ['baseUrl'], secrets: [] });
  });

  test('outlives its plugin: disabled, then gone, its secrets are still there', async () => {
    const { id } = await plugin('sample');
    expect((await run(DISABLE, { pluginId: id })).plugin).toMatchObject({ status: 'DISABLED', enabled: false });
    expect((await create('Another')).userErrors).toMatchObject([{ code: 'NOT_NOW', path: ['pluginId'] }]);
    folders.remove('sample');
    await server.running.plugins.registry.reload(server.clock.real());
    expect(await plugin('sample')).toMatchObject({
      status: 'BROKEN',
      problem: expect.stringContaining('no longer installed'),
    });
    expect(await ask(server, INTEGRATIONS, {}, { as: world.admin })).toMatchObject([
      { name: 'Renamed', secretsSet: ['apiKey'] },
    ]);
    folders.write('sample', { version: '1.1.1', permissions: { http: ['https://everywhere.example/*'] } });
    await server.running.plugins.registry.reload(server.clock.real());
    await enable('sample');
  });

  test('is removed with its secrets or without, as chosen; made again under its name it finds them', async () => {
    const secrets = async () =>
      (await server.sql.row<{ n: number }>('select count(*)::int as n from integration_secret'))?.n;
    const [{ id }] = await ask(server, INTEGRATIONS, {}, { as: world.admin });
    expect((await run(REMOVE, { integrationId: id, eraseSecrets: false })).userErrors).toEqual([]);
    expect(await ask(server, INTEGRATIONS, {}, { as: world.admin })).toEqual([]);
    expect(await secrets()).toBe(1);
    const again = await run(CREATE, {
      pluginId: (await plugin('sample')).id,
      name: 'Renamed',
      config: { baseUrl: 'https://b.example' },
    });
    expect(again.integration).toMatchObject({ id, secretsSet: ['apiKey'] });
    await run(REMOVE, { integrationId: id, eraseSecrets: true });
    expect(await secrets()).toBe(0);
  });
});
