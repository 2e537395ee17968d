import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { globalId } from '../access/graphql/global-id.js';
import {
  act,
  ask,
  enrol,
  makeCohort,
  makeWorld,
  moveClock,
  type PlanWorld,
  personId,
  startPlan,
} from '../enrolments/testing/plan-world.js';
import type { TestPerson } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let world: PlanWorld;
let cohortId: string;
let people: TestPerson[];

const REPORT = `query ($cohortId: ID!) { evaluationReport(cohortId: $cohortId) { id generatedAt headline nextStep design suppressed
  process { key share count of } flow { key count } outcomes { estimate low high method note } scanned
  departments { title share count of } mentors { mentor { name } timely { share of } outsideLimits } findings { id rule applicable }
  methods { key } manifest } }`;
const LIST = `query ($first: Int!, $after: String, $planKey: String) { reports(first: $first, after: $after, planKey: $planKey) {
  edges { cursor node { id generatedAt } } pageInfo { hasNextPage } } }`;
const NODE = 'query ($id: ID!) { node(id: $id) { __typename id } }';
const APPLY = `mutation ($input: ApplySuggestionInput!) { applySuggestion(input: $input) { plan { key } userErrors { code path message } } }`;
const MEASURE =
  'mutation ($input: RecordMeasurementsInput!) { recordMeasurements(input: $input) { recorded userErrors { code } } }';

const report = (as: TestPerson, of = cohortId) => ask(server, REPORT, { cohortId: of }, { as });
const process = (of: { process: { key: string; share: number | null; count: number; of: number }[] }, key: string) =>
  of.process.find((line) => line.key === key);

beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-05T01:00:00.000Z' });
  world = await makeWorld(server);
  const { workspace, learner, mentor, stranger } = world;
  const running = await startPlan(world);
  cohortId = running.cohortId;
  people = [learner];
  for (let i = 0; i < 7; i += 1) people.push(await workspace.person({ name: `P${i}`, department: world.sales }));
  const more = await enrol(world, cohortId, [...people.slice(1), stranger], mentor);
  const enrolments = [running.enrolmentId, ...more];
  people.push(stranger);
  for (const [i, enrolmentId] of enrolments.entries()) {
    const person = people[i];
    if (person && i < 6) await act(world, person, enrolmentId, 'course', 'COMPLETE');
  }
  await moveClock(server, '2026-01-12T01:00:00.000Z');
});
afterAll(() => server?.stop());

describe('a report', () => {
  test('adds up counts before it divides, and says that it cannot know the effect', async () => {
    const made = await report(world.hr);
    // Nine people have three required items each, and six have finished one.
    expect(process(made, 'completion')).toMatchObject({ count: 6, of: 27 });
    expect(made.flow.find(({ key }: { key: string }) => key === 'enrolled').count).toBe(9);
    expect(made.design).toBe('PROCESS_ONLY');
    expect(made.headline).toContain('9');
    expect(made.outcomes).toEqual([]);
    expect(made.methods.map(({ key }: { key: string }) => key)).toContain('shares');
    expect(made.manifest.planVersions).toHaveLength(1);
  });

  test('is the same one as long as it says the same, and a new one when the figures move', async () => {
    const [first, again] = [await report(world.hr), await report(world.hr)];
    expect(again.id).toBe(first.id);
    const rows = (day: string, baseline: boolean, rise: number) =>
      people.map((person, i) => ({ personId: personId(person), value: 60 + i + rise, measuredOn: day, baseline }));
    for (const [day, baseline, rise] of [
      ['2026-01-02', true, 0],
      ['2026-01-11', false, 4],
    ] as const) {
      const input = { metricKey: 'team-performance', rows: rows(day, baseline, rise + (baseline ? 0 : 1)) };
      expect(await ask(server, MEASURE, { input }, { as: world.hr })).toEqual({ recorded: 9, userErrors: [] });
    }
    await moveClock(server, '2026-01-12T01:01:00.000Z');
    const next = await report(world.hr);
    expect(next.id).not.toBe(first.id);
    expect(next.design).toBe('BEFORE_AFTER');
    // Everybody rose by the same 5: no spread, so no interval, and a reason in its place.
    expect(next.outcomes[0].estimate).toBe(5);
    expect(next.outcomes[0].low).toBeNull();
    expect(next.outcomes[0].note).toContain('no interval');

    const page = await ask(server, LIST, { first: 1, planKey: 'small' }, { as: world.hr });
    expect(page.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([next.id]);
    const rest = await ask(server, LIST, { first: 5, after: page.edges[0].cursor }, { as: world.hr });
    expect(rest.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([first.id]);
    expect((await ask(server, LIST, { first: 5, planKey: 'none' }, { as: world.hr })).edges).toEqual([]);
  });

  test('is made once when two ask for it in the same moment', async () => {
    const other = await makeCohort(world, 'small', '2026-01-12');
    await enrol(world, other, [await world.workspace.person({ name: 'Late', department: world.sales })]);
    const made = await Promise.all([1, 2, 3, 4].map(() => report(world.hr, other)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  test('of nobody is none', async () => {
    expect(await report(world.hr, await makeCohort(world, 'small', '2026-02-02'))).toBeNull();
    expect(await report(world.hr, globalId('Cohort', crypto.randomUUID()))).toBeNull();
  });
});

describe('who reads a report', () => {
  test('HR of a department reads of its people alone, and others do not see theirs', async () => {
    const hrOfSales = await world.workspace.person({
      name: 'Sally',
      department: world.sales,
      roles: [{ HR: world.sales }],
    });
    const [all, own] = [await report(world.hr), await report(hrOfSales)];
    expect(own.id).not.toBe(all.id);
    expect(own.flow.find(({ key }: { key: string }) => key === 'enrolled').count).toBe(8);
    expect(await ask(server, NODE, { id: all.id }, { as: hrOfSales })).toBeNull();
    expect(await ask(server, NODE, { id: own.id }, { as: hrOfSales })).toMatchObject({
      __typename: 'EvaluationReport',
    });
  });

  test('figures about single mentors are for HR', async () => {
    expect((await report(world.admin)).mentors).toBeNull();
    expect(Array.isArray((await report(world.hr)).mentors)).toBe(true);
  });

  test('nobody else reads it', async () => {
    for (const as of [world.designer, world.mentor, world.lead, world.learner, world.peer]) {
      const answer = await server.execute(REPORT, { cohortId }, { as });
      expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      const listed = await server.execute(LIST, { first: 5 }, { as });
      expect(listed.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    const foreign = await server.execute(
      APPLY,
      { input: { findingId: globalId('Finding', crypto.randomUUID()) } },
      { as: world.hr },
    );
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
