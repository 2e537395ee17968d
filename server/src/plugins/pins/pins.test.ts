import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanDefinition } from '@planwright/schema/definition';
import {
  ask,
  CREATE_PLAN,
  makeWorld,
  type PlanWorld,
  PUBLISH_PLAN,
  SAVE_DRAFT,
} from '../../enrolments/testing/plan-world.js';
import { smallPlan } from '../../enrolments/testing/small-plan.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { type PluginFolders, pluginFolders } from '../testing/plugin-folder.js';
import { ENABLE, PLUGINS } from '../testing/plugin-queries.js';

// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer follows the query of each test
type Answer = any;
let folders: PluginFolders;
let server: TestServer;
let world: PlanWorld;

/** A rule that fires once a day of the window, with its version in the message. */
const code = (version: string, perDay = 1) => `
const text = (en) => ({ en, 'zh-CN': en });
const daily = {
  title: text('Daily'), catchUp: 'LATEST', params: { parse: (value) => value },
  occurrences: (people, params, { from, until }) => people.flatMap(({ person }) => {
    const found = [];
    for (let day = from.slice(0, 10), n = 0; n < 40; n += 1) {
      for (let hour = 8; hour < 8 + ${perDay}; hour += 1) {
        const at = day + 'T' + String(hour).padStart(2, '0') + ':00:00.000Z';
        if (at >= from && at < until) found.push({ person, key: at, at, hard: false, about: text('Hello from ${version}'), why: text('Every day') });
      }
      day = new Date(Date.parse(day) + 86400000).toISOString().slice(0, 10);
    }
    return found;
  }),
};
export default { id: 'daily', version: '${version}', api: 1, title: text('Daily'), description: text('Daily'), config: { shape: {} }, permissions: {}, reminderRules: { daily } };
`;

function writeRule(version: string, settings: object = { tone: { type: 'string' } }, perDay = 1) {
  folders.write('daily', {
    version,
    code: code(version, perDay),
    permissions: {},
    configSchema: { type: 'object', properties: {} },
    contributes: [
      {
        kind: 'REMINDER_RULE',
        key: 'daily',
        title: { en: 'Daily', 'zh-CN': '每天' },
        configSchema: { type: 'object', properties: settings, additionalProperties: false },
        catchUp: 'LATEST',
      },
    ],
  });
}

beforeAll(async () => {
  folders = pluginFolders();
  writeRule('1.0.0');
  server = await startTestServer({ environment: folders.environment });
  world = await makeWorld(server);
});
afterAll(async () => {
  await server?.stop();
  folders?.erase();
});

const reload = () => server.running.plugins.registry.reload(server.clock.real());
const enable = async () => {
  const { id, permissions } = (await ask(server, PLUGINS, {}, { as: world.admin })).find(
    ({ key }: Answer) => key === 'daily',
  );
  await ask(server, ENABLE, { input: { pluginId: id, consent: permissions } }, { as: world.admin });
};
const withRule = (key: string, settings: Record<string, unknown> = {}, use = 'daily/daily'): PlanDefinition =>
  smallPlan(key, {
    reminders: [{ key: 'every-day', use, with: settings as never, to: ['LEARNER'], channels: ['inbox'] }],
  });
const CHECK =
  'query ($definition: PlanDefinition!) { checkDefinition(definition: $definition) { code severity path message } }';
const check = (definition: PlanDefinition): Promise<Answer[]> =>
  ask(server, CHECK, { definition }, { as: world.designer });
const SIMULATE = `query ($input: SimulatePlanInput!) { simulatePlan(input: $input) { days { events { kind ruleKey to text why } } } }`;
const publish = async (definition: PlanDefinition, expectedRevision = 1): Promise<Answer> =>
  ask(server, PUBLISH_PLAN, { input: { planKey: definition.key, expectedRevision } }, { as: world.hr });
const pins = async (id: string): Promise<Answer[]> =>
  (
    await ask(
      server,
      'query ($id: ID!) { planVersion(id: $id) { pins { use pluginKey version sha256 } } }',
      { id },
      { as: world.designer },
    )
  ).pins;
const UPGRADE =
  'mutation ($input: UpgradePinsInput!) { upgradePins(input: $input) { userErrors { code message path } version { id } } }';
const upgrade = (input: object, as = world.hr): Promise<Answer> => ask(server, UPGRADE, { input }, { as });

describe('what a plan names', () => {
  test('is unknown until its plugin is enabled: said at once, saved as a draft, never published', async () => {
    const definition = withRule('unknown');
    expect(await check(definition)).toContainEqual(
      expect.objectContaining({ code: 'unknown-plugin', severity: 'ERROR', path: ['reminders', 'every-day', 'use'] }),
    );
    const made = await ask(server, CREATE_PLAN, { input: { definition } }, { as: world.designer });
    expect(made.plan.draft.problems.map(({ code }: Answer) => code)).toContain('unknown-plugin');
    const refused = await publish(definition);
    expect(refused).toMatchObject({ version: null, userErrors: [{ code: 'HAS_PROBLEMS' }] });
    expect(refused.problems.map(({ code }: Answer) => code)).toContain('unknown-plugin');
    await enable();
    expect((await publish(definition)).userErrors).toEqual([]);
  });

  test.each([
    ['an unknown setting', { colour: 'red' }, ['reminders', 'every-day', 'with', 'colour'], 'colour'],
    ['a setting of the wrong type', { tone: 5 }, ['reminders', 'every-day', 'with', 'tone'], 'tone'],
    ['what looks like a secret', { apiKey: 'sk-1' }, ['reminders', 'every-day', 'with', 'apiKey'], 'integration'],
  ])('with %s is refused by its name', async (_what, settings, path, word) => {
    const [problem, ...others] = (await check(withRule('settings', settings))).filter(
      ({ severity }) => severity === 'ERROR',
    );
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'bad-plugin-config', path, message: expect.stringContaining(word) });
  });
});

describe('simulation', () => {
  test('asks the rule in its process and tells its messages', async () => {
    const input = { definition: withRule('simulated'), startsOn: '2026-01-05', until: '2026-01-09' };
    const { days } = await ask(server, SIMULATE, { input }, { as: world.designer });
    const reminders = days.flatMap(({ events }: Answer) => events.filter(({ kind }: Answer) => kind === 'REMINDER'));
    expect(reminders).toHaveLength(5);
    expect(reminders[0]).toEqual({
      kind: 'REMINDER',
      ruleKey: 'every-day',
      to: ['LEARNER'],
      text: 'Hello from 1.0.0',
      why: 'Every day',
    });
  });

  test('of a rule that storms is a warning of the plan, which may be published all the same', async () => {
    writeRule('1.0.1', { tone: { type: 'string' } }, 8);
    await reload();
    const definition = withRule('storm');
    expect(await check(definition)).toContainEqual(
      expect.objectContaining({ code: 'reminder-storm', severity: 'WARNING', path: ['reminders', 'every-day'] }),
    );
    await ask(server, CREATE_PLAN, { input: { definition } }, { as: world.hr });
    const published = await publish(definition);
    expect(published.userErrors).toEqual([]);
    expect(published.problems.map(({ code }: Answer) => code)).toContain('reminder-storm');
  });
});

describe('a published version', () => {
  let versionId: string;
  const definition = withRule('pinned');

  test('pins each rule and scorer by version and hash', async () => {
    await ask(server, CREATE_PLAN, { input: { definition } }, { as: world.hr });
    versionId = (await publish(definition)).version.id;
    const found = await pins(versionId);
    expect(found.map(({ use }) => use)).toEqual(['core/rubric', 'daily/daily']);
    expect(found[1]).toMatchObject({
      pluginKey: 'daily',
      version: '1.0.1',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('keeps its pin when the plugin is upgraded: the stored release still runs', async () => {
    writeRule('1.0.2');
    await reload();
    const [, pin] = await pins(versionId);
    expect(pin.version).toBe('1.0.1');
    const { registry, host } = server.running.plugins;
    const release = await registry.pinned({ pluginKey: 'daily', version: pin.version, sha256: pin.sha256 });
    if (!release) throw new Error('the pinned release is gone');
    const environment = {
      from: '2026-01-05T00:00:00.000Z',
      until: '2026-01-06T00:00:00.000Z',
      calendar: { key: 'cn', years: {} },
      workspace: { calendar: 'cn', workingHours: { from: '09:00', to: '18:00' } },
    };
    const person = { person: 'p', plan: { key: 'p', title: {} }, status: 'ACTIVE', zone: 'Asia/Shanghai' } as const;
    const people = [
      {
        ...person,
        startsOn: '2026-01-05',
        enrolledAt: environment.from,
        hasMentor: false,
        stages: [],
        items: [],
        submissions: [],
      },
    ];
    const called = await host.occurrences(release, 'daily', people, {}, environment);
    expect(called.ok && called.value[0]?.about.en).toBe('Hello from 1.0.1');
    // A new version of the plan takes the newest.
    await ask(
      server,
      SAVE_DRAFT,
      {
        input: {
          planKey: 'pinned',
          definition: { ...definition, title: { en: 'Two', 'zh-CN': '二' } },
          expectedRevision: 1,
        },
      },
      { as: world.hr },
    );
    const second = await publish(definition, 2);
    expect((await pins(second.version.id))[1].version).toBe('1.0.2');
  });

  test('takes a patch as a recorded act, with its reason', async () => {
    const input = { planVersionId: versionId, use: 'daily/daily', version: '1.0.2', reason: 'The storm is fixed' };
    expect(await upgrade({ ...input, reason: ' ' })).toMatchObject({
      userErrors: [{ code: 'INVALID', path: ['reason'] }],
    });
    expect(await upgrade({ ...input, use: 'core/weekly' })).toMatchObject({ userErrors: [{ path: ['use'] }] });
    expect(await upgrade({ ...input, version: '1.0.9' })).toMatchObject({ userErrors: [{ path: ['version'] }] });
    expect(await upgrade(input)).toEqual({ userErrors: [], version: { id: versionId } });
    expect((await pins(versionId))[1].version).toBe('1.0.2');
    const rows = await server.sql.rows<Answer>(
      `select ordinal, plugin_version as version, reason from plan_version_pin where use = 'daily/daily' and ordinal > 1`,
    );
    expect(rows).toEqual([{ ordinal: 2, version: '1.0.2', reason: 'The storm is fixed' }]);
    const audit = await server.sql.row(`select detail from audit_entry where action = 'upgradePins'`);
    expect(audit).toMatchObject({ detail: { use: 'daily/daily', from: '1.0.1', to: '1.0.2' } });
  });

  test('takes no larger step, and none that its settings do not fit', async () => {
    writeRule('1.1.0');
    await reload();
    const input = { planVersionId: versionId, use: 'daily/daily', version: '1.1.0', reason: 'Newer' };
    expect(await upgrade(input)).toMatchObject({ userErrors: [{ code: 'INVALID', path: ['version'] }] });
    const forbidden = await server.execute(UPGRADE, { input }, { as: world.learner });
    expect(forbidden.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('shows degraded when its plugin is switched off', async () => {
    folders.remove('daily');
    await reload();
    const daily = (await ask(server, PLUGINS, {}, { as: world.admin })).find(({ key }: Answer) => key === 'daily');
    expect(daily).toMatchObject({ status: 'BROKEN', usedByPlans: 3 });
    expect((await check(definition)).map(({ code }) => code)).toContain('unknown-plugin');
  });
});
