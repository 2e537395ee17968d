import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ask, moveClock, personId } from '../enrolments/testing/plan-world.js';
import type { TestPerson } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { type ExperimentWorld, METRIC, makeExperimentWorld } from './testing/experiment-world.js';

const RETIRE =
  'mutation ($input: RetirePlanVersionInput!) { retirePlanVersion(input: $input) { version { status } userErrors { code message } } }';
const METRICS = `mutation ($input: CreateMetricInput!) { createMetric(input: $input) { userErrors { code } } }`;

let server: TestServer;
let world: ExperimentWorld;
const noise = (i: number) => 62 + ((i * 5) % 11);
const codes = (answer: { userErrors: { code: string; path: string[] }[] }) =>
  answer.userErrors.map(({ code, path }) => `${code} ${path[0]}`);

beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-05T01:00:00.000Z' });
  world = await makeExperimentWorld(server);
});
afterAll(() => server?.stop());

const retire = (id: string) => ask(server, RETIRE, { input: { id } }, { as: world.plan.hr });

describe('an experiment that is ended', () => {
  test('by cancelling: no result ever, and its people and versions are free', async () => {
    const people = await world.people('C', 16);
    await world.measure(people, (_, i) => noise(i), '2026-01-02', true);
    const id = await world.run(people, { name: 'Called off', cohortName: 'Called off' });
    expect(codes(await world.create(people))[0]).toBe('INVALID personIds');
    const held = await retire(world.versionIds[0]);
    expect(held.userErrors).toMatchObject([{ code: 'NOT_NOW', message: expect.stringContaining('“Called off”') }]);

    expect(codes(await world.cancel(id, ' '))).toEqual(['INVALID reason']);
    const { experiment } = await world.cancel(id, 'The budget is gone');
    expect(experiment).toMatchObject({
      status: 'CANCELLED',
      endReason: 'The budget is gone',
      endedBy: { name: world.plan.hr.name },
      results: [],
      resultDigest: null,
      outlook: null,
    });
    expect(codes(await world.cancel(id))).toEqual(['NOT_NOW experimentId']);
    expect(codes(await world.stop(id))).toEqual(['NOT_NOW experimentId']);
    await moveClock(server, '2026-05-04T01:00:00.000Z');
    await expect(world.analyse(id)).rejects.toThrow();
    expect(experiment.arms.every(({ values }: { values: null }) => values === null)).toBe(true);
    // They run the plan still: what keeps them from another draw of it is that, no longer this experiment.
    const again = await world.create(people.slice(0, 4), { startsOn: '2026-05-11', analysisOn: '2026-08-31' });
    expect(again.userErrors[0].message).toContain('is in this plan now, in Called off');
  });

  test('by stopping early: an exploratory estimate and no verdict, however large the difference', async () => {
    const people = await world.people('S', 24);
    await world.measure(people, (_, i) => noise(i), '2026-05-04', true);
    const dates = { startsOn: '2026-05-11', analysisOn: '2026-08-31', name: 'Stopped', cohortName: 'Stopped' };
    const id = await world.run(people, dates);
    const armOf = await world.armsOf(id);
    await moveClock(server, '2026-06-15T01:00:00.000Z');
    // Two of each version have nothing yet: as many are missing in both.
    const ofVersion = (number: number) => people.filter((person) => armOf.get(personId(person)) === number);
    const unmeasured = [1, 2].flatMap((number) => ofVersion(number).slice(0, 2));
    await world.measure(
      people.filter((person) => !unmeasured.includes(person)),
      (person, i) => noise(i) + (armOf.get(personId(person)) === 2 ? 40 : 0),
      '2026-06-12',
    );

    // While it runs: who is measured and what that could show, and nothing that tells the arms apart.
    const running = await world.read(id);
    expect(running.members.filter(({ measured }: { measured: boolean }) => !measured)).toHaveLength(4);
    expect(running.outlook).toMatchObject({ measured: 20, of: 24 });
    expect(running.outlook.powerOfAll).toBeGreaterThan(running.outlook.power);
    expect(running.outlook.sentence).toContain('20 of 24');
    expect(running.results).toEqual([]);

    const { experiment } = await world.stop(id, 'The plan has to change at once');
    expect(experiment).toMatchObject({ status: 'STOPPED', endReason: 'The plan has to change at once' });
    expect(experiment.results).toMatchObject([
      { verdict: 'EXPLORATORY', sentence: expect.stringContaining('Stopped early') },
    ]);
    expect(experiment.results[0].estimate).toBeGreaterThan(30);
    expect(experiment.results[0].sentence).not.toMatch(/supports|nobody asked/);
    expect(experiment.resultDigest).toMatch(/^[0-9a-f]{64}$/);

    // What is measured after the stop is told beside it and changes nothing.
    await moveClock(server, '2026-06-16T01:00:00.000Z');
    await world.measure(unmeasured, () => 0, '2026-06-15');
    const later = await world.read(id);
    expect(later.laterValues).toHaveLength(4);
    expect({ ...later.results[0], later: null }).toEqual({ ...experiment.results[0], later: null });
    const answer = await world.create(people.slice(0, 4), { startsOn: '2026-06-22', analysisOn: '2026-08-31' });
    expect(answer.userErrors[0].message).not.toContain('another experiment');
  });

  test('is decided on afterwards, with its verdict or without one; the decision before stays', async () => {
    const people = await world.people('D', 16);
    await world.measure(people, (_, i) => noise(i), '2026-06-16', true);
    const dates = { startsOn: '2026-06-22', analysisOn: '2026-08-31', name: 'Decided', cohortName: 'Decided' };
    const id = await world.run(people, dates);
    const [reference, tried] = world.versionIds;
    const roll = { decision: 'ROLL_OUT', versionId: tried, reason: 'It is less work' };
    expect(codes(await world.decide(id, roll))).toEqual(['NOT_NOW experimentId']);
    await world.cancel(id);
    expect(codes(await world.decide(id, { ...roll, versionId: reference }))).toEqual(['INVALID versionId']);
    expect(codes(await world.decide(id, { decision: 'REPEAT', versionId: tried, reason: 'Again' }))).toEqual([
      'INVALID versionId',
    ]);
    expect(codes(await world.decide(id, { decision: 'REPEAT', reason: '' }))).toEqual(['INVALID reason']);
    await world.decide(id, { decision: 'REPEAT', reason: 'Too few came' });
    const { experiment } = await world.decide(id, roll);
    expect(experiment.decisions).toMatchObject([
      { decision: 'REPEAT', version: null, reason: 'Too few came', hadVerdict: false },
      { decision: 'ROLL_OUT', version: { number: 2 }, hadVerdict: false, decidedBy: { name: world.plan.hr.name } },
    ]);
    // Nothing needs the versions any more.
    expect((await retire(world.versionIds[0])).version.status).toBe('RETIRED');
  });
});

describe('metrics declared beside the primary one', () => {
  test('are registered with it, corrected, and read when the results are opened', async () => {
    // The first version is retired by now: a world of its own.
    const other = await startTestServer({ now: '2026-01-05T01:00:00.000Z' });
    try {
      const own = await makeExperimentWorld(other);
      for (const [key, direction] of [
        ['turnover', 'LOWER_IS_BETTER'],
        ['mood', 'HIGHER_IS_BETTER'],
      ])
        await ask(
          other,
          METRICS,
          { input: { key, title: key, direction, family: 'PERFORMANCE', scale: 'CONTINUOUS' } },
          { as: own.plan.hr },
        );
      const people: TestPerson[] = await own.people('G', 24);
      await own.measure(people, (_, i) => noise(i), '2026-01-02', true);
      const guardrails = [{ metricKey: 'turnover', margin: 2 }];
      const bad = async (change: object) => codes(await own.create(people, change));
      expect(await bad({ guardrails: [{ metricKey: METRIC, margin: 1 }] })).toEqual(['INVALID guardrails']);
      expect(await bad({ guardrails: [{ metricKey: 'turnover', margin: 0 }] })).toEqual(['INVALID guardrails']);
      expect(await bad({ guardrails, secondaryMetrics: ['turnover'] })).toEqual(['INVALID secondaryMetrics']);
      expect(await bad({ secondaryMetrics: ['none'] })).toEqual(['INVALID secondaryMetrics']);
      const id = await own.run(people, { guardrails, secondaryMetrics: ['mood'] });
      const armOf = await own.armsOf(id);
      const second = (person: TestPerson) => armOf.get(personId(person)) === 2;
      await moveClock(other, '2026-04-29T01:00:00.000Z');
      await own.measure(people, (_, i) => noise(i), '2026-04-28');
      await own.measure(people, (person, i) => (i % 3) + (second(person) ? 9 : 0), '2026-04-28', false, 'turnover');
      await own.measure(people, (person, i) => (i % 5) + (second(person) ? 8 : 0), '2026-04-28', false, 'mood');
      expect((await own.read(id)).measureResults).toEqual([]);
      await moveClock(other, '2026-05-04T01:00:00.000Z');
      const { measureResults, method } = await own.analyse(id);
      expect(method).toContain('ANCOVA');
      expect(measureResults).toMatchObject([
        { metricKey: 'turnover', role: 'GUARDRAIL', state: 'WORSE', sentence: expect.stringContaining('got worse') },
        { metricKey: 'mood', role: 'SECONDARY', state: null, sentence: expect.stringContaining('differs, too') },
      ]);
      for (const { pValue, adjustedP } of measureResults) expect(adjustedP).toBeGreaterThanOrEqual(pValue);
    } finally {
      await other.stop();
    }
  });
});
