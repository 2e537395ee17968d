import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ask,
  CREATE_PLAN,
  makeWorld,
  type PlanWorld,
  PUBLISH_PLAN,
  SAVE_DRAFT,
} from '../enrolments/testing/plan-world.js';
import { smallPlan } from '../enrolments/testing/small-plan.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let world: PlanWorld;
beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-05T01:00:00.000Z' });
  world = await makeWorld(server);
});
afterAll(() => server?.stop());

const SANDBOX =
  'mutation ($input: CreateSandboxInput!) { createSandbox(input: $input) { workspace { id } userErrors { message } } }';
const ENTER = 'mutation ($input: EnterWorkspaceInput!) { enterWorkspace(input: $input) { workspace { id } } }';
const MOVE =
  'mutation ($input: MoveClockInput!) { moveClock(input: $input) { workspace { now clockMovesTo } userErrors { message } } }';
const CLOCK = '{ viewer { workspace { now clockMovesTo } } }';
const PEOPLE = '{ people(first: 60) { edges { node { id name } } } }';
const VERSIONS = 'query { plan(key: "small") { versions { id number } } }';
const FIELDS = `experiment { id status arms { version { number } allocated measured } integrity { key passed }
  results { estimate low high verdict sentence } members { person { id } version { number } }
  cohort { id } } userErrors { code message path }`;
const act = (name: string, input: string) => `mutation ($input: ${input}!) { ${name}(input: $input) { ${FIELDS} } }`;
const MEASURE =
  'mutation ($input: RecordMeasurementsInput!) { recordMeasurements(input: $input) { recorded userErrors { message } } }';
const REPORT =
  'query ($cohortId: ID!) { evaluationReport(cohortId: $cohortId) { design headline process { key count of } } }';

const as = () => ({ as: world.hr });

async function walkTo(to: string): Promise<void> {
  const moved = await ask(server, MOVE, { input: { to, people: 'MIXED' } }, as());
  expect(moved.userErrors).toEqual([]);
  for (;;) {
    const { workspace } = await ask(server, CLOCK, {}, as());
    if (workspace.clockMovesTo === null) return expect(workspace.now).toBe(to);
  }
}

describe('an experiment in a sandbox', () => {
  test('runs with 24 + 24 people from its drawing to its verdict and its report, and leaves the live workspace alone', async () => {
    const plan = smallPlan();
    await ask(server, CREATE_PLAN, { input: { definition: plan } }, as());
    await ask(server, PUBLISH_PLAN, { input: { planKey: 'small', expectedRevision: 1 } }, as());
    const split = { ...plan, title: { en: 'Small plan, split', 'zh-CN': '拆分后的计划' } };
    const saved = await ask(
      server,
      SAVE_DRAFT,
      { input: { planKey: 'small', definition: split, expectedRevision: 1 } },
      as(),
    );
    const expectedRevision = saved.plan.draft.revision;
    await ask(server, PUBLISH_PLAN, { input: { planKey: 'small', expectedRevision } }, as());
    for (let i = 0; i < 48; i += 1) await world.workspace.person({ name: `P${i}`, department: world.sales });

    const sandbox = await ask(server, SANDBOX, { input: { name: 'Try the split' } }, as());
    expect(sandbox.userErrors).toEqual([]);
    await ask(server, ENTER, { input: { workspaceId: sandbox.workspace.id } }, as());
    const known = await ask(server, PEOPLE, {}, as());
    const personIds: string[] = known.edges
      .filter(({ node }: { node: { name: string } }) => /^P\d+$/.test(node.name))
      .map(({ node }: { node: { id: string } }) => node.id);
    expect(personIds).toHaveLength(48);
    const { versions } = await ask(server, VERSIONS, {}, as());
    const versionIds = [...versions]
      .sort((a: { number: number }, b: { number: number }) => a.number - b.number)
      .map(({ id }: { id: string }) => id);

    const measure = async (measuredOn: string, baseline: boolean, value: (id: string, i: number) => number) => {
      const rows = personIds.map((personId, i) => ({ personId, value: value(personId, i), measuredOn, baseline }));
      const answer = await ask(server, MEASURE, { input: { metricKey: 'team-performance', rows } }, as());
      expect(answer).toEqual({ recorded: 48, userErrors: [] });
    };
    await measure('2026-01-02', true, (_, i) => 60 + (i % 9));
    const input = {
      name: 'Split the task',
      hypothesis: 'Three steps give better work than one.',
      planKey: 'small',
      versionIds,
      metricKey: 'team-performance',
      smallestEffect: 5,
      personIds,
      cohortName: 'Trial',
      startsOn: '2026-01-12',
      analysisOn: '2026-03-02',
      seed: 'sandbox',
    };
    const made = await ask(server, act('createExperiment', 'CreateExperimentInput'), { input }, as());
    expect(made.userErrors).toEqual([]);
    const { id } = made.experiment;
    const started = await ask(server, act('startExperiment', 'ExperimentInput'), { input: { experimentId: id } }, as());
    expect(started.experiment).toMatchObject({ status: 'RUNNING', results: [] });
    expect(started.experiment.arms.map(({ allocated }: { allocated: number }) => allocated)).toEqual([24, 24]);

    await walkTo('2026-02-27T01:00:00.000Z');
    const version = new Map<string, number>(
      started.experiment.members.map((one: { person: { id: string }; version: { number: number } }) => [
        one.person.id,
        one.version.number,
      ]),
    );
    await measure('2026-02-26', false, (person, i) => 60 + (i % 9) + (i % 5) + (version.get(person) === 2 ? 15 : 0));
    const early = await ask(server, act('analyseExperiment', 'ExperimentInput'), { input: { experimentId: id } }, as());
    expect(early.userErrors[0].code).toBe('RESULTS_LOCKED');

    await walkTo('2026-03-03T01:00:00.000Z');
    const { experiment } = await ask(
      server,
      act('analyseExperiment', 'ExperimentInput'),
      { input: { experimentId: id } },
      as(),
    );
    expect(experiment).toMatchObject({ status: 'ANALYSED', results: [{ verdict: 'BETTER_MEANINGFUL' }] });
    expect(experiment.arms.map(({ measured }: { measured: number }) => measured)).toEqual([24, 24]);
    expect(experiment.results[0].low).toBeGreaterThan(5);

    const report = await ask(server, REPORT, { cohortId: experiment.cohort.id }, as());
    expect(report.design).toBe('RANDOMISED');
    expect(report.headline).toBe(experiment.results[0].sentence);
    // The sample people did their part: some of it, as mixed people do.
    const completion = report.process.find(({ key }: { key: string }) => key === 'completion');
    expect(completion.of).toBe(144);
    expect(completion.count).toBeGreaterThan(40);
    const [live] = await server.sql.rows<{ n: number }>(
      `select (select count(*) from experiment where workspace_id = $1)::int + (select count(*) from measurement where workspace_id = $1)::int
         + (select count(*) from enrolment where workspace_id = $1)::int as n`,
      [world.workspace.id],
    );
    expect(live?.n).toBe(0);
  });
});
