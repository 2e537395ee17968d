import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PlanDefinition } from '@planwright/schema/definition';
import { statementsOf, working } from '../../enrolments/testing/count-statements.js';
import {
  act,
  ask,
  CREATE_PLAN,
  enrol,
  makeCohort,
  makeWorld,
  moveClock,
  type PlanWorld,
  PUBLISH_PLAN,
  personId,
  SAVE_DRAFT,
} from '../../enrolments/testing/plan-world.js';
import { smallPlan } from '../../enrolments/testing/small-plan.js';
import type { TestPerson } from '../../testing/fixture.js';
import { startTestServer, type TestServer } from '../../testing/test-server.js';

const FIGURES = `query ($planKey: String!) { versionFigures(planKey: $planKey) { version { number } people
  completion { share count of suppressed } onTime { of } quality qualityOf outcomeMetric { key }
  outcome { estimate low high } outcomeOf } }`;
const POOLED = `pooled { estimate low high predictionLow heterogeneity sentence cohorts { title estimate low high people } }`;
const COMPARE = `query ($from: ID!, $to: ID!, $metricKey: String!) { compareVersionOutcomes(from: $from, to: $to, metricKey: $metricKey) {
  from { number } to { number } metric { key } randomised verdict sentence estimate { method estimate low high pValue note }
  sensitivity { method estimate } balance { key title before after passed } eValue eValueText peopleFrom peopleTo definition ${POOLED} } }`;
const MEASURE =
  'mutation ($input: RecordMeasurementsInput!) { recordMeasurements(input: $input) { recorded userErrors { code } } }';
const CREATE = `mutation ($input: CreateExperimentInput!) { createExperiment(input: $input) { experiment { id } userErrors { code } } }`;
const START = `mutation ($input: ExperimentInput!) { startExperiment(input: $input) { experiment { cohort { id } arms { version { number } }
  members { person { id } version { number } } } userErrors { code } } }`;
const METRIC_OF_OUR_OWN =
  'mutation ($input: CreateMetricInput!) { createMetric(input: $input) { userErrors { code } } }';
const OPEN = `mutation ($input: ExperimentInput!) { analyseExperiment(input: $input) { experiment { status } userErrors { code } } }`;
const PREVIEW = 'query ($input: MigrationInput!) { previewMigration(input: $input) { moves ended previewHash } }';
const MOVE =
  'mutation ($input: MoveEnrolmentsInput!) { moveEnrolments(input: $input) { migrationId moved userErrors { code } } }';
const UNDO = 'mutation ($input: UndoMigrationInput!) { undoMigration(input: $input) { moved } }';
const REPORT = `query ($cohortId: ID!) { evaluationReport(cohortId: $cohortId) { ${POOLED} } }`;

let server: TestServer;
let world: PlanWorld;
let versions: [string, string];
const cohorts: [TestPerson[], TestPerson[]] = [[], []];
const METRIC = 'team-performance';

const withOutcome = (title: string): PlanDefinition =>
  smallPlan('small', {
    title: { en: title, 'zh-CN': title },
    outcomes: [{ metric: METRIC, baseline: true, smallestEffect: 2 }],
  });
const crew = async (prefix: string, n: number): Promise<TestPerson[]> => {
  const made: TestPerson[] = [];
  for (let i = 0; i < n; i += 1)
    made.push(await world.workspace.person({ name: `${prefix}${i}`, department: world.sales }));
  return made;
};
const measure = (
  people: TestPerson[],
  value: (i: number) => number,
  measuredOn: string,
  baseline = false,
  metricKey = METRIC,
) =>
  ask(
    server,
    MEASURE,
    {
      input: {
        metricKey,
        rows: people.map((person, i) => ({ personId: personId(person), value: value(i), measuredOn, baseline })),
      },
    },
    { as: world.hr },
  );
const figures = (as = world.hr) => ask(server, FIGURES, { planKey: 'small' }, { as });
const compare = (from = versions[0], to = versions[1], metricKey = METRIC, as = world.hr) =>
  ask(server, COMPARE, { from, to, metricKey }, { as });

beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-05T01:00:00.000Z' });
  world = await makeWorld(server);
  const { hr } = world;
  await ask(server, CREATE_PLAN, { input: { definition: withOutcome('First') } }, { as: hr });
  const publish = async (expectedRevision: number): Promise<string> => {
    const made = await ask(server, PUBLISH_PLAN, { input: { planKey: 'small', expectedRevision } }, { as: hr });
    expect(made.userErrors).toEqual([]);
    return made.version.id;
  };
  const first = await publish(1);
  cohorts[0] = await crew('A', 24);
  const enrolled = await enrol(world, await makeCohort(world, 'small'), cohorts[0]);
  for (const [i, person] of cohorts[0].slice(0, 12).entries())
    await act(world, person, enrolled[i] ?? '', 'course', 'COMPLETE');
  const saved = await ask(
    server,
    SAVE_DRAFT,
    { input: { planKey: 'small', definition: withOutcome('Second'), expectedRevision: 1 } },
    { as: hr },
  );
  versions = [first, await publish(saved.plan.draft.revision)];
  cohorts[1] = await crew('B', 24);
  await enrol(world, await makeCohort(world, 'small', '2026-01-12'), cohorts[1]);
  await measure(cohorts[0], (i) => 60 + (i % 7), '2026-01-02', true);
  await measure(cohorts[1], (i) => 61 + (i % 7), '2026-01-02', true);
  await moveClock(server, '2026-04-01T01:00:00.000Z');
  await measure(cohorts[0], (i) => 62 + (i % 7) + (i % 3), '2026-03-30');
  await measure(cohorts[1], (i) => 70 + (i % 7) + (i % 3), '2026-03-30');
});
afterAll(() => server?.stop());

describe('versions of a plan', () => {
  test('each at a glance over its cohorts, newest first, in a number of statements that people do not raise', async () => {
    let shown: Awaited<ReturnType<typeof figures>> = [];
    const statements = working(await statementsOf(async () => (shown = await figures())));
    expect(statements.length).toBeLessThanOrEqual(10);
    expect(shown).toMatchObject([
      { version: { number: 2 }, people: 24, completion: { count: 0, of: 72 }, outcomeOf: 24 },
      { version: { number: 1 }, people: 24, completion: { count: 12, of: 72, suppressed: false }, outcomeOf: 24 },
    ]);
    expect(shown[1].outcomeMetric).toEqual({ key: METRIC });
    expect(shown[1].quality).toBeNull();
    // Both began alike and differ in i % 3 alone: the change of the first version is 2 + (0 + 1 + 2) / 3.
    expect(shown[1].outcome.estimate).toBeCloseTo(3, 10);
    expect(shown[0].outcome.estimate).toBeCloseTo(10, 10);
    expect(shown[1].outcome.low).toBeLessThan(3);
  });

  test('side by side, where nobody was randomised: an association with its balance and what could explain it away', async () => {
    let found: Awaited<ReturnType<typeof compare>>;
    const statements = working(await statementsOf(async () => (found = await compare())));
    expect(statements.length).toBeLessThanOrEqual(12);
    expect(found).toMatchObject({
      from: { number: 1 },
      to: { number: 2 },
      randomised: false,
      verdict: 'ASSOCIATED_ONLY',
      peopleFrom: 24,
      peopleTo: 24,
      pooled: null,
    });
    // Seven points apart at the same baseline: eight in the outcome, one of them in the baseline.
    expect(found.estimate.estimate).toBeGreaterThan(6);
    expect(found.estimate.estimate).toBeLessThan(8);
    expect(found.estimate.note).toContain('baseline of team performance');
    expect(found.balance[0]).toMatchObject({ key: 'baseline', passed: true });
    expect(found.balance[0].before).toBeGreaterThan(0.3);
    expect(Math.abs(found.balance[0].after)).toBeLessThan(1e-8);
    expect(found.eValue).toBeGreaterThan(2);
    expect(found.eValueText).toContain('something unmeasured');
    expect(found.sentence).toContain('nobody was randomised');
    expect(found.definition.join(' ')).toContain('Second');

    const turned = await compare(versions[1], versions[0]);
    expect(turned.estimate.estimate).toBeCloseTo(-found.estimate.estimate, 8);
    expect(turned.verdict).toBe('ASSOCIATED_ONLY');
    const constant = await compare(versions[0], versions[1], 'contacts');
    expect(constant.estimate).toMatchObject({ estimate: null, low: null, note: 'Everybody has the same value' });
  });

  test('moving people takes none of their results along: they count for the version that was run on the day', async () => {
    const [seen, before] = [await compare(), await figures()];
    const input = { fromVersionId: versions[0], to: { versionId: versions[1] } };
    const foresee = (more: object) => ask(server, PREVIEW, { input: { ...input, ...more } }, { as: world.hr });
    expect(await foresee({})).toMatchObject({ moves: 0, ended: 24 });
    const { previewHash } = await foresee({ moveEnded: true });
    const moved = await ask(
      server,
      MOVE,
      { input: { migration: { ...input, moveEnded: true }, previewHash } },
      { as: world.hr },
    );
    expect(moved).toMatchObject({ moved: 24, userErrors: [] });
    expect(await compare()).toEqual(seen);
    const [second, first] = await figures();
    expect(second).toMatchObject({ people: 48, outcome: before[0].outcome, outcomeOf: 24 });
    expect(first).toMatchObject({ people: 0, outcome: before[1].outcome, outcomeOf: 24 });

    // What is measured from the next day on is of the version that they run now; the first one counts in a comparison.
    await moveClock(server, '2026-04-03T01:00:00.000Z');
    await measure(cohorts[0].slice(0, 12), () => 99, '2026-04-02');
    expect(await compare()).toEqual(seen);
    expect((await figures())[0]).toMatchObject({ outcomeOf: 36 });
    const undone = await ask(server, UNDO, { input: { migrationId: moved.migrationId } }, { as: world.hr });
    expect(undone.moved).toBe(24);
    const back = await figures();
    expect(back[0]).toEqual(before[0]);
    expect(back[1]).toMatchObject({ people: 24, outcomeOf: 24 });
  });

  test('nothing is compared with itself, with what is hidden or by what is no metric; others than HR may not', async () => {
    expect(await compare(versions[0], versions[0])).toBeNull();
    expect(await compare(versions[0], versions[1], 'none')).toBeNull();
    expect(await compare(personId(world.hr), versions[1])).toBeNull();
    for (const as of [world.designer, world.mentor, world.learner]) {
      for (const [query, variables] of [
        [COMPARE, { from: versions[0], to: versions[1], metricKey: METRIC }],
        [FIGURES, { planKey: 'small' }],
      ] as const) {
        const answer = await server.execute(query, variables, { as });
        expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      }
    }
    // HR of another department sees that the versions are there, and none of the people.
    const marketing = await world.workspace.department('Elsewhere');
    const other = await world.workspace.person({ name: 'Hugo', roles: [{ HR: marketing }] });
    expect(await figures(other)).toMatchObject([{ people: 0 }, { people: 0 }]);
    expect(await compare(versions[0], versions[1], METRIC, other)).toMatchObject({ verdict: 'TOO_FEW', peopleFrom: 0 });
  });

  test('an experiment’s result is locked until its date, then it is the answer, and two of them are pooled', async () => {
    const started: { id: string; people: TestPerson[]; second: Set<string>; cohortId: string }[] = [];
    for (const [name, startsOn] of [
      ['Spring', '2026-04-06'],
      ['Summer', '2026-04-07'],
    ] as const) {
      const people = await crew(name, 16);
      await measure(people, (i) => 60 + (i % 5), '2026-03-31', true);
      const input = {
        name,
        hypothesis: 'The second is better.',
        planKey: 'small',
        versionIds: versions,
        metricKey: METRIC,
        smallestEffect: 3,
        personIds: people.map(personId),
        cohortName: name,
        startsOn,
        analysisOn: '2026-06-30',
        seed: name,
      };
      const made = await ask(server, CREATE, { input }, { as: world.hr });
      expect(made.userErrors).toEqual([]);
      const { experiment } = await ask(
        server,
        START,
        { input: { experimentId: made.experiment.id } },
        { as: world.hr },
      );
      const second = experiment.members.filter(({ version }: { version: { number: number } }) => version.number === 2);
      started.push({
        id: made.experiment.id,
        people,
        second: new Set(second.map(({ person }: { person: { id: string } }) => person.id)),
        cohortId: experiment.cohort.id,
      });
    }
    await moveClock(server, '2026-06-20T01:00:00.000Z');
    for (const [k, { people, second }] of started.entries())
      await measure(
        people,
        (i) => 62 + (i % 5) + (i % 2) + (second.has(personId(people[i] as TestPerson)) ? 6 + k : 0),
        '2026-06-18',
      );

    const locked = await compare();
    expect(locked).toMatchObject({
      randomised: true,
      verdict: 'INCONCLUSIVE',
      pooled: null,
      peopleFrom: 8,
      peopleTo: 8,
    });
    expect(locked.estimate).toMatchObject({ estimate: null, low: null, pValue: null });
    expect(locked.sentence).toContain('2026-06-30');
    // Outcomes of those who are in the experiments are in no figure either.
    expect(await figures()).toMatchObject([
      { people: 40, outcomeOf: 24 },
      { people: 40, outcomeOf: 24 },
    ]);

    await moveClock(server, '2026-07-01T01:00:00.000Z');
    expect((await compare()).sentence).toContain('nobody has opened its results yet');
    for (const { id } of started) await ask(server, OPEN, { input: { experimentId: id } }, { as: world.hr });
    const open = await compare();
    expect(open).toMatchObject({
      randomised: true,
      verdict: 'BETTER_MEANINGFUL',
      peopleFrom: 8,
      peopleTo: 8,
      eValue: null,
    });
    expect(open.sentence).toContain('randomised comparison supports');
    const { pooled } = open;
    expect(pooled.cohorts.map(({ title, people }: { title: string; people: number }) => [title, people])).toEqual([
      ['Spring', 16],
      ['Summer', 16],
    ]);
    expect(pooled.estimate).toBeGreaterThan(5);
    expect(pooled.predictionLow).toBeNull();
    const backward = await compare(versions[1], versions[0]);
    expect(backward.verdict).toBe('WORSE_MEANINGFUL');
    expect(backward.estimate.estimate).toBeCloseTo(-open.estimate.estimate, 8);
    expect(backward.pooled.estimate).toBeCloseTo(-pooled.estimate, 8);
    const report = await ask(server, REPORT, { cohortId: started[0]?.cohortId ?? '' }, { as: world.hr });
    expect(report.pooled).toEqual(pooled);

    // By a metric that neither experiment registered: people were randomised, so it is no mere association, and no verdict either.
    const mood = { key: 'mood', title: 'Mood', direction: 'HIGHER_IS_BETTER', family: 'SURVEY', scale: 'CONTINUOUS' };
    await ask(server, METRIC_OF_OUR_OWN, { input: mood }, { as: world.hr });
    for (const { people, second } of started)
      await measure(
        people,
        (i) => (i % 5) + (second.has(personId(people[i] as TestPerson)) ? 9 : 0),
        '2026-06-19',
        false,
        'mood',
      );
    const other = await compare(versions[0], versions[1], 'mood');
    expect(other).toMatchObject({ randomised: true, verdict: 'EXPLORATORY', pooled: null });
    expect(other.sentence).toContain('nobody asked for it beforehand');
    expect(other.sentence).not.toContain('nobody was randomised');
  });
});
