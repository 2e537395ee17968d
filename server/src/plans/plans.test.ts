import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ask,
  CREATE_PLAN,
  makeWorld,
  type PlanWorld,
  PUBLISH_PLAN,
  SAVE_DRAFT,
} from '../enrolments/testing/plan-world.js';
import { changesNothing } from '../enrolments/testing/row-counts.js';
import { secondVersion, smallPlan } from '../enrolments/testing/small-plan.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

// On a busy machine a request may take a while; nothing here waits for time to pass.
let server: TestServer;
let world: PlanWorld;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server?.stop());

const errorsOf = (problems: { severity: string; code: string }[]) =>
  problems.filter(({ severity }) => severity === 'ERROR').map(({ code }) => code);

describe('a draft', () => {
  test('is created with the plan, by a designer, and listed', async () => {
    const { designer } = world;
    const made = await ask(server, CREATE_PLAN, { input: { definition: smallPlan('drafted') } }, { as: designer });
    expect(made.userErrors).toEqual([]);
    expect(made.plan).toMatchObject({
      key: 'drafted',
      title: 'Small plan',
      current: null,
      draft: { revision: 1, basedOn: null, definition: smallPlan('drafted'), updatedBy: { name: 'Dan' } },
    });
    expect(errorsOf(made.plan.draft.problems)).toEqual([]);
    const listed = await ask(
      server,
      '{ plans(first: 100) { totalCount edges { node { key } } pageInfo { hasNextPage } } }',
      {},
      { as: designer },
    );
    expect(listed.edges.map(({ node }: { node: { key: string } }) => node.key)).toContain('drafted');
    expect(listed.totalCount).toBe(listed.edges.length);
  });

  test('answers its title in the asked language', async () => {
    const query = '{ plan(key: "drafted") { title } }';
    expect(await ask(server, query, {}, { as: world.hr, language: 'zh-CN' })).toEqual({ title: 'Small plan（中文）' });
  });

  test('is saved with problems, its layout apart, and keeps the layout when none is given', async () => {
    const { designer } = world;
    const unfinished = { ...smallPlan('drafted'), links: [{ from: 'course', to: 'nowhere', on: 'COMPLETED' }] };
    const layout = { nodes: { course: { x: 1, y: 2 } } };
    const saved = await ask(
      server,
      SAVE_DRAFT,
      { input: { planKey: 'drafted', definition: unfinished, layout, expectedRevision: 1 } },
      { as: designer },
    );
    expect(saved.plan.draft).toMatchObject({ revision: 2, layout });
    expect(errorsOf(saved.plan.draft.problems)).toContain('unknown-key');
    const again = await ask(
      server,
      SAVE_DRAFT,
      { input: { planKey: 'drafted', definition: smallPlan('drafted'), expectedRevision: 2 } },
      { as: designer },
    );
    expect(again.plan.draft).toMatchObject({ revision: 3, layout });
  });

  test('saved at an old revision is refused, names the current one and changes nothing', async () => {
    const refused = await changesNothing(server.sql, () =>
      ask(
        server,
        SAVE_DRAFT,
        { input: { planKey: 'drafted', definition: smallPlan('drafted'), expectedRevision: 1 } },
        { as: world.designer },
      ),
    );
    expect(refused.plan).toBeNull();
    expect(refused.userErrors).toEqual([
      { code: 'STALE_REVISION', path: ['expectedRevision'], message: expect.stringContaining('revision 3') },
    ]);
  });

  test('keeps its key, and a key is given once', async () => {
    const other = await changesNothing(server.sql, () =>
      ask(
        server,
        SAVE_DRAFT,
        { input: { planKey: 'drafted', definition: smallPlan('other'), expectedRevision: 3 } },
        { as: world.hr },
      ),
    );
    expect(other.userErrors).toMatchObject([{ code: 'INVALID', path: ['definition', 'key'] }]);
    const twice = await changesNothing(server.sql, () =>
      ask(server, CREATE_PLAN, { input: { definition: smallPlan('drafted') } }, { as: world.hr }),
    );
    expect(twice.userErrors).toMatchObject([{ code: 'INVALID', path: ['definition', 'key'] }]);
  });

  test('is hidden from a learner, who may not save it either', async () => {
    expect(await ask(server, '{ plan(key: "drafted") { key } }', {}, { as: world.learner })).toBeNull();
    const tried = await changesNothing(server.sql, () =>
      server.execute(
        SAVE_DRAFT,
        { input: { planKey: 'drafted', definition: smallPlan('drafted'), expectedRevision: 3 } },
        { as: world.learner },
      ),
    );
    expect(tried.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('of another workspace is not there', async () => {
    const other = await makeWorld(server);
    expect(await ask(server, '{ plan(key: "drafted") { key } }', {}, { as: other.hr })).toBeNull();
    const tried = await changesNothing(server.sql, () =>
      server.execute(
        SAVE_DRAFT,
        { input: { planKey: 'drafted', definition: smallPlan('drafted'), expectedRevision: 3 } },
        { as: other.hr },
      ),
    );
    expect(tried.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

describe('publishing', () => {
  test('makes an immutable version with the hash of its content', async () => {
    const { designer } = world;
    await ask(server, CREATE_PLAN, { input: { definition: smallPlan('published') } }, { as: designer });
    const input = { planKey: 'published', expectedRevision: 1, changeNote: 'First' };
    const made = await ask(server, PUBLISH_PLAN, { input }, { as: designer });
    expect(made).toMatchObject({
      userErrors: [],
      migrationId: null,
      version: { number: 1, status: 'PUBLISHED', changeNote: 'First', enrolmentCount: 0, publishedBy: { name: 'Dan' } },
    });
    expect(made.version.contentHash).toMatch(/^[0-9a-f]{64}$/);
    await expect(
      server.sql.rows(`update plan_version set change_note = 'other' where change_note = 'First'`),
    ).rejects.toThrow(/does not change/);
    const plan = await ask(
      server,
      '{ plan(key: "published") { current { number } draft { basedOn } } }',
      {},
      { as: designer },
    );
    expect(plan).toEqual({ current: { number: 1 }, draft: { basedOn: 1 } });
  });

  test('the same content again is refused', async () => {
    const again = await changesNothing(server.sql, () =>
      ask(server, PUBLISH_PLAN, { input: { planKey: 'published', expectedRevision: 1 } }, { as: world.hr }),
    );
    expect(again).toMatchObject({ version: null, userErrors: [{ code: 'INVALID' }] });
    expect(again.userErrors[0].message).toContain('version 1');
  });

  test('a definition with errors is refused, its problems named, and nothing changes', async () => {
    const broken = { ...smallPlan('published'), links: [{ from: 'course', to: 'nowhere', on: 'COMPLETED' }] };
    const save = { planKey: 'published', definition: broken, expectedRevision: 1 };
    await ask(server, SAVE_DRAFT, { input: save }, { as: world.hr });
    const refused = await changesNothing(server.sql, () =>
      ask(server, PUBLISH_PLAN, { input: { planKey: 'published', expectedRevision: 2 } }, { as: world.hr }),
    );
    expect(refused).toMatchObject({ version: null, userErrors: [{ code: 'HAS_PROBLEMS' }] });
    expect(errorsOf(refused.problems)).toEqual(['unknown-key']);
  });

  test('an old revision is refused', async () => {
    const refused = await changesNothing(server.sql, () =>
      ask(server, PUBLISH_PLAN, { input: { planKey: 'published', expectedRevision: 1 } }, { as: world.hr }),
    );
    expect(refused.userErrors).toMatchObject([{ code: 'STALE_REVISION' }]);
  });

  test('a metric that the workspace does not have is named, and no longer once it has it', async () => {
    const definition = smallPlan('measured', {
      outcomes: [{ metric: 'team-performance' }, { metric: 'own-metric' }],
    });
    const unknown = async () => {
      const problems = await ask(
        server,
        'query ($definition: PlanDefinition!) { checkDefinition(definition: $definition) { code severity path message } }',
        { definition },
        { as: world.hr, language: 'en' },
      );
      return problems.filter(({ code }: { code: string }) => code === 'unknown-metric');
    };
    expect(await unknown()).toEqual([
      {
        code: 'unknown-metric',
        severity: 'WARNING',
        path: ['outcomes', '1', 'metric'],
        message: expect.stringContaining('There is no metric “own-metric”'),
      },
    ]);
    const input = {
      key: 'own-metric',
      title: 'Own',
      direction: 'HIGHER_IS_BETTER',
      family: 'PERFORMANCE',
      scale: 'CONTINUOUS',
    };
    const made = await ask(
      server,
      'mutation ($input: CreateMetricInput!) { createMetric(input: $input) { userErrors { message } } }',
      { input },
      { as: world.hr },
    );
    expect(made.userErrors).toEqual([]);
    expect(await unknown()).toEqual([]);
  });

  test('a plan that grants rights needs an administrator', async () => {
    await ask(
      server,
      CREATE_PLAN,
      { input: { definition: smallPlan('grants', { grants: ['team-lead'] }) } },
      { as: world.hr },
    );
    const input = { planKey: 'grants', expectedRevision: 1 };
    const refused = await changesNothing(server.sql, () => ask(server, PUBLISH_PLAN, { input }, { as: world.hr }));
    expect(refused).toMatchObject({ version: null, userErrors: [{ code: 'NEEDS_ADMIN' }] });
    const made = await ask(server, PUBLISH_PLAN, { input }, { as: world.admin });
    expect(made).toMatchObject({ userErrors: [], version: { number: 1 } });
  });

  test('becomes the draft again, also when it is an old one; who saved meanwhile loses nothing', async () => {
    const restore = (input: object, as = world.designer) =>
      ask(
        server,
        `mutation ($input: RestorePlanVersionInput!) { restorePlanVersion(input: $input) {
          plan { title draft { revision basedOn definition } } userErrors { code path } } }`,
        { input },
        { as },
      );
    const first = smallPlan('restored');
    await ask(server, CREATE_PLAN, { input: { definition: first } }, { as: world.hr });
    const publish = (expectedRevision: number) =>
      ask(server, PUBLISH_PLAN, { input: { planKey: 'restored', expectedRevision } }, { as: world.hr });
    const { version } = await publish(1);
    const second = { ...smallPlan('restored'), title: { en: 'Second', 'zh-CN': '第二' } };
    await ask(
      server,
      SAVE_DRAFT,
      { input: { planKey: 'restored', definition: second, expectedRevision: 1 } },
      { as: world.hr },
    );
    expect((await publish(2)).version.number).toBe(2);
    const stale = await changesNothing(server.sql, () => restore({ id: version.id, expectedRevision: 1 }));
    expect(stale).toMatchObject({ plan: null, userErrors: [{ code: 'STALE_REVISION', path: ['expectedRevision'] }] });
    const done = await restore({ id: version.id, expectedRevision: 2 });
    expect(done.userErrors).toEqual([]);
    expect(done.plan).toMatchObject({ draft: { revision: 3, basedOn: 1, definition: first } });
    expect((await publish(3)).version).toMatchObject({ number: 3, contentHash: version.contentHash });
  });

  test('a version is retired once, and no longer current', async () => {
    const { versions } = await ask(server, '{ plan(key: "grants") { versions { id number } } }', {}, { as: world.hr });
    const retire =
      'mutation ($input: RetirePlanVersionInput!) { retirePlanVersion(input: $input) { version { status } userErrors { code } } }';
    const input = { id: versions[0].id };
    const done = await ask(server, retire, { input }, { as: world.hr });
    expect(done).toEqual({ version: { status: 'RETIRED' }, userErrors: [] });
    const twice = await changesNothing(server.sql, () => ask(server, retire, { input }, { as: world.hr }));
    expect(twice).toEqual({ version: null, userErrors: [{ code: 'NOT_NOW' }] });
    expect(await ask(server, '{ plan(key: "grants") { current { id } } }', {}, { as: world.hr })).toEqual({
      current: null,
    });
  });

  test('leaves a line in the audit trail', async () => {
    const rows = await server.sql.rows<{ action: string }>(
      `select action from audit_entry where workspace_id = $1 and outcome = 'OK' and action like '%Plan%' order by at, id`,
      [world.workspace.id],
    );
    expect(rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['createPlan', 'publishPlan', 'retirePlanVersion']),
    );
  });
});

describe('foresight', () => {
  const COMPARE =
    'query ($from: VersionRef!, $to: VersionRef!) { comparePlanVersions(from: $from, to: $to) { identical changes { kind path sentence } } }';

  test('compares a version with a draft at a revision, in sentences', async () => {
    const { hr } = world;
    await ask(server, CREATE_PLAN, { input: { definition: smallPlan('compared') } }, { as: hr });
    const { version } = await ask(
      server,
      PUBLISH_PLAN,
      { input: { planKey: 'compared', expectedRevision: 1 } },
      { as: hr },
    );
    const from = { versionId: version.id };
    const same = await ask(server, COMPARE, { from, to: from }, { as: hr });
    expect(same).toEqual({ identical: true, changes: [] });
    const save = { planKey: 'compared', definition: secondVersion('compared'), expectedRevision: 1 };
    await ask(server, SAVE_DRAFT, { input: save }, { as: hr });
    const to = { draft: { planKey: 'compared', revision: 2 } };
    const diff = await ask(server, COMPARE, { from, to }, { as: hr, language: 'zh-CN' });
    expect(diff.identical).toBe(false);
    expect(diff.changes).toMatchObject([{ kind: 'ADDED', path: ['stages', 'start', 'items', 'practice'] }]);
    expect(diff.changes[0].sentence).toContain('Practice（中文）');
    const stale = await server.execute(
      COMPARE,
      { from, to: { draft: { planKey: 'compared', revision: 1 } } },
      { as: hr },
    );
    expect(stale.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('a reference names exactly one of version and draft', async () => {
    const both = { versionId: 'x', draft: { planKey: 'compared', revision: 2 } };
    for (const ref of [both, {}]) {
      const answer = await server.execute(COMPARE, { from: ref, to: ref }, { as: world.hr });
      expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  const SIMULATE =
    'query ($input: SimulatePlanInput!) { simulatePlan(input: $input) { days { date workday events { kind itemKey text at } } } }';

  test('simulates a diligent person day by day, and stores nothing', async () => {
    const input = { definition: smallPlan('simulated'), startsOn: '2026-01-05' };
    const { days } = await changesNothing(server.sql, () => ask(server, SIMULATE, { input }, { as: world.designer }));
    expect(days[0]).toMatchObject({ date: '2026-01-05', workday: true });
    const kinds = days.flatMap(({ events }: { events: { kind: string }[] }) => events.map(({ kind }) => kind));
    expect(kinds).toContain('PLAN_COMPLETED');
    expect(kinds).not.toContain('OVERDUE');
    expect(days.at(-1).events.length).toBeGreaterThan(0);
  });

  test('refuses to simulate what has errors, an unknown zone, and a learner', async () => {
    const broken = { definition: { format: 'planwright/1' }, startsOn: '2026-01-05' };
    const first = await server.execute(SIMULATE, { input: broken }, { as: world.designer });
    expect(first.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const zone = { definition: smallPlan(), startsOn: '2026-01-05', timeZone: 'Mars/Olympus' };
    const second = await server.execute(SIMULATE, { input: zone }, { as: world.designer });
    expect(second.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const third = await server.execute(SIMULATE, { input: { ...zone, timeZone: null } }, { as: world.learner });
    expect(third.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('offers templates that have no errors', async () => {
    const templates = await ask(
      server,
      '{ planTemplates { key title definition } }',
      {},
      { as: world.designer, language: 'zh-CN' },
    );
    expect(templates.map(({ key }: { key: string }) => key)).toEqual(
      expect.arrayContaining(['retail-new-manager', 'sales-new-manager']),
    );
    for (const { definition } of templates) {
      const problems = await ask(
        server,
        'query ($d: PlanDefinition!) { checkDefinition(definition: $d) { code severity path } }',
        { d: definition },
        { as: world.designer },
      );
      expect(errorsOf(problems)).toEqual([]);
    }
  });
});
