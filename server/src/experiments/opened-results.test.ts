import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ask, moveClock, personId } from '../enrolments/testing/plan-world.js';
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

  describe('are computed', () => {
    let experiments = 0;
    /** An experiment of four people each, two of them not measured, whose day has come or is three weeks away. */
    async function measuredExperiment(from: string, until: string, today: string) {
      experiments += 1;
      const people = await world.people(`C${experiments}-`, 8);
      const name = `Computed ${experiments}`;
      const id = await world.run(people, { name, cohortName: name, startsOn: from, analysisOn: until });
      await moveClock(server, `${today}T01:00:00.000Z`);
      await world.measure(people.slice(2), (_, i) => noise(i), today);
      return { id, people };
    }
    const holding = async () =>
      (
        await server.sql.rows(
          `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
             and (state like 'idle in transaction%' or (state = 'active' and backend_type = 'client backend'))`,
        )
      ).length;
    /** Lets something happen while the thread computes, once for each of these; then computes as ever. */
    function meanwhile(...happens: (() => Promise<unknown>)[]) {
      const { analyses } = server.running;
      const compute = analyses.analyse.bind(analyses);
      const mocked = jest.spyOn(analyses, 'analyse').mockImplementation(async (data) => {
        await happens.shift()?.();
        return compute(data);
      });
      return mocked;
    }
    afterEach(() => void jest.restoreAllMocks());

    test('while nobody holds a connection, by opening and by stopping', async () => {
      const { id } = await measuredExperiment('2026-09-07', '2026-10-05', '2026-10-05');
      const held: number[] = [];
      const computing = meanwhile(async () => held.push(await holding()));
      expect((await world.analyse(id)).status).toBe('ANALYSED');
      const early = await measuredExperiment('2026-10-12', '2026-11-30', '2026-11-02');
      computing.mockRestore();
      meanwhile(async () => held.push(await holding()));
      expect(await world.stop(early.id)).toMatchObject({ experiment: { status: 'STOPPED' }, userErrors: [] });
      expect(held).toEqual([0, 0]);
    });

    test('once more where a value came in meanwhile, and with it', async () => {
      const { id, people } = await measuredExperiment('2026-11-09', '2026-12-07', '2026-12-07');
      const late = people[0] as TestPerson;
      const computing = meanwhile(() => world.measure([late], () => 64, '2026-12-07'));
      const opened = await world.analyse(id);
      expect(measured(opened)).toBe(7);
      expect(opened.laterValues).toEqual([]);
      expect(computing.mock.calls.length).toBeGreaterThanOrEqual(2);
    });

    test('twice at most: where values keep coming nothing is opened, and whoever asked is told', async () => {
      const { id, people } = await measuredExperiment('2026-12-14', '2027-01-11', '2027-01-11');
      const [late, other] = people as [TestPerson, TestPerson];
      meanwhile(
        () => world.measure([late], () => 64, '2027-01-11'),
        () => world.measure([other], () => 65, '2027-01-11'),
      );
      const refusal = await ask(
        server,
        'mutation ($input: ExperimentInput!) { analyseExperiment(input: $input) { experiment { status } userErrors { code path message } } }',
        { input: { experimentId: id } },
        { as: world.plan.hr },
      );
      expect(refusal).toMatchObject({ userErrors: [{ code: 'NOT_NOW', path: ['experimentId'] }] });
      jest.restoreAllMocks();
      expect((await world.read(id)).status).toBe('RUNNING');
      expect(measured(await world.analyse(id))).toBe(8);
    });
  });
});
