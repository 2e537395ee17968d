import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connect } from '../database/connect.js';
import { smallPlan } from '../enrolments/testing/small-plan.js';
import { testCluster } from '../testing/cluster.js';
import type { TestPerson, TestWorkspace } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let workspace: TestWorkspace;
let hr: TestPerson;
let learner: TestPerson;

/** As when a disk is full, a standby took over, or somebody keeps writers out: new connections can only read. */
async function allowWriting(allowed: boolean): Promise<void> {
  const [row] = await server.sql.rows<{ name: string }>('select current_database() as name');
  await server.sql.rows(
    `alter database ${row?.name} ${allowed ? 'reset' : 'set'} default_transaction_read_only ${allowed ? '' : '= on'}`,
  );
  const admin = await connect((await testCluster()).adminUrl);
  await admin.query(
    `select pg_terminate_backend(pid, 60000) from pg_stat_activity where datname = $1 and usename = 'planwright_app'`,
    [row?.name],
  );
  await admin.end();
}
const readiness = async () => {
  const answer = await fetch(server.url.replace('/graphql', '/readyz'));
  return { status: answer.status, ...((await answer.json()) as object) };
};

beforeAll(async () => {
  server = await startTestServer();
  workspace = await server.workspace('Home');
  hr = await workspace.person({ name: 'Hana', roles: ['HR'] });
  learner = await workspace.person({ name: 'Li' });
  await server.token(hr);
  await server.token(learner);
  expect(await readiness()).toEqual({ status: 200, ready: true });
  await allowWriting(false);
});
afterAll(() => server?.stop());

describe('while the database can only be read', () => {
  test('people go on reading, also when the minute has come in which their visit is noted', async () => {
    for (let minute = 0; minute < 3; minute += 1) {
      server.clock.advance(61_000);
      const answer = await server.execute(
        '{ people(first: 5) { edges { node { name } } } viewer { person { name } } }',
        {},
        { as: hr },
      );
      expect(answer.errors).toBeUndefined();
      expect(answer.data.people.edges).toHaveLength(2);
    }
  });

  test.each([
    ['en', 'Planwright can be read but nothing can be saved right now.'],
    ['zh-CN', '系统目前只能查看，无法保存'],
  ] as const)('whoever saves is told so in %s, with a code of its own', async (language, words) => {
    const answer = await server.execute(
      'mutation ($input: CreatePlanInput!) { createPlan(input: $input) { plan { id } } }',
      { input: { definition: smallPlan(`plan-${language.toLowerCase()}`) } },
      { as: hr, language },
    );
    expect([answer.status, answer.errors?.[0]?.extensions]).toEqual([200, { code: 'READ_ONLY' }]);
    expect(answer.errors?.[0]?.message).toContain(words);
  });

  test('who signs in is told so too, and what is forbidden stays forbidden', async () => {
    const signIn = await server.execute(
      'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }',
      { input: { email: 'somebody@example.com', password: 'something' } },
    );
    expect(signIn.errors?.[0]?.extensions.code).toBe('READ_ONLY');
    const refused = await server.execute('{ integrations { id } }', {}, { as: learner });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('none of it is logged as a fault of the server, and it says of itself what is wrong', async () => {
    expect(server.log.filter(({ level, requestId }) => Number(level) >= 50 && requestId !== undefined)).toEqual([]);
    expect(await readiness()).toMatchObject({ status: 200, ready: true, problems: [{ code: 'READ_ONLY' }] });
  });

  test('when it can be written again, it is, without a restart', async () => {
    await allowWriting(true);
    const answer = await server.execute(
      'mutation ($input: CreatePlanInput!) { createPlan(input: $input) { plan { id } userErrors { message } } }',
      { input: { definition: smallPlan('plan-after') } },
      { as: hr },
    );
    expect(answer).toMatchObject({ data: { createPlan: { plan: {}, userErrors: [] } } });
    expect(await readiness()).toEqual({ status: 200, ready: true });
  });
});
