import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { globalId } from '../access/graphql/global-id.js';
import {
  ask,
  CREATE_PLAN,
  makeWorld,
  moveClock,
  type PlanWorld,
  PUBLISH_PLAN,
  personId,
  SAVE_DRAFT,
} from '../enrolments/testing/plan-world.js';
import { smallPlan } from '../enrolments/testing/small-plan.js';
import { allocate } from '../statistics/allocate.js';
import type { TestPerson } from '../testing/fixture.js';
import { startTestServer, type TestServer } from '../testing/test-server.js';

let server: TestServer;
let world: PlanWorld;
let versionIds: string[];
let people: TestPerson[];

const FIELDS = `id status seed algorithm rosterDigest detectableEffect replayed cohort { id experiment { id } }
  members { person { id } version { number } late deviation deviatedTo { number } }
  arms { version { number } allocated measured mean values } integrity { key passed }
  results { estimate low high pValue method verdict sentence sensitivity { method pValue } }`;
const act = (name: string, input: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { experiment { ${FIELDS} } userErrors { code message path } } }`;
const CREATE = act('createExperiment', 'CreateExperimentInput');
const START = act('startExperiment', 'ExperimentInput');
const ANALYSE = act('analyseExperiment', 'ExperimentInput');
const JOIN = act('joinExperiment', 'JoinExperimentInput');
const DEVIATE = act('deviateAllocation', 'DeviateAllocationInput');
const READ = `query ($id: ID!) { experiment(id: $id) { ${FIELDS} } }`;
const RECORD =
  'mutation ($input: RecordMeasurementsInput!) { recordMeasurements(input: $input) { recorded userErrors { code } } }';
const PREVIEW = 'query ($input: MigrationInput!) { previewMigration(input: $input) { moves blocked previewHash } }';

beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-05T01:00:00.000Z' });
  world = await makeWorld(server);
  const { hr, workspace } = world;
  const plan = smallPlan();
  await ask(server, CREATE_PLAN, { input: { definition: plan } }, { as: hr });
  const publish = async (expectedRevision: number): Promise<string> => {
    const made = await ask(server, PUBLISH_PLAN, { input: { planKey: 'small', expectedRevision } }, { as: hr });
    expect(made.userErrors).toEqual([]);
    return made.version.id;
  };
  const first = await publish(1);
  const definition = { ...plan, title: { en: 'Small plan, split', 'zh-CN': '拆分后的计划' } };
  const saved = await ask(
    server,
    SAVE_DRAFT,
    { input: { planKey: 'small', definition, expectedRevision: 1 } },
    { as: hr },
  );
  versionIds = [first, await publish(saved.plan.draft.revision)];
  people = [];
  for (let i = 0; i < 48; i += 1) people.push(await workspace.person({ name: `P${i}`, department: world.sales }));
});
afterAll(() => server?.stop());

const input = (change: object = {}) => ({
  name: 'Split the task',
  hypothesis: 'Three steps give better work than one.',
  planKey: 'small',
  versionIds,
  metricKey: 'team-performance',
  smallestEffect: 5,
  personIds: people.map(personId),
  cohortName: 'Spring trial',
  startsOn: '2026-01-12',
  analysisOn: '2026-04-30',
  ...change,
});
const create = (change: object = {}) => ask(server, CREATE, { input: input(change) }, { as: world.hr });
const read = (id: string, as = world.hr) => ask(server, READ, { id }, { as });
const measure = (value: (person: TestPerson, i: number) => number, measuredOn: string, baseline = false) =>
  ask(
    server,
    RECORD,
    {
      input: {
        metricKey: 'team-performance',
        rows: people.map((person, i) => ({
          personId: personId(person),
          value: value(person, i),
          measuredOn,
          baseline,
        })),
      },
    },
    { as: world.hr },
  );

describe('an experiment', () => {
  test('is refused with a reason for each thing that is wrong', async () => {
    const refused = async (change: object) =>
      (await create(change)).userErrors.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path[0]}`);
    expect(await refused({ smallestEffect: 0 })).toEqual(['INVALID smallestEffect']);
    expect(await refused({ versionIds: [versionIds[0], versionIds[0]] })).toEqual(['INVALID versionIds']);
    expect(await refused({ analysisOn: '2026-01-12' })).toEqual(['INVALID analysisOn']);
    expect(await refused({ metricKey: 'none', hypothesis: ' ' })).toEqual(['INVALID hypothesis', 'INVALID metricKey']);
    expect(await refused({ weights: [1] })).toEqual(['INVALID weights']);
    expect(await refused({ unit: 'MENTOR' })).toContain('INVALID personIds');
    for (const as of [world.designer, world.mentor, world.learner]) {
      const answer = await server.execute(CREATE, { input: input() }, { as });
      expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });

  test('goes from its design to the verdict, with its results locked until the day', async () => {
    expect(await measure((_, i) => 60 + (i % 9), '2026-01-02', true)).toEqual({ recorded: 48, userErrors: [] });
    const made = await create({ seed: 'spring' });
    expect(made.userErrors).toEqual([]);
    const { experiment } = made;
    const { id } = experiment;
    expect(experiment.status).toBe('DESIGNED');
    expect(experiment.arms.map(({ allocated }: { allocated: number }) => allocated)).toEqual([24, 24]);
    expect(experiment.detectableEffect).toBeGreaterThan(0);

    const started = await ask(server, START, { input: { experimentId: id } }, { as: world.hr });
    expect(started.userErrors).toEqual([]);
    expect(started.experiment).toMatchObject({ status: 'RUNNING', results: [] });
    expect(started.experiment.cohort.experiment.id).toBe(id);
    // A lot may fall unevenly over the baseline; nothing else can be wrong yet.
    const checks: { key: string; passed: boolean }[] = started.experiment.integrity;
    expect(checks.filter(({ key, passed }) => !passed && key !== 'balance')).toEqual([]);
    expect((await ask(server, START, { input: { experimentId: id } }, { as: world.hr })).userErrors[0].code).toBe(
      'NOT_NOW',
    );

    // Anybody can draw again from what is stored, and everybody runs the version drawn for them.
    const stored = await server.sql.rows<{ person: string; arm: string; number: number; roster: [] }>(
      `select m.person_id as person, m.arm_key as arm, v.number, x.roster from experiment_member m
       join experiment x on x.id = m.experiment_id join enrolment e on e.cohort_id = x.cohort_id and e.person_id = m.person_id
       join plan_version v on v.id = e.plan_version_id`,
    );
    expect(stored).toHaveLength(48);
    const again = allocate(
      stored[0]?.roster ?? [],
      [
        { key: 'v1', weight: 1 },
        { key: 'v2', weight: 1 },
      ],
      { seed: experiment.seed, method: 'BLOCKS' },
    );
    expect(again.rosterDigest).toBe(experiment.rosterDigest);
    expect(Object.fromEntries(stored.map(({ person, arm }) => [person, arm]))).toEqual(again.assignments);
    for (const { arm, number } of stored) expect(arm).toBe(`v${number}`);

    // Nobody moves while it runs, but whose deviation is logged.
    const migration = { fromVersionId: versionIds[0], to: { versionId: versionIds[1] } };
    const preview = () => ask(server, PREVIEW, { input: migration }, { as: world.hr });
    expect(await preview()).toMatchObject({ moves: 0, blocked: 24 });
    const moved = stored.find(({ arm }) => arm === 'v1')?.person ?? '';
    const deviation = { experimentId: id, personId: globalId('Person', moved), versionId: versionIds[1] };
    const noReason = await ask(server, DEVIATE, { input: { ...deviation, reason: ' ' } }, { as: world.hr });
    expect(noReason.userErrors[0].path).toEqual(['reason']);
    const logged = await ask(server, DEVIATE, { input: { ...deviation, reason: 'Asked for it' } }, { as: world.hr });
    expect(logged.experiment.arms.map(({ allocated }: { allocated: number }) => allocated)).toEqual([24, 24]);
    expect(await preview()).toMatchObject({ moves: 1, blocked: 23 });
    expect(logged.experiment.members).toContainEqual({
      person: { id: globalId('Person', moved) },
      version: { number: 1 },
      late: false,
      deviation: 'Asked for it',
      deviatedTo: { number: 2 },
    });

    // Late joiners go on in the blocks: as even as before.
    const late = [];
    for (let i = 0; i < 4; i += 1) late.push(await world.workspace.person({ name: `Late ${i}` }));
    const joined = await ask(
      server,
      JOIN,
      { input: { experimentId: id, personIds: late.map(personId) } },
      { as: world.hr },
    );
    expect(joined.userErrors).toEqual([]);
    expect(joined.experiment.arms.map(({ allocated }: { allocated: number }) => allocated)).toEqual([26, 26]);
    expect(joined.experiment.members.filter(({ late }: { late: boolean }) => late)).toHaveLength(4);
    expect(joined.experiment.replayed).toBe(true);

    await moveClock(server, '2026-04-20T01:00:00.000Z');
    const armOf = new Map(stored.map(({ person, arm }) => [person, arm]));
    const outcome = (person: TestPerson, i: number) =>
      60 + (i % 9) + (i % 5) + (armOf.get(person.id) === 'v2' ? 15 : 0);
    await measure(outcome, '2026-04-18');
    const running = await read(id);
    expect(running.results).toEqual([]);
    expect(running.arms).toMatchObject([
      { mean: null, values: null },
      { mean: null, values: null },
    ]);
    const early = await ask(server, ANALYSE, { input: { experimentId: id } }, { as: world.hr });
    expect(early.userErrors[0].code).toBe('RESULTS_LOCKED');

    await moveClock(server, '2026-05-04T01:00:00.000Z');
    // Measured after the day: it does not count.
    await measure((_, i) => i, '2026-05-02');
    expect(await read(id)).toMatchObject({ status: 'RUNNING', results: [] });
    const open = (await ask(server, ANALYSE, { input: { experimentId: id } }, { as: world.hr })).experiment;
    expect(open.results).toHaveLength(1);
    expect(open.results[0]).toMatchObject({ verdict: 'BETTER_MEANINGFUL' });
    expect(open.results[0].estimate).toBeGreaterThan(12);
    const [reference] = open.arms;
    expect(reference.values).toHaveLength(reference.measured);
    expect(reference.values).toEqual([...reference.values].sort((a: number, b: number) => a - b));
    expect(open.results[0].sensitivity.some(({ method }: { method: string }) => method.includes('Replay'))).toBe(true);
    const closed = await ask(server, ANALYSE, { input: { experimentId: id } }, { as: world.hr });
    expect(closed.experiment.status).toBe('ANALYSED');
    expect(closed.experiment.results).toEqual(open.results);
    expect(await preview()).toMatchObject({ blocked: 0 });
    for (const as of [world.designer, world.mentor, world.learner]) expect(await read(id, as)).toBeNull();
    const log = await server.sql.rows<{ action: string }>(
      `select action from audit_entry where subject like 'Experiment:%' and outcome = 'OK' order by at, id`,
    );
    expect(new Set(log.map(({ action }) => action))).toEqual(
      new Set(['createExperiment', 'startExperiment', 'deviateAllocation', 'joinExperiment', 'analyseExperiment']),
    );
  });

  test('tells beforehand what it could show, and that 3 against 3 show nothing', async () => {
    const foresee = (some: TestPerson[]) =>
      ask(
        server,
        'query ($input: DetectableEffectInput!) { detectableEffect(input: $input) { effect perArm attainableP sentence } }',
        { input: { planKey: 'small', metricKey: 'team-performance', personIds: some.map(personId), versionCount: 2 } },
        { as: world.hr },
      );
    expect(await foresee(people.slice(0, 6))).toMatchObject({ effect: null, perArm: 3, attainableP: 0.1 });
    expect((await foresee(people)).effect).toBeGreaterThan(0);
  });
});
