import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { moveClock, personId } from '../enrolments/testing/plan-world.js';
import type { TestPerson } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { type ExperimentWorld, makeExperimentWorld } from './testing/experiment-world.js';

let server: TestServer;
let world: ExperimentWorld;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-05T01:00:00.000Z' });
  world = await makeExperimentWorld(server);
});
afterAll(() => server?.stop());

const noise = (i: number) => 62 + ((i * 5) % 11);
const measured = (experiment: { arms: { measured: number }[] }) =>
  experiment.arms.reduce((sum, arm) => sum + arm.measured, 0);

describe('the results of an experiment', () => {
  test('stay locked after the day until somebody opens them, and count what came until then', async () => {
    const people = await world.people('P', 24);
    await world.measure(people, (_, i) => 60 + (i % 7), '2026-01-02', true);
    const id = await world.run(people);
    await moveClock(server, '2026-04-29T01:00:00.000Z');
    const [last, ...others] = people.toReversed() as [TestPerson, ...TestPerson[]];
    await world.measure(others, (_, i) => noise(i), '2026-04-28');
    await moveClock(server, '2026-05-04T01:00:00.000Z');
    const computed = server.running.analyses.computed;
    const due = await world.read(id);
    expect(due).toMatchObject({ status: 'RUNNING', results: [], openedAt: null, resultDigest: null });
    expect(due.arms).toMatchObject([{ values: null }, { values: null }]);
    // Nobody has looked: what was measured in time and is handed in now counts.
    await world.measure([last], () => 64, '2026-04-30');
    const opened = await world.analyse(id);
    expect(opened).toMatchObject({ status: 'ANALYSED', openedAt: '2026-05-04T01:00:00.000Z', laterValues: [] });
    expect(opened.openedBy.name).toBe(world.plan.hr.name);
    expect(opened.resultDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(measured(opened)).toBe(24);
    expect(server.running.analyses.computed).toBe(computed + 1);
    for (let i = 0; i < 4; i += 1) expect(await world.read(id)).toEqual(opened);
    expect(await world.analyse(id)).toEqual(opened);
    expect(server.running.analyses.computed).toBe(computed + 1);
  });

  test('are not changed by what comes once they were seen: an A/A trial cannot become a better version', async () => {
    await moveClock(server, '2026-05-04T02:00:00.000Z');
    const people = await world.people('A', 24);
    await world.measure(people.slice(0, 23), (_, i) => 60 + (i % 7), '2026-05-03', true);
    const id = await world.run(people, {
      name: 'A against A',
      cohortName: 'A against A',
      startsOn: '2026-05-11',
      analysisOn: '2026-08-31',
    });
    const armOf = await world.armsOf(id);
    await moveClock(server, '2026-08-28T01:00:00.000Z');
    const [unmeasured] = people as [TestPerson];
    await world.measure(people.slice(1), (_, i) => noise(i), '2026-08-26');
    await moveClock(server, '2026-09-01T01:00:00.000Z');
    const opened = await world.analyse(id);
    expect(opened.results).toMatchObject([{ later: null }]);
    expect(['INCONCLUSIVE', 'EQUIVALENT']).toContain(opened.results[0].verdict);

    // New values of later allowed days for the second version: 40 points more each. And a late baseline.
    const tried = people.filter((person) => armOf.get(personId(person)) === 2);
    await moveClock(server, '2026-09-02T01:00:00.000Z');
    await world.measure(tried, (_, i) => noise(i) + 40, '2026-08-30');
    if (!tried.includes(unmeasured)) await world.measure([unmeasured], () => 70, '2026-08-30');
    // After the day it was never for this experiment.
    await world.measure(people, () => 500, '2026-09-01');
    const seen = await world.read(id);
    const { results, laterValues, arms, ...rest } = seen;
    expect(rest.resultDigest).toBe(opened.resultDigest);
    expect(arms).toEqual(opened.arms);
    expect(seen.integrity).toEqual(opened.integrity);
    const [{ later, ...result }] = results;
    expect([{ ...result, later: null }]).toEqual(opened.results);
    expect(later.estimate).toBeGreaterThan(30);
    expect(later.method).toContain('the verdict stays');
    expect(laterValues).toHaveLength(tried.includes(unmeasured) ? tried.length : tried.length + 1);
    expect(laterValues).toContainEqual({
      person: { id: personId(unmeasured) },
      baseline: false,
      before: null,
      after: tried.includes(unmeasured) ? noise(0) + 40 : 70,
      recordedAt: '2026-09-02T01:00:00.000Z',
      recordedBy: { name: world.plan.hr.name },
    });
    expect((await world.analyse(id)).results).toEqual(results);

    // Not even a statement of ours may change what was seen.
    const rewrite = server.sql.rows(`update experiment set analysis = '{}'::jsonb where analysis is not null`);
    await expect(rewrite).rejects.toThrow(/were opened and stay as they are/);
  });
});
