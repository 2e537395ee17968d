import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { uuidOf } from '../../access/graphql/global-id.js';
import {
  act,
  ask,
  freshKey,
  makeWorld,
  type PlanWorld,
  REVIEW,
  startPlan,
} from '../../enrolments/testing/plan-world.js';
import { smallPlan } from '../../enrolments/testing/small-plan.js';
import { DefinitionCache } from '../../plans/definition-cache.js';
import { DISABLE, ENABLE, PLUGINS } from '../../plugins/testing/plugin-queries.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';
import { rebuildProjections } from '../rebuild-projections.js';

let server: TestServer;
let world: PlanWorld;
let plans = 0;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-08T04:00:00.000Z' });
  world = await makeWorld(server);
});
afterAll(() => server?.stop());

const SCORES = `query ($id: ID!) { enrolment(id: $id) { progress { score } items { key score } history(first: 50) { edges { node { type data } } } } }`;

/** A plan whose scoring is weighted over the report and the test, running. */
async function scoredPlan() {
  plans += 1;
  const weighted = { use: 'core/weighted', with: { weights: { report: 60, test: 40 } } };
  const running = await startPlan(world, smallPlan(`scored-${plans}`, { scoring: weighted }));
  await act(world, world.learner, running.enrolmentId, 'course', 'COMPLETE');
  const { submission } = await act(world, world.learner, running.enrolmentId, 'report', 'SUBMIT', {
    artefact: 'https://docs.example/report',
  });
  return { enrolmentId: running.enrolmentId, submissionId: submission.id as string };
}

async function reviewed(submissionId: string, depth: number, form: number) {
  const criteria = [
    { key: 'depth', score: depth },
    { key: 'form', score: form },
  ];
  const input = { submissionId, decision: 'APPROVE', criteria, idempotencyKey: freshKey() };
  const answer = await ask(server, REVIEW, { input }, { as: world.mentor });
  expect(answer.userErrors).toEqual([]);
}

async function scores(enrolmentId: string) {
  const { progress, items, history } = await ask(server, SCORES, { id: enrolmentId }, { as: world.hr });
  const given = history.edges
    .map(({ node }: { node: { type: string; data: { itemKey: string; by: string } } }) => node)
    .filter(({ type }: { type: string }) => type === 'scored')
    .map(({ data }: { data: { itemKey: string; by: string } }) => [data.itemKey, data.by]);
  return { plan: progress.score, report: items.find(({ key }: { key: string }) => key === 'report').score, given };
}

const tasks = async (enrolmentId: string) =>
  server.sql.rows<{ subject: string; problem: string | null }>(
    'select subject, problem from scorer_task where enrolment_id = $1 order by subject',
    [uuidOf('Enrolment', enrolmentId)],
  );

async function switchCore(on: boolean) {
  const { id, permissions } = (await ask(server, PLUGINS, {}, { as: world.admin })).find(
    ({ key }: { key: string }) => key === 'core',
  );
  const input = on ? { pluginId: id, consent: permissions } : { pluginId: id };
  expect((await ask(server, on ? ENABLE : DISABLE, { input }, { as: world.admin })).userErrors).toEqual([]);
}

describe('a scorer', () => {
  test('scores an item by the criteria of its review, and the plan by its items', async () => {
    const { enrolmentId, submissionId } = await scoredPlan();
    await reviewed(submissionId, 90, 70);
    await server.running.scoring.wake();
    const { plan, report, given } = await scores(enrolmentId);
    expect({ plan, report }).toEqual({ plan: 82, report: 82 });
    expect(given).toContainEqual(['report', expect.stringMatching(/^core\/rubric@1\.\d+\.\d+#[0-9a-f]{64}$/)]);
    expect(given.at(-1)).toEqual([
      `scored-${plans}`,
      expect.stringMatching(/^core\/weighted@1\.\d+\.\d+#[0-9a-f]{64}$/),
    ]);
    expect(await tasks(enrolmentId)).toEqual([]);
  });

  test('is not asked to say the same twice', async () => {
    const { enrolmentId, submissionId } = await scoredPlan();
    await reviewed(submissionId, 80, 80);
    await server.running.scoring.wake();
    const before = await scores(enrolmentId);
    await server.sql.rows(
      `insert into scorer_task (workspace_id, enrolment_id, subject, due_at) select workspace_id, id, 'report', now() from enrolment where id = $1`,
      [uuidOf('Enrolment', enrolmentId)],
    );
    await server.running.scoring.wake();
    expect(await scores(enrolmentId)).toEqual(before);
    expect(await tasks(enrolmentId)).toEqual([]);
  });

  test('that is away is asked again until it answers: nothing is lost', async () => {
    const { enrolmentId, submissionId } = await scoredPlan();
    await switchCore(false);
    await reviewed(submissionId, 60, 60);
    await server.running.scoring.wake();
    expect((await scores(enrolmentId)).report).toBeNull();
    expect(await tasks(enrolmentId)).toContainEqual({ subject: 'report', problem: 'core/rubric is not enabled' });
    await switchCore(true);
    await server.sql.rows('update scorer_task set due_at = now()');
    await server.running.scoring.wake();
    expect(await scores(enrolmentId)).toMatchObject({ plan: 60, report: 60 });
    expect(await tasks(enrolmentId)).toEqual([]);
  });

  test('leaves projections as a rebuild makes them', async () => {
    const deps = {
      definitions: new DefinitionCache(),
      listener: { changed: async () => undefined, committed: () => undefined },
    };
    const report = await rebuildProjections({ database: server.database, clock: server.clock }, deps, { write: false });
    expect(report.differences).toEqual([]);
    expect(report.enrolments).toBeGreaterThan(2);
  });
});
