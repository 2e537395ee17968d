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

const arm = (arms: Map<string, number>, person: TestPerson | undefined) => person && arms.get(personId(person));
const ofArms = (experiment: { arms: { allocated: number }[] }) => experiment.arms.map(({ allocated }) => allocated);

describe('who is drawn together', () => {
  let pairs: string;
  let clusters: string;
  let paired: TestPerson[];
  let latecomer: TestPerson;
  let groups: { mentor: TestPerson; people: TestPerson[] }[];
  const mentorsOf = (own: readonly { mentor: TestPerson; people: TestPerson[] }[]) =>
    own.flatMap(({ mentor, people }) =>
      people.map((person) => ({ personId: personId(person), mentorId: personId(mentor) })),
    );
  const group = async (name: string) => {
    const [mentor] = await world.people(`${name} mentor`, 1);
    if (!mentor) throw new Error('nobody was made');
    return { mentor, people: await world.people(name, 4) };
  };

  test('few people with a baseline are paired by it: of each two neighbours one runs either version', async () => {
    paired = await world.people('Pair', 16);
    await world.measure(paired, (_, i) => 50 + i, '2026-01-02', true);
    pairs = await world.run(paired, { name: 'Pairs', cohortName: 'Pairs', seed: 'pairs' });
    const experiment = await world.read(pairs);
    expect(experiment.algorithm).toMatch(/pairs/i);
    expect(ofArms(experiment)).toEqual([8, 8]);
    const arms = await world.armsOf(pairs);
    for (let i = 0; i < paired.length; i += 2)
      expect([arm(arms, paired[i]), arm(arms, paired[i + 1])].sort()).toEqual([1, 2]);
    const late = await world.people('Late pair', 4);
    const joined = await world.join(pairs, late);
    expect(joined.userErrors).toEqual([]);
    expect(ofArms(joined.experiment)).toEqual([10, 10]);
    expect(joined.experiment.replayed).toBe(true);
  });

  test('whole groups of mentors are drawn, and people who join a mentor later run what the group runs', async () => {
    groups = [];
    for (let i = 0; i < 8; i += 1) groups.push(await group(`Group ${i}`));
    const people = groups.flatMap((one) => one.people);
    clusters = await world.run(people, {
      name: 'Clusters',
      cohortName: 'Clusters',
      seed: 'clusters',
      unit: 'MENTOR',
      mentors: mentorsOf(groups),
    });
    const experiment = await world.read(clusters);
    expect(experiment.algorithm).toMatch(/clusters/i);
    expect(ofArms(experiment)).toEqual([16, 16]);
    const arms = await world.armsOf(clusters);
    for (const own of groups) expect(new Set(own.people.map((person) => arm(arms, person))).size).toBe(1);

    const [first] = groups;
    const [newcomer] = await world.people('Newcomer', 1);
    if (!first || !newcomer) throw new Error('nobody was made');
    const fresh = await group('New group');
    groups.push(fresh);
    latecomer = newcomer;
    const without = await world.join(clusters, [newcomer]);
    expect(without.userErrors).toMatchObject([{ code: 'INVALID', path: ['personIds', '0'] }]);
    const joining = [{ mentor: first.mentor, people: [newcomer] }, fresh];
    const joined = await world.join(
      clusters,
      joining.flatMap((one) => one.people),
      { mentors: mentorsOf(joining) },
    );
    expect(joined.userErrors).toEqual([]);
    const after = await world.armsOf(clusters);
    expect(arm(after, newcomer)).toBe(arm(after, first.people[0]));
    expect(new Set(fresh.people.map((person) => arm(after, person))).size).toBe(1);
    expect(joined.experiment.replayed).toBe(true);
    expect(joined.experiment.integrity).toContainEqual(expect.objectContaining({ key: 'contamination', passed: true }));
  });

  test('one department is no two groups', async () => {
    const people = await world.people('Alone', 8);
    const refused = await world.create(people, { unit: 'DEPARTMENT' });
    expect(refused.userErrors).toMatchObject([{ code: 'INVALID', path: ['unit'] }]);
  });

  test('on the day pairs count as people and a mentor’s group counts as one', async () => {
    await moveClock(server, '2026-04-29T01:00:00.000Z');
    const [ofPairs, ofClusters] = [await world.armsOf(pairs), await world.armsOf(clusters)];
    await world.measure(paired, (person, i) => 52 + i + (i % 3) + (arm(ofPairs, person) === 2 ? 20 : 0), '2026-04-28');
    // Groups differ among themselves far more than the versions do, and alike in both arms.
    const seen = new Map<number | undefined, number>();
    const level = new Map<string, number>();
    for (const { people } of groups) {
      const version = arm(ofClusters, people[0]);
      const rank = seen.get(version) ?? 0;
      seen.set(version, rank + 1);
      for (const person of people) level.set(person.id, (rank % 4) * 14);
    }
    await world.measure(
      [...groups.flatMap((one) => one.people), latecomer],
      (person, i) => 50 + (level.get(person.id) ?? 0) + (i % 3) + (arm(ofClusters, person) === 2 ? 3 : 0),
      '2026-04-28',
    );
    await moveClock(server, '2026-05-04T01:00:00.000Z');
    const [byPair] = (await world.analyse(pairs)).results;
    expect(byPair.verdict).toBe('BETTER_MEANINGFUL');
    expect(byPair.sensitivity.some(({ method }: { method: string }) => method.startsWith('Replay'))).toBe(true);
    const [byGroup] = (await world.analyse(clusters)).results;
    expect(byGroup.method).toBe('Welch t-test of cluster means');
    expect(byGroup.verdict).toBe('INCONCLUSIVE');
    expect(byGroup.sensitivity.map(({ method }: { method: string }) => method)).toContain(
      'Regression by person, cluster-robust errors (CR2)',
    );
    expect(byGroup.high - byGroup.low).toBeGreaterThan(20);
  });
});
