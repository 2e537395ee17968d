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
import { smallPlan } from '../enrolments/testing/small-plan.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

interface BrokenDefinition {
  name: string;
  definition: unknown;
  code: string;
  path: string[];
}

/** The list of the language's own tests; not part of the package, so it is found by its file. */
const list: string = '../../../schema/src/testing/broken-definitions.js';
const { brokenDefinitions } = (await import(list)) as { brokenDefinitions: readonly BrokenDefinition[] };

// On a busy machine a request may take a while; nothing here waits for time to pass.
let server: TestServer;
let world: PlanWorld;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server?.stop());

const CHECK =
  'query ($definition: PlanDefinition!) { checkDefinition(definition: $definition) { code severity path message } }';

/** What a client can send: JSON objects. The others of the list (a text, a list, `__proto__`) are refused before. */
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const sendable = brokenDefinitions.flatMap(({ definition, ...broken }) =>
  isObject(definition) && !JSON.stringify(definition).includes('"__proto__"') ? [{ ...broken, definition }] : [],
);

describe('a broken definition', () => {
  test.each(sendable.map((broken) => [broken.name, broken] as const))(
    '%s: its problem is answered, with its path',
    async (_, broken) => {
      const definition = broken.definition;
      const problems = await changesNothing(server.sql, () =>
        ask(server, CHECK, { definition }, { as: world.designer }),
      );
      expect(problems.map(({ code }: { code: string }) => code)).toContain(broken.code);
      const problem = problems.find(({ code }: { code: string }) => code === broken.code);
      expect(problem.path).toEqual(broken.path);
      expect(problem.message).not.toBe('');
    },
  );

  test('is saved as a draft but never published, whatever is wrong with it', async () => {
    await ask(server, CREATE_PLAN, { input: { definition: smallPlan('broken') } }, { as: world.designer });
    let revision = 1;
    for (const { definition, code } of sendable) {
      const document = { ...definition, key: 'broken', title: { en: 'Broken', 'zh-CN': '坏' } };
      const input = { planKey: 'broken', definition: document, expectedRevision: revision };
      const saved = await ask(server, SAVE_DRAFT, { input }, { as: world.designer });
      expect(saved.userErrors).toEqual([]);
      revision = saved.plan.draft.revision;
      const errors = saved.plan.draft.problems.filter(({ severity }: { severity: string }) => severity === 'ERROR');
      if (errors.length === 0) continue;
      const publish = { input: { planKey: 'broken', expectedRevision: revision } };
      const refused = await ask(server, PUBLISH_PLAN, publish, { as: world.admin });
      expect({ code, version: refused.version, errors: refused.userErrors }).toMatchObject({
        version: null,
        errors: [{ code: 'HAS_PROBLEMS' }],
      });
    }
    const rows = await server.sql.rows(
      'select v.id from plan_version v join plan p on p.id = v.plan_id where p.key = $1',
      ['broken'],
    );
    expect(rows).toEqual([]);
  });
});

describe('a definition that no form of ours sends', () => {
  const raw = async (definition: string) => {
    const body = `{"query": ${JSON.stringify(CHECK)}, "variables": {"definition": ${definition}}}`;
    const response = await fetch(server.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-app-csrf': '1',
        authorization: `Bearer ${await server.token(world.designer)}`,
      },
      body,
    });
    const answer = (await response.json()) as { errors?: { extensions?: { code?: string } }[] };
    return { status: response.status, code: answer.errors?.[0]?.extensions?.code };
  };

  test('with __proto__, anywhere, is refused', async () => {
    for (const definition of ['{"__proto__": {"admin": true}}', '{"stages": [{"__proto__": {}}]}']) {
      expect(await changesNothing(server.sql, () => raw(definition))).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test('of 5 MB is refused before it is parsed', async () => {
    const answer = await changesNothing(server.sql, () => raw(JSON.stringify({ key: 'x'.repeat(5_000_000) })));
    expect(answer.status).toBe(413);
  });

  test('40 deep is refused, and so is a list or a text', async () => {
    const deep = `${'{"a":'.repeat(40)}1${'}'.repeat(40)}`;
    for (const definition of [deep, '[]', '"plan"', '5']) {
      expect(await raw(definition)).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });
});
