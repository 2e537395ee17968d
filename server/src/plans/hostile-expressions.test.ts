import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ask,
  CREATE_PLAN,
  enrol,
  makeCohort,
  makeWorld,
  type PlanWorld,
  PUBLISH_PLAN,
} from '../enrolments/testing/plan-world.js';
import { smallPlan } from '../enrolments/testing/small-plan.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let world: PlanWorld;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server?.stop());

const CHECK =
  'query ($definition: PlanDefinition!) { checkDefinition(definition: $definition) { code severity path message } }';
const STATES = `query ($id: ID!) { cohort(id: $id) { enrolments(first: 5) { edges { node { status items { key state } } } } } }`;

const doubling = '.map(x, x+x+x+x+x+x+x+x)'.repeat(5);
const withExpression = (key: string, expression: string) => smallPlan(key, { conditions: { test: { expression } } });

interface Found {
  code: string;
  severity: string;
  path: string[];
  message: string;
}
const check = async (expression: string, language: 'en' | 'zh-CN' = 'en'): Promise<Found[]> => {
  const definition = withExpression('checked', expression);
  const found: Found[] = await ask(server, CHECK, { definition }, { as: world.designer, language });
  return found.filter(({ code }) => code === 'bad-expression');
};

describe('an expression that would never end', () => {
  test.each([
    ['too deep', `${'person.a + ('.repeat(15)}1${')'.repeat(15)} > 1`, 'nested'],
    ['loops within loops', '[1,2].all(a, [1,2].all(b, [1,2].all(c, a + b + c > 0)))', ''],
    ['brackets without end', '['.repeat(900), ''],
  ])('is refused where it stands, %s, in the language of who asks', async (_, expression, word) => {
    const [problem] = await check(expression);
    expect(problem).toMatchObject({
      code: 'bad-expression',
      severity: 'ERROR',
      path: ['conditions', 'test', 'expression'],
      message: expect.stringContaining(word),
    });
    expect((await check(expression, 'zh-CN'))[0]?.message).toMatch(/[一-鿿]/);
  });

  test.each([
    ['texts that double', `[person.jobRole, person.jobRole]${doubling}.exists(z, size(z) > 1)`],
    ['a pattern that goes back', `(person.jobRole + "${'a'.repeat(40)}!").matches("^(a+)+$")`],
    [
      'a pattern matched in a loop',
      `[1,2,3,4,5,6,7,8,9].exists(x, person.jobRole.matches("${'(a?){30}'.repeat(50)}b"))`,
    ],
  ])('is given up when it is answered, %s, and the plan runs on', async (what, expression) => {
    const key = `hostile-${what.replaceAll(' ', '-')}`;
    await ask(server, CREATE_PLAN, { input: { definition: withExpression(key, expression) } }, { as: world.designer });
    const published = await ask(
      server,
      PUBLISH_PLAN,
      { input: { planKey: key, expectedRevision: 1 } },
      { as: world.hr },
    );
    expect(published.userErrors).toEqual([]);
    const cohortId = await makeCohort(world, key);
    await enrol(world, cohortId, [await world.workspace.person({ name: what })]);
    const { enrolments } = await ask(server, STATES, { id: cohortId }, { as: world.hr });
    const [{ node }] = enrolments.edges;
    expect(node.status).toBe('ACTIVE');
    const states: { key: string; state: string }[] = node.items;
    expect(states.find((item) => item.key === 'course')).toMatchObject({ state: 'AVAILABLE' });
    expect(states.find((item) => item.key === 'test')?.state).not.toBe('AVAILABLE');
  });
});
