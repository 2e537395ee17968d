import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { moveClock, personId } from '../enrolments/testing/plan-world.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';
import { type ExperimentWorld, makeExperimentWorld } from './testing/experiment-world.js';

let server: TestServer;
let world: ExperimentWorld;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-05T01:00:00.000Z' });
  world = await makeExperimentWorld(server);
}, 120_000);
afterAll(() => server?.stop());

describe('an experiment after its analysis date', () => {
  test('is reckoned once however often it is read, and once more when a measurement of an allowed day comes late', async () => {
    const people = await world.people('P', 24);
    await world.measure(people, (_, i) => 60 + (i % 7), '2026-01-02', true);
    const id = await world.run(people);
    const armOf = await world.armsOf(id);
    await moveClock(server, '2026-04-29T01:00:00.000Z');
    const value = (i: number) => 62 + ((i * 5) % 11) + (armOf.get(personId(people[i] ?? world.plan.hr)) === 2 ? 12 : 0);
    const [last, ...others] = [...people].reverse();
    if (!last) throw new Error('there are people');
    await world.measure(others.reverse(), (_, i) => value(i), '2026-04-28');
    expect(await world.read(id)).toMatchObject({ results: [] });
    expect(server.running.analyses.reckoned).toBe(0);

    await moveClock(server, '2026-05-04T01:00:00.000Z');
    const open = await world.read(id);
    expect(open.results).toHaveLength(1);
    expect(open.arms.reduce((sum: number, { measured }: { measured: number }) => sum + measured, 0)).toBe(23);
    for (let i = 0; i < 4; i += 1) expect(await world.read(id)).toEqual(open);
    expect(await world.list()).toContainEqual({
      id,
      results: open.results.map(({ verdict }: { verdict: string }) => ({ verdict })),
    });
    expect(server.running.analyses.reckoned).toBe(1);

    // Measured after the day: nothing of it is in the data, so there is nothing to reckon.
    await world.measure([last], () => 0, '2026-05-02');
    expect(await world.read(id)).toEqual(open);
    expect(server.running.analyses.reckoned).toBe(1);

    // Measured in time and handed in late.
    await world.measure([last], () => 99, '2026-04-30');
    const late = await world.read(id);
    expect(late.arms.reduce((sum: number, { measured }: { measured: number }) => sum + measured, 0)).toBe(24);
    expect(late.arms.flatMap(({ values }: { values: number[] }) => values)).toContain(99);
    expect(late.results[0].estimate).not.toBe(open.results[0].estimate);
    expect(await world.read(id)).toEqual(late);
    expect(server.running.analyses.reckoned).toBe(2);

    const closed = await world.analyse(id);
    expect(closed.results).toEqual(late.results);
    // What was kept is read, and what comes now is too late.
    await world.measure([last], () => 1, '2026-04-29');
    expect((await world.read(id)).results).toEqual(late.results);
    expect(server.running.analyses.reckoned).toBe(2);
  }, 60_000);
});
