import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';

/** Whoever computes in this thread is found out: the thread beside it has modules of its own. */
const refuse = (name: string) => () => {
  throw new Error(`${name} was computed in the thread that answers requests`);
};
jest.unstable_mockModule('../../experiments/analysis/analyse-experiment.js', () => ({
  analyseExperiment: refuse('analyseExperiment'),
}));
jest.unstable_mockModule('../comparison/compare-observed.js', () => ({ compareObserved: refuse('compareObserved') }));
jest.unstable_mockModule('../compose-report.js', () => ({ composeReport: refuse('composeReport') }));
jest.unstable_mockModule('../analysis/build-report.js', () => ({ buildReport: refuse('buildReport') }));
jest.unstable_mockModule('../../statistics/replay-test.js', () => ({ replayTest: refuse('replayTest') }));
jest.unstable_mockModule('../../statistics/permutation-test.js', () => ({
  permutationTest: refuse('permutationTest'),
}));

const { startTestServer } = await import('../../testing/test-server.js');
const { makeExperimentWorld, METRIC } = await import('../../experiments/testing/experiment-world.js');
const { ask, moveClock } = await import('../../enrolments/testing/plan-world.js');

let server: Awaited<ReturnType<typeof startTestServer>>;
let world: Awaited<ReturnType<typeof makeExperimentWorld>>;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-05T01:00:00.000Z' });
  world = await makeExperimentWorld(server);
});
afterAll(() => server?.stop());

const REPORT = 'query ($cohortId: ID!) { evaluationReport(cohortId: $cohortId) { headline } }';
const COMPARE = `query ($from: ID!, $to: ID!, $metricKey: String!) {
  compareVersionOutcomes(from: $from, to: $to, metricKey: $metricKey) { verdict randomised } }`;

describe('the thread that answers requests', () => {
  test('computes no analysis, no report and no comparison', async () => {
    const as = { as: world.plan.hr };
    const [from, to] = world.versionIds;
    const people = await world.people('T', 16);
    await world.measure(people, (_, i) => 60 + (i % 7), '2026-01-02', true);
    const observed = await ask(server, COMPARE, { from, to, metricKey: METRIC }, as);
    expect(observed).toMatchObject({ randomised: false });
    expect(server.running.statistics.done).toBe(1);

    const id = await world.run(people);
    await moveClock(server, '2026-04-29T01:00:00.000Z');
    await world.measure(people, (_, i) => 62 + ((i * 5) % 11), '2026-04-28');
    await moveClock(server, '2026-05-04T01:00:00.000Z');
    const opened = await world.analyse(id);
    expect(opened.results).toHaveLength(1);
    expect(server.running.statistics.done).toBe(2);
    const compared = await ask(server, COMPARE, { from, to, metricKey: METRIC }, as);
    expect(compared).toMatchObject({ randomised: true, verdict: opened.results[0].verdict });
    const report = await ask(server, REPORT, { cohortId: opened.cohort.id }, as);
    expect(report.headline).toBe(opened.results[0].sentence);
    // What was kept is read; the report is the third.
    expect(server.running.statistics.done).toBe(3);
  });
});
